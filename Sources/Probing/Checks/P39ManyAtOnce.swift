import MailModel

/// A whole office comes from one address; a limit that is right for strangers locks it out on the day of the move.
struct P39ManyAtOnce: ProbeRule {
  let id = "P39"
  let title = "Many connections of one address are taken at once"
  let severity = ProbeSeverity.medium
  let rule = "RFC 5321 section 4.5.4.2; RFC 6409 section 3"
  let remedy =
    "IceWarp: Mail > Security > intrusion prevention and connection limits, with the office's address as an exception; Postfix: "
    + "smtpd_client_connection_count_limit of the submission services; Exim: smtp_accept_max_per_host."
  let modes: Set<ProbeMode> = [.starttls, .tls, .plain]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    options.connectionsAtOnce == nil ? [.dialogue] : [.dialogue, .manyAtOnce]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    guard evidence.options.connectionsAtOnce != nil else { return .notRun("only asked with --connections-at-once") }
    if let blocked = evidence.blockedBehindGreeting { return blocked }
    guard let many = evidence.transcript.manyAtOnce else { return .notRun("the time was up before") }
    guard many.taken < many.asked else { return .pass("\(many.asked) of \(many.asked)") }
    return .fail("\(many.taken) of \(many.asked), then: \(many.end)")
  }
}
