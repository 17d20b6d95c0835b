import MailModel

/// The submission port takes mail from nobody who has not logged in.
struct P15SenderNeedsLogin: ProbeRule {
  let id = "P15"
  let title = "A local sender without login is refused"
  let severity = ProbeSeverity.blocker
  let rule = "RFC 6409 section 4.3"
  let remedy =
    "IceWarp: the submission port demands a login; Postfix: -o "
    + "smtpd_client_restrictions=permit_sasl_authenticated,reject (or smtpd_relay_restrictions) on submission; "
    + "Exim: deny !authenticated = * in the ACLs of these ports."
  let modes: Set<ProbeMode> = [.starttls, .tls]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    options.asksPolicy ? [.dialogue, .policy(.localToLocal)] : [.dialogue]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    evidence.refusalWithoutLogin(of: .localToLocal, needs: "--local-sender")
  }
}
