import MailModel

/// REQUIRETLS is between servers; that a submission port offers it changes nothing for users.
struct P41RelayFeatures: ProbeRule {
  let id = "P41"
  let title = "Whether TLS can be demanded for the whole way (REQUIRETLS)"
  let severity = ProbeSeverity.info
  let rule = "RFC 8689 section 2"
  let remedy = ""
  let modes: Set<ProbeMode> = [.starttls, .plain]

  func result(from evidence: ProbeEvidence) -> Judgement {
    if let blocked = evidence.target.mode == .plain ? evidence.blockedBehindGreeting : evidence.blockedBehindSecondEHLO
    {
      return blocked
    }
    // It is offered behind TLS alone (RFC 8689 section 4.1); port 25 is looked at in clear here.
    let isOffered = (evidence.beforeTLS + evidence.afterTLS).contains { $0.uppercased() == "REQUIRETLS" }
    return .pass(
      isOffered
        ? "offered" : evidence.target.mode == .plain ? "not offered in clear" : "not offered; nothing depends on it")
  }
}
