import MailModel

/// Passwords are taken behind TLS alone.
struct C08ClearTextLogin: IceWarpCheck {
  let id = "C8"
  let severity = PreflightSeverity.medium
  let phase = PreflightPhase.tlsEnforced
  let title = TranslatedText(
    "Passwords are not taken in clear text", pt: "Senhas não são aceitas em texto claro",
    es: "Las contraseñas no se aceptan en texto claro")
  let why = TranslatedText(
    "The goal of the last phase. The setting is not for SMTP alone: POP, IMAP and FTP programs without TLS are shut out too.",
    pt:
      "É a meta da última fase. A opção não vale só para SMTP: programas POP, IMAP e FTP sem TLS também ficam de fora.",
    es:
      "Es la meta de la última fase. La opción no es solo de SMTP: los programas POP, IMAP y FTP sin TLS quedan fuera también."
  )
  let variables = ["C_Accounts_Policies_Auth_DisablePlain"]
  let advice = PreflightAdvice(
    TranslatedText(
      "In the last phase, when no program logs in without TLS any more, disable plain authentication.",
      pt: "Na última fase, quando nenhum programa autenticar sem TLS, desative a autenticação em texto claro.",
      es: "En la última fase, cuando ningún programa se autentique sin TLS, desactive la autenticación en texto claro."),
    console: .list("Auth_DisablePlain"), commands: [modify("C_Accounts_Policies_Auth_DisablePlain", "1")])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    try evidence.flag("C_Accounts_Policies_Auth_DisablePlain")
      ? PreflightJudgement(
        .pass,
        TranslatedText(
          "PLAIN and LOGIN are refused without TLS, for every service.",
          pt: "PLAIN e LOGIN são recusados sem TLS, em todos os serviços.",
          es: "PLAIN y LOGIN se rechazan sin TLS, en todos los servicios."))
      : PreflightJudgement(
        .warn,
        TranslatedText(
          "A password is taken without TLS as well.", pt: "A senha também é aceita sem TLS.",
          es: "La contraseña se acepta también sin TLS."))
  }
}
