import MailModel

/// The switch of a Postfix: no login on port 25.
struct PF03AuthOn25: PostfixCheck {
  let id = "PF3"
  let severity = PreflightSeverity.high
  let phase = PreflightPhase.enforced
  let title = TranslatedText(
    "Nobody logs in on port 25", pt: "Ninguém autentica na porta 25", es: "Nadie se autentica en el puerto 25")
  let why = TranslatedText(
    "This is the switch: while AUTH is offered on 25, programs go on using it and password guessers find it. Turned off too "
      + "early, users get “Relay access denied”.",
    pt:
      "Esta é a chave: enquanto o AUTH é oferecido na 25, programas continuam nela e adivinhadores de senha a encontram. "
      + "Desligado cedo demais, usuários recebem “Relay access denied”.",
    es:
      "Este es el interruptor: mientras se ofrece AUTH en el 25, los programas lo siguen usando y lo hallan quienes adivinan "
      + "contraseñas. Desactivado demasiado pronto, los usuarios reciben «Relay access denied».")
  let parameters = ["smtpd_sasl_auth_enable"]
  let ports = [25]
  let advice = PreflightAdvice(
    TranslatedText(
      "When port587 audit shows nobody on 25 any more, switch AUTH off there and leave it on for submission.",
      pt: "Quando port587 audit não mostrar mais ninguém na 25, desligue o AUTH ali e mantenha-o na submissão.",
      es: "Cuando port587 audit ya no muestre a nadie en el 25, desactive AUTH allí y déjelo en el envío."))

  func judge(_ evidence: PostfixEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let listening = try evidence.services(on: 25)
    var open: [ListenerService] = []
    for service in listening where try evidence.flag("smtpd_sasl_auth_enable", of: service) { open.append(service) }
    if open.isEmpty {
      return PreflightJudgement(
        .pass,
        TranslatedText(
          "AUTH is not offered on 25.", pt: "O AUTH não é oferecido na 25.", es: "AUTH no se ofrece en el 25."))
    }
    let list = PF03AuthOn25.list(open)
    return PreflightJudgement(
      .warn,
      TranslatedText(
        "AUTH is offered by: \(list)", pt: "O AUTH é oferecido por: \(list)", es: "AUTH lo ofrece: \(list)"),
      advice: PreflightAdvice(
        advice.text, commands: open.map(PF03AuthOn25.command) + ["postfix reload"]))
  }

  /// The smtpd behind postscreen is no inet service.
  private static func command(_ service: ListenerService) -> String {
    service.name == "smtpd"
      ? "postconf -P smtpd/pass/smtpd_sasl_auth_enable=no"
      : "postconf -P '\(service.name)/inet/smtpd_sasl_auth_enable=no'"
  }
}
