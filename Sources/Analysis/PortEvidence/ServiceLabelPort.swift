public import MailModel

/// The administrator's own label for the service: `-o syslog_name=postfix/submission` in master.cf.
public enum ServiceLabelPort: PortEvidenceRule {
  /// `serviceLabel`.
  public static let evidence = PortEvidence.serviceLabel

  /// The port that the label's last part names; a label of one part is the service's own name (`postfix-submission`) only
  /// where it says so.
  public static func port(_ facts: SessionPortFacts, _ context: PortContext) -> UInt16? {
    guard let label = facts.label, let port = port(of: label, context.policy) else { return nil }
    // Every front can hand its clients to "postfix/smtp", whatever port it took them on; a label for submission is meant for clients.
    if facts.isHandedOn, !context.policy.isSubmission(Int(port)) { return nil }
    // The port is only what the label sounds like: a block of master.cf that was copied for 2525 keeps its `postfix/submission`. Who
    // says which port has this label is asked first.
    if let calibrated = context.calibratedLabels[label], calibrated != port { return nil }
    let isElsewhere = context.services.contains {
      $0.syslogName == label && $0.port != Int(port) && !$0.hidesPort(context.policy)
    }
    return isElsewhere ? nil : port
  }

  /// The same of a label alone.
  static func port(of label: String, _ policy: PortPolicy) -> UInt16? {
    guard let slash = label.lastIndex(of: "/") else { return port(ofName: label.lowercased(), policy) }
    var service = label[label.index(after: slash)...].lowercased()
    // "postfix/smtps-haproxy": the same service behind a proxy of one's own.
    if service.hasSuffix("-haproxy") { service.removeLast(8) }
    if let port = submission(service[...]) { return port }
    switch service {
    case "msa": return 587
    case "smtpssl": return 465
    case "smtp", "mx": return 25
    default: break
    }
    // "postfix/smtp-25", "postfix/588"; "postfix/smtp-2" is a second one.
    if let port = number(service.hasPrefix("smtp-") ? service.dropFirst(5) : service[...]) {
      return port > 24 || isInUse(port, policy) ? port : nil
    }
    // "postfix/submission-inside"
    let words = service.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = words.first, let port = submission(first) else { return nil }
    return words.dropFirst().allSatisfy { number($0) ?? port == port } ? port : nil
  }

  /// The port of a name without a slash: `submission`, `postfix-submission`, `postfix-587`.
  ///
  /// It may as well be the name of an instance or of a host, so that only words of submission count and the ports in use.
  private static func port(ofName name: String, _ policy: PortPolicy) -> UInt16? {
    let words = name.split(separator: "-", omittingEmptySubsequences: false)
    let ports = [words.first, words.last].compactMap { word in
      word.flatMap { submission($0) ?? number($0).flatMap { isInUse($0, policy) ? $0 : nil } }
    }
    guard let port = ports.first, ports.allSatisfy({ $0 == port }) else { return nil }
    return port
  }

  private static func isInUse(_ port: UInt16, _ policy: PortPolicy) -> Bool {
    policy.isSubmission(Int(port)) || policy.legacyPorts.contains(Int(port))
  }

  private static func submission(_ word: Substring) -> UInt16? {
    switch word {
    case "submission": 587
    case "submissions", "smtps", "ssmtp", "urd": 465
    default: nil
    }
  }

  private static func number(_ digits: Substring) -> UInt16? {
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let port = UInt16(digits), port > 0 else {
      return nil
    }
    return port
  }

  /// A label without service part that names no port, such as `postfix`.
  static func isPlain(_ label: String?, _ policy: PortPolicy = PortPolicy()) -> Bool {
    label.map { !$0.contains("/") && port(of: $0, policy) == nil } ?? false
  }

  /// Labels in use, and labels that say nothing.
  public static var examples: [(facts: SessionPortFacts, context: PortContext, port: UInt16?)] {
    func services(_ ports: [Int], proxy: String = "") -> PortContext {
      PortContext(
        services: ports.map {
          ListenerService(
            port: $0, syslogName: "postfix/submission", implicitTLS: nil, allowsAuth: true, name: "\($0)",
            options: ["smtpd_upstream_proxy_protocol": proxy])
        })
    }
    var calibrated = PortContext()
    calibrated.calibratedLabels["postfix/submission"] = 2525
    return [
      (SessionPortFacts(label: "postfix/submission"), services([587]), 587),
      (SessionPortFacts(label: "postfix/submission"), services([2525]), nil),
      (SessionPortFacts(label: "postfix/submission"), services([587, 2525]), nil),
      (SessionPortFacts(label: "postfix/smtps"), services([2525]), 465),
      (SessionPortFacts(label: "postfix/submission"), services([10587], proxy: "haproxy"), 587),
      (SessionPortFacts(label: "postfix/submission"), services([10587]), nil),
      (SessionPortFacts(label: "postfix/submission"), calibrated, nil),
      (SessionPortFacts(label: "postfix/smtp"), PortContext(), 25),
      (SessionPortFacts(label: "postfix/smtp", isHandedOn: true), PortContext(), nil),
      (SessionPortFacts(label: "postfix/submission", isHandedOn: true), PortContext(), 587),
      (SessionPortFacts(label: "postfix/smtp-2"), PortContext(), nil),
      (SessionPortFacts(label: "postfix/1"), PortContext(), nil),
      (SessionPortFacts(label: "postfix/submission"), PortContext(), 587),
      (SessionPortFacts(label: "postfix/submissions"), PortContext(), 465),
      (SessionPortFacts(label: "postfix/smtps"), PortContext(), 465),
      (SessionPortFacts(label: "postfix/smtp-25"), PortContext(), 25),
      (SessionPortFacts(label: "postfix/2525"), PortContext(), 2525),
      (SessionPortFacts(label: "postfix/submission-haproxy"), PortContext(), 587),
      (SessionPortFacts(label: "postfix/smtps-haproxy"), PortContext(), 465),
      (SessionPortFacts(label: "postfix/submission-2525"), PortContext(), nil),
      (SessionPortFacts(label: "submission"), PortContext(), 587),
      (SessionPortFacts(label: "postfix-submission"), PortContext(), 587),
      (SessionPortFacts(label: "postfix-smtps"), PortContext(), 465),
      (SessionPortFacts(label: "postfix-587"), PortContext(), 587),
      (SessionPortFacts(label: "submission-465"), PortContext(), nil),
      (SessionPortFacts(label: "postfix-2"), PortContext(), nil),
      (SessionPortFacts(label: "postfix-out"), PortContext(), nil),
      (SessionPortFacts(label: "postfix"), PortContext(), nil),
      (SessionPortFacts(label: "postfix/amavisd"), PortContext(), nil),
      (SessionPortFacts(), PortContext(), nil),
    ]
  }
}
