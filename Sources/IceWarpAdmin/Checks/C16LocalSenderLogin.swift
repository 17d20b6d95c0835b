import MailModel

/// The submission option alone does not stop strangers who claim a local sender and write to local people.
struct C16LocalSenderLogin: IceWarpCheck {
  let id = "C16"
  let severity = PreflightSeverity.medium
  let phase = PreflightPhase.withoutExceptions
  let title = TranslatedText(
    "Local senders must be authorised", pt: "Remetente local precisa estar autorizado",
    es: "El remitente local debe estar autorizado")
  let why = TranslatedText(
    "With the submission option on, port 25 still takes mail from a local sender to a local recipient: colleagues can be "
      + "forged to one another. This option closes that.",
    pt:
      "Com a opção de submissão ligada, a porta 25 ainda aceita mensagem de remetente local para destinatário local: dá para "
      + "se passar por um colega. Esta opção fecha isso.",
    es:
      "Con la opción de envío activa, el puerto 25 aún acepta correo de remitente local a destinatario local: uno puede "
      + "hacerse pasar por un colega. Esta opción lo cierra.")
  let variables = ["C_Mail_Security_Relay_RejectLocalUnauth"]
  let advice = PreflightAdvice(
    TranslatedText(
      "Switch it on when the bypass list is empty; it also hits users whose access provider forces its own server on them.",
      pt:
        "Ligue quando a lista de bypass estiver vazia; atinge também quem é obrigado pelo provedor de acesso a usar o servidor dele.",
      es:
        "Actívela cuando la lista de bypass esté vacía; afecta también a quien su proveedor de acceso obliga a usar su servidor."
    ),
    console: .place(
      "Mail > Security > General > Reject if originator's domain is local and not authorized",
      "Correio > Segurança > Geral > rejeitar domínio local não autorizado", variable: "RejectLocalUnauth"),
    commands: [modify("C_Mail_Security_Relay_RejectLocalUnauth", "1")])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    try evidence.flag("C_Mail_Security_Relay_RejectLocalUnauth")
      ? PreflightJudgement(.pass, TranslatedText("It is on.", pt: "Está ligada.", es: "Está activa."))
      : PreflightJudgement(
        .warn,
        TranslatedText(
          "Off: anybody can claim a local sender towards local recipients.",
          pt: "Desligada: qualquer um pode usar um remetente local para destinatários locais.",
          es: "Inactiva: cualquiera puede usar un remitente local hacia destinatarios locales."))
  }
}
