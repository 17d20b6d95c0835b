import MailModel

/// What users type as their name, and how soon they lock themselves out.
struct C09LoginPolicy: IceWarpCheck {
  let id = "C9"
  let severity = PreflightSeverity.medium
  let phase = PreflightPhase.usersMoved
  let title = TranslatedText(
    "Users know what to type, and do not lock themselves out", pt: "O usuário sabe o que digitar e não se bloqueia",
    es: "El usuario sabe qué escribir y no se bloquea")
  let why = TranslatedText(
    "Many log in for SMTP for the first time. A wrong form of the name, tried again by the program every minute, locks the "
      + "account, and the phone of the help desk rings.",
    pt:
      "Muitos autenticam no SMTP pela primeira vez. Um nome na forma errada, repetido pelo programa a cada minuto, bloqueia "
      + "a conta, e o telefone do suporte toca.",
    es:
      "Muchos se autentican en SMTP por primera vez. Un nombre mal escrito, repetido por el programa cada minuto, bloquea la "
      + "cuenta, y suena el teléfono de soporte.")
  let variables = [
    "C_Accounts_Policies_Login_LoginSettings", "C_Accounts_Policies_Login_Enable", "C_Accounts_Policies_Login_Attempts",
    "C_Accounts_Policies_Login_BlockPeriod", "C_Accounts_Policies_Login_IPRestriction",
    "C_Accounts_Policies_Login_ConvertChars",
  ]
  let advice = PreflightAdvice(
    TranslatedText(
      "Say in the instructions exactly what to type, and allow more attempts in the weeks of the move.",
      pt: "Diga nas instruções exatamente o que digitar e permita mais tentativas nas semanas da migração.",
      es: "Diga en las instrucciones exactamente qué escribir y permita más intentos en las semanas de la migración."),
    console: .list("Login_Attempts"), commands: [])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let form: TranslatedText
    switch try evidence.number("C_Accounts_Policies_Login_LoginSettings") {
    case 0:
      form = TranslatedText(
        "Users log in with their user name.", pt: "O usuário autentica com o nome de usuário.",
        es: "El usuario se autentica con su nombre de usuario.")
    case 1:
      form = TranslatedText(
        "Users log in with their whole address.", pt: "O usuário autentica com o endereço completo.",
        es: "El usuario se autentica con su dirección completa.")
    case let value:
      throw PreflightUnknown(
        TranslatedText(
          "What C_Accounts_Policies_Login_LoginSettings \(value) means is not known.",
          pt: "Não se sabe o que C_Accounts_Policies_Login_LoginSettings \(value) significa.",
          es: "No se sabe qué significa C_Accounts_Policies_Login_LoginSettings \(value)."))
    }
    guard evidence.knownFlag("C_Accounts_Policies_Login_Enable") == true else { return PreflightJudgement(.pass, form) }
    let attempts = evidence.knownNumber("C_Accounts_Policies_Login_Attempts").map { "\($0)" } ?? "?"
    return PreflightJudgement(
      .warn,
      form.followed(
        by: TranslatedText(
          "Accounts are blocked after failed logins (attempts: \(attempts)).",
          pt: "Contas são bloqueadas após falhas (tentativas: \(attempts)).",
          es: "Las cuentas se bloquean tras fallos (intentos: \(attempts)).")))
  }
}
