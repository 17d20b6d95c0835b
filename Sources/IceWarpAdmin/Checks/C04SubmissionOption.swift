import MailModel

/// The switch itself.
struct C04SubmissionOption: IceWarpCheck {
  let id = "C4"
  let severity = PreflightSeverity.info
  let phase = PreflightPhase.enforced
  let title = TranslatedText(
    "State of the submission option", pt: "Estado da opção de submissão", es: "Estado de la opción de envío")
  let why = TranslatedText(
    "This is the switch: once it is on, local senders on port 25 get “501 5.7.1 Permission denied” unless the bypass "
      + "list names them.",
    pt:
      "Esta é a chave: depois de ligada, remetentes locais na porta 25 recebem “501 5.7.1 Permission denied”, a não ser "
      + "que estejam na lista de exceções (bypass).",
    es: "Este es el interruptor: una vez activo, los remitentes locales en el puerto 25 reciben «501 5.7.1 Permission "
      + "denied», salvo que estén en la lista de excepciones (bypass).")
  let variables = ["C_Mail_SMTP_Delivery_MessageSubmission"]
  let advice = PreflightAdvice(
    TranslatedText(
      "Leave it as it is until the findings of its phase are right.",
      pt: "Deixe como está até que os itens dessa fase estejam certos.",
      es: "Déjela como está hasta que los puntos de su fase estén bien."))

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    try evidence.flag("C_Mail_SMTP_Delivery_MessageSubmission")
      ? PreflightJudgement(
        .pass,
        TranslatedText(
          "On: local senders on port 25 are refused.", pt: "Ligada: remetentes locais na porta 25 são recusados.",
          es: "Activa: se rechaza a los remitentes locales en el puerto 25."))
      : PreflightJudgement(
        .pass,
        TranslatedText(
          "Off: nobody is refused yet for using port 25.",
          pt: "Desligada: ninguém é recusado ainda por usar a porta 25.",
          es: "Inactiva: todavía no se rechaza a nadie por usar el puerto 25."))
  }
}
