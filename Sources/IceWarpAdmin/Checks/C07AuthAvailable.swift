import MailModel

/// The submission port is of use only to who can log in there.
struct C07AuthAvailable: IceWarpCheck {
  let id = "C7"
  let severity = PreflightSeverity.blocker
  let phase = PreflightPhase.bound
  let title = TranslatedText(
    "Users can log in: AUTH and STARTTLS are offered", pt: "O usuário pode autenticar: AUTH e STARTTLS são oferecidos",
    es: "El usuario puede autenticarse: se ofrecen AUTH y STARTTLS")
  let why = TranslatedText(
    "On the submission port nothing is taken without a login.",
    pt: "Na porta de submissão nada é aceito sem autenticação.",
    es: "En el puerto de envío no se acepta nada sin autenticación.")
  let variables = [
    "C_Mail_Security_Protocols_AllowSMTPAuth", "C_Mail_Security_Protocols_DenyESMTP", "C_Mail_SMTP_Other_Extensions",
    "C_Accounts_Policies_Auth_Schemes",
  ]
  let advice = PreflightAdvice(
    TranslatedText(
      "Allow SMTP AUTH and ESMTP, and offer PLAIN and LOGIN behind TLS.",
      pt: "Permita SMTP AUTH e ESMTP, e ofereça PLAIN e LOGIN sob TLS.",
      es: "Permita SMTP AUTH y ESMTP, y ofrezca PLAIN y LOGIN bajo TLS."),
    console: .list("AllowSMTPAuth"), commands: [modify("C_Mail_Security_Protocols_AllowSMTPAuth", "1")])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let isAllowed = try evidence.flag("C_Mail_Security_Protocols_AllowSMTPAuth")
    let extensions = evidence.knownText("C_Mail_SMTP_Other_Extensions") ?? ""
    let hidden = extensions.uppercased().split { "; ,".contains($0) }.map(String.init)
      .filter { $0 == "!AUTH" || $0 == "!STARTTLS" }
    var faults: [String] = []
    var commands: [String] = []
    if !isAllowed {
      faults.append("AllowSMTPAuth=0")
      commands.append(C07AuthAvailable.modify("C_Mail_Security_Protocols_AllowSMTPAuth", "1"))
    }
    if evidence.knownFlag("C_Mail_Security_Protocols_DenyESMTP") == true {
      faults.append("DenyESMTP=1")
      commands.append(C07AuthAvailable.modify("C_Mail_Security_Protocols_DenyESMTP", "0"))
    }
    if !hidden.isEmpty {
      faults.append("Other_Extensions: \(hidden.joined(separator: " "))")
      let left = extensions.split(separator: ";").filter {
        !hidden.contains($0.trimmingPrefix { $0 == " " }.uppercased())
      }.joined(separator: ";")
      commands.append(C07AuthAvailable.modify("C_Mail_SMTP_Other_Extensions", "\"\(left)\""))
    }
    if !faults.isEmpty {
      let list = faults.joined(separator: ", ")
      return PreflightJudgement(
        .fail,
        TranslatedText(
          "Nobody can log in as it should be: \(list)", pt: "A autenticação não funciona como deve: \(list)",
          es: "La autenticación no funciona como debe: \(list)"),
        advice: PreflightAdvice(advice.text, console: advice.console, commands: commands))
    }
    if let schemes = evidence.knownText("C_Accounts_Policies_Auth_Schemes"), !schemes.isEmpty,
      schemes.contains(where: \.isLetter)
    {
      let missing = ["PLAIN", "LOGIN"].filter { !schemes.uppercased().contains($0) }
      if !missing.isEmpty {
        let list = missing.joined(separator: ", ")
        return PreflightJudgement(
          .warn,
          TranslatedText(
            "AUTH is on, without \(list): \(schemes). Old Outlook and most devices know nothing else.",
            pt:
              "O AUTH está ligado, sem \(list): \(schemes). Outlook antigo e a maioria dos aparelhos não conhecem outra coisa.",
            es:
              "AUTH está activo, sin \(list): \(schemes). Outlook antiguo y la mayoría de los aparatos no conocen otra cosa."
          ),
          severity: .high,
          advice: PreflightAdvice(advice.text, console: .list("Auth_Schemes"), commands: []))
      }
    }
    return PreflightJudgement(
      .pass, TranslatedText("AUTH is allowed.", pt: "O AUTH é permitido.", es: "AUTH está permitido."))
  }
}
