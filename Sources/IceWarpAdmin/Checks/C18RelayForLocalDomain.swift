import MailModel

/// Relaying for local senders alone.
struct C18RelayForLocalDomain: IceWarpCheck {
  let id = "C18"
  let severity = PreflightSeverity.info
  let phase = PreflightPhase.enforced
  let title = TranslatedText(
    "Whether only local domains may be relayed", pt: "Se só domínios locais podem ser retransmitidos",
    es: "Si solo se retransmiten dominios locales")
  let why = TranslatedText(
    "Users who send as an address of another provider through this server are refused where it is on, login or not.",
    pt:
      "Usuários que enviam por este servidor com endereço de outro provedor são recusados quando está ligada, com ou sem login.",
    es:
      "A los usuarios que envían por este servidor con la dirección de otro proveedor se les rechaza si está activa, con o sin "
      + "autenticación.")
  let variables = ["C_Mail_Security_Protection_LocalDomain"]
  let advice = PreflightAdvice(
    TranslatedText(
      "Nothing to do, unless users send with foreign addresses.",
      pt: "Nada a fazer, a não ser que usuários enviem com endereços de fora.",
      es: "Nada que hacer, salvo que los usuarios envíen con direcciones ajenas."),
    console: .place(
      "Mail > Security > Advanced > Relay only if originator's domain is local",
      "Correio > Segurança > Avançado > relay só para domínio local", variable: "Protection_LocalDomain"))

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    try evidence.flag("C_Mail_Security_Protection_LocalDomain")
      ? PreflightJudgement(
        .pass,
        TranslatedText(
          "On: foreign senders are not relayed.", pt: "Ligada: remetentes de fora não são retransmitidos.",
          es: "Activa: no se retransmite a remitentes ajenos."))
      : PreflightJudgement(
        .pass,
        TranslatedText(
          "Off: the sender's domain does not matter to the relay.",
          pt: "Desligada: o domínio do remetente não importa para o relay.",
          es: "Inactiva: el dominio del remitente no importa para el relay."))
  }
}
