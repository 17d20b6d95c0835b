import MailModel

/// The port for submission answers, at each address.
struct P01SubmissionReachable: ProbeRule {
  let id = "P01"
  let title = "The submission port is reachable at this address"
  let severity = ProbeSeverity.blocker
  let rule = "RFC 6409 section 3.1; RFC 5068 section 3.1"
  let remedy =
    "IceWarp: second SMTP port AltPort=587 (System > Services > SMTP); Postfix: the submission service in "
    + "master.cf; Exim: daemon_smtp_ports = 25 : 465 : 587. Then firewall and address translation, for every "
    + "address."
  let modes: Set<ProbeMode> = [.starttls]

  func result(from evidence: ProbeEvidence) -> Judgement {
    return Connected.judge(evidence)
  }
}
