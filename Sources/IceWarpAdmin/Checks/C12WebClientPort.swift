import MailModel

/// The web client sends like any other program, through the port of its settings.
struct C12WebClientPort: IceWarpCheck {
  let id = "C12"
  let severity = PreflightSeverity.blocker
  let phase = PreflightPhase.enforced
  let title = TranslatedText(
    "The web client sends through 587", pt: "O Client Web envia pela 587", es: "El cliente web envía por el 587")
  let why = TranslatedText(
    "Left on 25, the web client is refused like everybody else on the day the option is switched on, and no user can do "
      + "anything about it.",
    pt:
      "Se ficar na 25, o Client Web será recusado como todos no dia em que a opção for ligada, e nenhum usuário pode fazer "
      + "nada.",
    es:
      "Si queda en el 25, se rechazará al cliente web como a todos el día en que se active la opción, y ningún usuario puede "
      + "hacer nada.")
  let variables: [String] = ["C_System_Services_SMTP_AltPort", "C_System_Services_SMTP_SSLPort"]
  let advice = PreflightAdvice(
    TranslatedText(
      "Put 127.0.0.1:587 into the SMTP field of the web client, then send a test message from it.",
      pt: "Coloque 127.0.0.1:587 no campo SMTP do Client Web e depois envie uma mensagem de teste por ele.",
      es: "Ponga 127.0.0.1:587 en el campo SMTP del cliente web y envíe después un mensaje de prueba desde él."),
    console: PreflightConsole(
      "GroupWare > WebClient > SMTP: 127.0.0.1:587 (file: config/_webmail/server.xml, smtpserver and smtpport)",
      "GroupWare > Client Web > SMTP: 127.0.0.1:587 (arquivo: config/_webmail/server.xml, smtpserver e smtpport)"),
    commands: [])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    try C12WebClientPort.sending(evidence)
  }

  /// How the web client sends; ActiveSync uses the same field.
  static func sending(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    guard let webClient = evidence.webClient else {
      throw PreflightUnknown(
        TranslatedText(
          "config/_webmail/server.xml was not given (--webclient).",
          pt: "config/_webmail/server.xml não foi informado (--webclient).",
          es: "No se indicó config/_webmail/server.xml (--webclient)."))
    }
    // Neither element anywhere: IceWarp takes 127.0.0.1 and 25.
    let items = webClient.items.isEmpty ? [WebClientSettings.Item()] : webClient.items
    let ports = items.flatMap { $0.ports.isEmpty ? ["25"] : $0.ports }
    let isDefault = items.contains { $0.ports.isEmpty }
    let servers = items.flatMap { $0.servers.isEmpty ? ["127.0.0.1"] : $0.servers }
    // `127.0.0.1:587` is what the field of the console holds; what IceWarp makes of it in this file is not known.
    let named = items.filter(\.ports.isEmpty).flatMap(\.servers).filter { server in
      server.split(separator: ":").count == 2 && server.split(separator: ":").last.flatMap { Int($0) } != nil
    }
    if let server = named.first(where: { !$0.hasSuffix(":25") }), !items.contains(where: { $0.ports.contains("25") }) {
      return PreflightJudgement(
        .warn,
        TranslatedText(
          "The port stands in smtpserver (\(server)), and smtpport is empty; whether IceWarp then takes 25 is not known.",
          pt: "A porta está em smtpserver (\(server)), e smtpport está vazio; não se sabe se o IceWarp usa então a 25.",
          es:
            "El puerto está en smtpserver (\(server)), y smtpport está vacío; no se sabe si IceWarp toma entonces el 25."
        ))
    }
    let text = "\(servers.joined(separator: ";")), \(ports.joined(separator: ";"))"
    let good = Set(
      [587, 465].map { "\($0)" }
        + [
          evidence.knownNumber("C_System_Services_SMTP_AltPort"),
          evidence.knownNumber("C_System_Services_SMTP_SSLPort"),
        ]
        .compactMap { $0.map { "\($0)" } })
    if ports.contains("25") {
      let now = TranslatedText(
        "It sends through port 25 (\(text)).", pt: "Ele envia pela porta 25 (\(text)).",
        es: "Envía por el puerto 25 (\(text)).")
      return PreflightJudgement(
        .fail,
        isDefault
          ? now.followed(
            by: TranslatedText(
              "The file names no port, and IceWarp then takes 25.",
              pt: "O arquivo não indica a porta, e o IceWarp usa então a 25.",
              es: "El archivo no indica el puerto, e IceWarp toma entonces el 25.")) : now)
    }
    if let other = ports.first(where: { !good.contains($0) }) {
      return PreflightJudgement(
        .warn,
        TranslatedText(
          "It sends through port \(other), which is none of this server's submission ports (\(text)).",
          pt: "Ele envia pela porta \(other), que não é porta de submissão deste servidor (\(text)).",
          es: "Envía por el puerto \(other), que no es puerto de envío de este servidor (\(text))."))
    }
    return PreflightJudgement(
      .pass,
      TranslatedText("It sends through \(text).", pt: "Ele envia por \(text).", es: "Envía por \(text)."))
  }
}
