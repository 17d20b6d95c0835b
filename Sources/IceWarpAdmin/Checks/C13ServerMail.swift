import MailModel

/// Mail that the server itself writes goes the way of the web client, in part without a login.
struct C13ServerMail: IceWarpCheck {
  let id = "C13"
  let severity = PreflightSeverity.medium
  let phase = PreflightPhase.enforced
  let title = TranslatedText(
    "Quarantine reports and sign-up mail still go out",
    pt: "Relatórios de quarentena e mensagens de cadastro continuam saindo",
    es: "Los informes de cuarentena y el correo de registro siguen saliendo")
  let why = TranslatedText(
    "They use the server and port of the web client, and some are sent without a login; on a port that demands one they may "
      + "be lost silently.",
    pt:
      "Eles usam o servidor e a porta do Client Web, e alguns são enviados sem autenticar; numa porta que exige isso podem "
      + "sumir sem aviso.",
    es:
      "Usan el servidor y el puerto del cliente web, y algunos se envían sin autenticarse; en un puerto que lo exige pueden "
      + "perderse sin aviso.")
  let variables: [String] = []
  let advice = PreflightAdvice(
    TranslatedText(
      "After the switch send yourself a quarantine report; if it does not come, give the server's own address one i: line in "
        + "the bypass file.",
      pt:
        "Depois de ligar a chave, envie a si mesmo um relatório de quarentena; se não chegar, dê ao endereço do próprio "
        + "servidor uma linha i: no arquivo de bypass.",
      es:
        "Después de activar la opción envíese un informe de cuarentena; si no llega, dé a la dirección del propio servidor "
        + "una línea i: en el archivo de bypass."))

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    throw PreflightUnknown(
      TranslatedText(
        "No setting tells whether the server's own mail is let through; only a test does: after the switch send yourself a "
          + "quarantine report.",
        pt:
          "Nenhuma configuração diz se as mensagens do próprio servidor passam; só um teste: depois de ligar a chave, envie a "
          + "si mesmo um relatório de quarentena.",
        es:
          "Ninguna opción dice si pasa el correo del propio servidor; solo una prueba: después de activar la opción envíese un "
          + "informe de cuarentena."))
  }
}
