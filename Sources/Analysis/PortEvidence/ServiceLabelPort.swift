public import MailModel

/// The administrator's own label for the service: `-o syslog_name=postfix/submission` in master.cf.
public enum ServiceLabelPort: PortEvidenceRule {
  /// `serviceLabel`.
  public static let evidence = PortEvidence.serviceLabel

  /// The port that the label's last part names.
  public static func port(_ facts: SessionPortFacts, _ context: PortContext) -> UInt16? {
    guard let label = facts.label, let slash = label.lastIndex(of: "/") else { return nil }
    let service = label[label.index(after: slash)...].lowercased()
    switch service {
    case "submission", "msa": return 587
    case "submissions", "smtps", "ssmtp", "smtpssl": return 465
    case "smtp", "mx": return 25
    default: break
    }
    // "postfix/smtp-25", "postfix/588"
    let digits = service.hasPrefix("smtp-") ? service.dropFirst(5) : service[...]
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let port = UInt16(digits), port > 0 else {
      return nil
    }
    return port
  }

  /// A label without service part, such as `postfix`, says nothing.
  static func isPlain(_ label: String?) -> Bool { label.map { !$0.contains("/") } ?? false }

  /// Labels in use, and labels that say nothing.
  public static var examples: [(facts: SessionPortFacts, context: PortContext, port: UInt16?)] {
    [
      (SessionPortFacts(label: "postfix/submission"), PortContext(), 587),
      (SessionPortFacts(label: "postfix/submissions"), PortContext(), 465),
      (SessionPortFacts(label: "postfix/smtps"), PortContext(), 465),
      (SessionPortFacts(label: "postfix/smtp-25"), PortContext(), 25),
      (SessionPortFacts(label: "postfix/2525"), PortContext(), 2525),
      (SessionPortFacts(label: "postfix"), PortContext(), nil),
      (SessionPortFacts(label: "postfix/amavisd"), PortContext(), nil),
      (SessionPortFacts(), PortContext(), nil),
    ]
  }
}
