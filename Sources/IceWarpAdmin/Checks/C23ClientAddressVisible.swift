import MailModel

/// Evidence of where mail came from.
struct C23ClientAddressVisible: IceWarpCheck {
  let id = "C23"
  let severity = PreflightSeverity.info
  let phase = PreflightPhase.usersMoved
  let title = TranslatedText(
    "The client's address stays visible", pt: "O IP do cliente continua visível",
    es: "La dirección del cliente sigue visible")
  let why = TranslatedText(
    "Hidden addresses in the header take away a means to find the device that has not moved.",
    pt: "Ocultar o IP no cabeçalho tira um meio de achar o aparelho que não migrou.",
    es: "Ocultar la dirección en la cabecera quita un medio de hallar el aparato que no migró.")
  let variables = ["C_Mail_SMTP_Delivery_HideIP"]
  let advice = PreflightAdvice(
    TranslatedText(
      "Show it while users are moving; the log that port587 audit reads has it either way.",
      pt: "Mostre enquanto os usuários migram; o log que port587 audit lê tem o IP de qualquer forma.",
      es: "Muéstrela mientras los usuarios migran; el registro que lee port587 audit la tiene de todos modos."),
    console: .list("HideIP"), commands: [modify("C_Mail_SMTP_Delivery_HideIP", "0")])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    try evidence.flag("C_Mail_SMTP_Delivery_HideIP")
      ? PreflightJudgement(.warn, TranslatedText("It is hidden.", pt: "Está oculto.", es: "Está oculta."))
      : PreflightJudgement(.pass, TranslatedText("It is visible.", pt: "Está visível.", es: "Está visible."))
  }
}
