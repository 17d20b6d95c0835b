import MailModel

/// This server as a client of another one: it, too, has to leave port 25 for submission.
struct C19OutboundRelay: IceWarpCheck {
  let id = "C19"
  let severity = PreflightSeverity.high
  let phase = PreflightPhase.bound
  let title = TranslatedText(
    "Relay servers are used on 587", pt: "Servidores de relay são usados na 587",
    es: "Los servidores de relay se usan en el 587")
  let why = TranslatedText(
    "Where this server sends through its provider, the access provider's block of port 25, or the relay's own move to 587, "
      + "stops all outgoing mail.",
    pt:
      "Se este servidor envia pelo provedor, o bloqueio da porta 25 pelo provedor de acesso, ou a mudança do próprio relay "
      + "para a 587, interrompe todo o envio.",
    es:
      "Si este servidor envía a través de su proveedor, el bloqueo del puerto 25 por el proveedor de acceso, o el cambio del "
      + "propio relay al 587, detiene todo el correo saliente.")
  let variables = [
    "C_Mail_SMTP_General_DeliveryMode", "C_Mail_SMTP_General_RelayMailServer",
    "C_Mail_SMTP_Delivery_MXReconnectFailure",
  ]
  let advice = PreflightAdvice(
    TranslatedText(
      "Append :587 to each relay: user@domain:password@host:587. Routing rules and backup domains can name relays too.",
      pt:
        "Acrescente :587 a cada relay: usuario@dominio:senha@host:587. Regras de roteamento e domínios de backup também podem "
        + "ter relay.",
      es:
        "Añada :587 a cada relay: usuario@dominio:contraseña@host:587. Las reglas de enrutamiento y los dominios de respaldo "
        + "también pueden tener relay."),
    console: .place(
      "Mail > General > Delivery > Use relay server", "Correio > Geral > Entrega > Usar servidor de relay",
      variable: "RelayMailServer"),
    commands: [modify("C_Mail_SMTP_General_RelayMailServer", "USER@DOMAIN:PASSWORD@HOST:587")])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let isDirect = try evidence.number("C_Mail_SMTP_General_DeliveryMode") == 1
    var fields: [RelayField] = []
    if !isDirect {
      _ = try evidence.text("C_Mail_SMTP_General_RelayMailServer")
      fields = [evidence.settings?.relay("C_Mail_SMTP_General_RelayMailServer")].compactMap { $0 }
    }
    // The fallback is a relay where it names a server; in some versions it may be a mere switch.
    if let fallback = evidence.settings?.relay("C_Mail_SMTP_Delivery_MXReconnectFailure"),
      fallback.entries.contains(where: { $0.hasLogin || $0.host?.contains(".") == true })
    {
      fields.append(fallback)
    }
    let entries = fields.flatMap(\.entries)
    if entries.isEmpty {
      return isDirect
        ? PreflightJudgement(
          .pass,
          TranslatedText(
            "The server delivers by itself.", pt: "O servidor entrega sozinho.", es: "El servidor entrega por sí mismo."
          ))
        : PreflightJudgement(
          .warn,
          TranslatedText(
            "Delivery goes through a relay, and none is named.", pt: "A entrega é por relay, e nenhum está indicado.",
            es: "La entrega es por relay, y no se indica ninguno."))
    }
    let text = fields.map(\.masked).joined(separator: ", ")
    let late = entries.filter { $0.port == nil || $0.port == 25 }.count
    if late > 0 {
      return PreflightJudgement(
        .fail,
        TranslatedText(
          "Relays without a port, or on 25: \(late) of \(entries.count) (\(text)).",
          pt: "Relays sem porta, ou na 25: \(late) de \(entries.count) (\(text)).",
          es: "Relays sin puerto, o en el 25: \(late) de \(entries.count) (\(text))."))
    }
    if fields.contains(where: { !$0.isCertain }) {
      return PreflightJudgement(
        .warn,
        TranslatedText(
          "The field could not be cut into its relays without touching a password; the last one has a port (\(text)).",
          pt: "Não foi possível separar os relays do campo sem tocar em uma senha; o último tem porta (\(text)).",
          es: "No se pudo separar los relays del campo sin tocar una contraseña; el último tiene puerto (\(text))."))
    }
    return PreflightJudgement(.pass, TranslatedText("Relay: \(text)", pt: "Relay: \(text)", es: "Relay: \(text)"))
  }
}
