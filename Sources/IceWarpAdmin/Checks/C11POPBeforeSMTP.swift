import MailModel

/// Reading mail opens the way for sending, without a login there.
struct C11POPBeforeSMTP: IceWarpCheck {
  let id = "C11"
  let severity = PreflightSeverity.high
  let phase = PreflightPhase.enforced
  let title = TranslatedText(
    "POP before SMTP is off", pt: "POP antes do SMTP está desligado", es: "POP antes de SMTP está desactivado")
  let why = TranslatedText(
    "Who lives on it has no login set up for sending and notices nothing until the switch is turned: the hardest group to "
      + "move.",
    pt:
      "Quem vive disso não tem autenticação de envio configurada e não percebe nada até a chave ser ligada: o grupo mais "
      + "difícil de migrar.",
    es:
      "Quien vive de ello no tiene autenticación de envío configurada y no nota nada hasta que se activa la opción: el grupo "
      + "más difícil de migrar.")
  let variables = [
    "C_Mail_Security_Relay_POPSMTP", "C_Mail_Security_Relay_POPSMTPInt", "C_Mail_Security_Relay_POPSMTPGlobal",
  ]
  let advice = PreflightAdvice(
    TranslatedText(
      "Find in port587 audit who relays without a login, tell them to set up authentication, then switch it off.",
      pt: "Veja em port587 audit quem envia sem autenticar, peça que configurem a autenticação e então desligue.",
      es:
        "Vea en port587 audit quién envía sin autenticarse, pídales que configuren la autenticación y luego desactívelo."
    ),
    console: .place(
      "Mail > Security > General > POP before SMTP (Min)", "Correio > Segurança > Geral > POP antes de SMTP",
      variable: "POPSMTP"), commands: [modify("C_Mail_Security_Relay_POPSMTP", "0")])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    guard try evidence.flag("C_Mail_Security_Relay_POPSMTP") else {
      return PreflightJudgement(.pass, TranslatedText("It is off.", pt: "Está desligado.", es: "Está desactivado."))
    }
    let minutes = evidence.knownNumber("C_Mail_Security_Relay_POPSMTPInt").map { "\($0)" } ?? "?"
    let now = TranslatedText(
      "A POP or IMAP login opens its address for sending (minutes: \(minutes)).",
      pt: "Um login POP ou IMAP libera o IP para envio (minutos: \(minutes)).",
      es: "Un inicio de sesión POP o IMAP abre su dirección para enviar (minutos: \(minutes)).")
    guard evidence.knownFlag("C_Mail_Security_Relay_POPSMTPGlobal") == true else {
      return PreflightJudgement(.fail, now)
    }
    return PreflightJudgement(
      .fail,
      now.followed(
        by: TranslatedText(
          "The login of one account opens it for everybody behind that address.",
          pt: "O login de uma conta libera para todos que estão atrás desse IP.",
          es: "El inicio de sesión de una cuenta la abre para todos los que están detrás de ella.")),
      advice: PreflightAdvice(
        advice.text, console: advice.console,
        commands: advice.commands + [C11POPBeforeSMTP.modify("C_Mail_Security_Relay_POPSMTPGlobal", "0")]))
  }
}
