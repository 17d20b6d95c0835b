import MailModel

/// Seen when the password at hand is wrong; nobody's account is locked out on purpose.
struct P17WrongPasswordToldPlainly: ProbeRule {
  let id = "P17"
  let title = "A wrong password is answered with 535, and the connection survives"
  let severity = ProbeSeverity.medium
  let rule = "RFC 4954 sections 4 and 6"
  let remedy =
    "Nothing to set in most servers; IceWarp answers 501 5.7.0 here, which mail programs understand as well."
  let modes: Set<ProbeMode> = [.starttls, .tls]

  func steps(for options: ProbeOptions) -> [ProbeStep] {
    [.dialogue, .login]
  }

  func result(from evidence: ProbeEvidence) -> Judgement {
    guard evidence.options.login != nil else {
      return .notRun("only seen with --login, when its password is wrong; never tried on purpose")
    }
    guard let login = evidence.transcript.login, let reply = login.outcome?.reply else {
      return .notRun("no login was tried here")
    }
    if login.isAccepted { return .notRun("the password was right") }
    let survived = login.survived == true ? "the connection survives" : "the connection ends"
    return reply.code == 535 && login.survived == true
      ? .pass("\(reply.text); \(survived)") : .warn("\(reply.text); \(survived)")
  }
}
