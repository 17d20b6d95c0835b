import MailModel

/// This server as a client of another one.
struct PF12OutboundRelay: PostfixCheck {
  let id = "PF12"
  let severity = PreflightSeverity.high
  let phase = PreflightPhase.bound
  let title = TranslatedText(
    "A relay server is used on 587", pt: "O servidor de relay é usado na 587",
    es: "El servidor de relay se usa en el 587")
  let why = TranslatedText(
    "Where this server sends through its provider, a block of port 25, or the relay's own move to 587, stops all outgoing mail.",
    pt:
      "Se este servidor envia pelo provedor, um bloqueio da porta 25, ou a mudança do próprio relay para a 587, interrompe todo o envio.",
    es:
      "Si este servidor envía a través de su proveedor, un bloqueo del puerto 25, o el cambio del propio relay al 587, detiene todo "
      + "el correo saliente.")
  let parameters = ["relayhost"]
  let advice = PreflightAdvice(
    TranslatedText(
      "Name the port of the relay; transport_maps and sender_dependent_relayhost_maps can name relays too.",
      pt: "Indique a porta do relay; transport_maps e sender_dependent_relayhost_maps também podem ter relay.",
      es: "Indique el puerto del relay; transport_maps y sender_dependent_relayhost_maps también pueden tener relay."),
    commands: ["postconf -e 'relayhost=[HOST]:587'", "postfix reload"])

  func judge(_ evidence: PostfixEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let relay = try evidence.value("relayhost")
    if relay.isEmpty {
      return PreflightJudgement(
        .pass,
        TranslatedText(
          "Postfix delivers by itself.", pt: "O Postfix entrega sozinho.", es: "Postfix entrega por sí mismo."))
    }
    let tail = relay.hasSuffix("]") ? nil : relay.lastIndex(of: ":").map { String(relay[relay.index(after: $0)...]) }
    let isLate = tail == nil || tail == "25" || tail == "smtp"
    return PreflightJudgement(isLate ? .fail : .pass, TranslatedText(verbatim: relay))
  }
}
