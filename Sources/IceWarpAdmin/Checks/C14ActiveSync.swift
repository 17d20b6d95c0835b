import MailModel

/// Phones send through the same field as the web client.
struct C14ActiveSync: IceWarpCheck {
  let id = "C14"
  let severity = PreflightSeverity.blocker
  let phase = PreflightPhase.enforced
  let title = TranslatedText(
    "Phones with ActiveSync send through 587", pt: "Celulares com ActiveSync enviam pela 587",
    es: "Los teléfonos con ActiveSync envían por el 587")
  let why = TranslatedText(
    "Exchange ActiveSync takes server and port of the web client. Left on 25, every phone stops sending when the option goes "
      + "on.",
    pt:
      "O Exchange ActiveSync usa o servidor e a porta do Client Web. Se ficar na 25, todos os celulares param de enviar "
      + "quando a opção for ligada.",
    es:
      "Exchange ActiveSync usa el servidor y el puerto del cliente web. Si queda en el 25, todos los teléfonos dejan de "
      + "enviar cuando se active la opción.")
  let variables = ["C_System_Log_Services_ActiveSync"]
  let advice = PreflightAdvice(
    TranslatedText(
      "Put the web client's SMTP field right (C12), then send a test message from a phone.",
      pt: "Corrija o campo SMTP do Client Web (C12) e depois envie uma mensagem de teste de um celular.",
      es: "Corrija el campo SMTP del cliente web (C12) y envíe después un mensaje de prueba desde un teléfono."),
    console: PreflightConsole(
      "GroupWare > WebClient > SMTP: 127.0.0.1:587", "GroupWare > Client Web > SMTP: 127.0.0.1:587"))

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let judgement = try C12WebClientPort.sending(evidence)
    return PreflightJudgement(
      judgement.verdict,
      TranslatedText(
        "ActiveSync uses the web client's field.", pt: "O ActiveSync usa o campo do Client Web.",
        es: "ActiveSync usa el campo del cliente web."
      ).followed(by: judgement.detail))
  }
}
