import MailModel

/// An option of the web client that re-sends without a login.
struct A15BounceOption: IceWarpCheck {
  let id = "A15"
  let severity = PreflightSeverity.high
  let phase = PreflightPhase.enforced
  let title = TranslatedText(
    "The web client's option for failed recipients is off",
    pt: "A opção do Client Web para destinatários com falha está desligada",
    es: "La opción del cliente web para destinatarios con fallo está desactivada")
  let why = TranslatedText(
    "The option re-sends a message through a local relay, without a login. With the submission option on that is refused, and "
      + "messages from the web client are lost.",
    pt:
      "A opção manda a mensagem outra vez por um relay local, sem autenticar. Com a opção de submissão ligada isso é recusado, e "
      + "mensagens do Client Web se perdem.",
    es:
      "La opción manda el mensaje otra vez por un relay local, sin autenticarse. Con la opción de envío activa eso se rechaza, y se "
      + "pierden mensajes del cliente web.")
  let variables: [String] = []
  let advice = PreflightAdvice(
    TranslatedText(
      "Log in to the web client as administrator and switch it off.",
      pt: "Entre no Client Web como administrador e desligue-a.",
      es: "Entre en el cliente web como administrador y desactívela."),
    console: PreflightConsole(
      "WebClient (as administrator) > Admin Options > Mail > General > Bounce back for failed recipients",
      "Client Web (como administrador) > Opções do Admin > Correio > Geral > Habilitar mensagens de erro para destinatários com "
        + "falha no envio"))

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    PreflightJudgement(
      .notRun,
      TranslatedText(
        "No known setting of the tool holds it; please look.",
        pt: "Nenhuma configuração conhecida do tool a contém; verifique.",
        es: "Ninguna opción conocida del tool la contiene; compruébelo."), advice: advice)
  }
}
