import MailModel

/// Addresses of homes and phones stand on block lists and are users all the same.
struct P22UsersNotBlocked: ProbeRule {
  let id = "P22"
  let title = "This client is not turned away for its address"
  let severity = ProbeSeverity.high
  let rule = "RFC 6409 section 3; RFC 5068"
  let remedy =
    "Leave users' ports out of block lists and reverse look-ups. IceWarp: bypass for authenticated sessions; "
    + "Postfix: -o smtpd_client_restrictions=permit_sasl_authenticated,reject; Exim: dnslists not in the ACLs of"
    + " these ports."
  let modes: Set<ProbeMode> = [.starttls, .tls]

  func result(from evidence: ProbeEvidence) -> Judgement {
    if let blocked = evidence.blocked { return blocked }
    if let reply = evidence.main.greeting?.reply, !reply.isPositive {
      return .fail("the greeting refuses: \(reply.text)")
    }
    return evidence.blockedBehindGreeting ?? .pass("taken from here; probe from users' networks too")
  }
}
