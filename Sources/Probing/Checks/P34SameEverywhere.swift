import MailModel
import Transport

/// No port was forgotten when certificate or name changed, and the greeting helps nobody who looks for old software.
struct P34SameEverywhere: ProbeRule {
  let id = "P34"
  let title = "All ports show the same certificate and name, the right time and no version"
  let severity = ProbeSeverity.info
  let rule = "RFC 7817; RFC 5321 section 4.2"
  let remedy =
    "One certificate and one name for all services; ports that were forgotten keep the old ones. Postfix: smtpd_banner; Exim: "
    + "smtp_banner; IceWarp: the greeting of SMTP. The clock: NTP."
  let modes: Set<ProbeMode> = [.plain, .starttls, .tls]

  /// By how much a clock may be off before logs become hard to compare.
  private static let seconds: Int64 = 300

  func steps(for options: ProbeOptions) -> [ProbeStep] { [.dialogue, .certificate] }

  func result(from evidence: ProbeEvidence) -> Judgement {
    if let blocked = evidence.blockedBehindGreeting { return blocked }
    var odd: [String] = []
    let others = evidence.all.filter { $0.target != evidence.target }
    let own = P34SameEverywhere.certificate(evidence.transcript)
    let shown = others.filter { P34SameEverywhere.certificate($0) != nil }
    let different = own == nil ? [] : shown.filter { P34SameEverywhere.certificate($0) != own }.map(\.target.place)
    if !different.isEmpty { odd.append("another certificate on \(different.joined(separator: ", "))") }
    let greeting = P34SameEverywhere.greeting(evidence.transcript)
    let names = Set(others.compactMap { P34SameEverywhere.greeting($0)?.name?.lowercased() })
    if let name = greeting?.name, !names.isSubset(of: [name.lowercased()]) {
      odd.append("it calls itself \(name) here, and \(names.sorted().joined(separator: ", ")) elsewhere")
    }
    if let time = greeting?.time {
      let off = time.seconds - evidence.options.now.seconds
      if abs(off) > P34SameEverywhere.seconds {
        odd.append("its clock is \(abs(off) / 60) minutes \(off > 0 ? "ahead" : "behind")")
      }
    }
    if let version = greeting?.version { odd.append("the greeting tells the version \(version)") }
    if !odd.isEmpty { return .warn(odd.joined(separator: "; ")) }
    if own == nil || shown.isEmpty { return .pass("no other port with a certificate to compare; no version is told") }
    return .pass("the same certificate on \(shown.count + 1) ports; no version is told")
  }

  private static func certificate(_ transcript: TargetTranscript) -> String? {
    if let tls = transcript.main.tls { return tls.chain.first }
    guard case .done(let facts) = transcript.certificate else { return nil }
    return facts.chain.first
  }

  private static func greeting(_ transcript: TargetTranscript) -> GreetingFacts? {
    // "554 5.7.1 Service unavailable" begins with no name.
    transcript.main.greeting?.reply.flatMap { $0.isPositive ? GreetingFacts($0.lines.first ?? "") : nil }
  }
}
