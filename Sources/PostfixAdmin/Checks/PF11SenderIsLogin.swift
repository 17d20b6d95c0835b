import MailModel

/// Shared addresses break on the day their users begin to log in.
struct PF11SenderIsLogin: PostfixCheck {
  let id = "PF11"
  let severity = PreflightSeverity.high
  let phase = PreflightPhase.usersMoved
  let title = TranslatedText(
    "Shared addresses and aliases may send", pt: "Endereços compartilhados e apelidos podem enviar",
    es: "Las direcciones compartidas y los alias pueden enviar")
  let why = TranslatedText(
    "Who logs in as himself and writes as sales@… is refused where the sender must belong to the login (553 5.7.1).",
    pt:
      "Quem autentica como si mesmo e escreve como vendas@… é recusado onde o remetente tem de pertencer ao login (553 5.7.1).",
    es:
      "A quien se autentica como sí mismo y escribe como ventas@… se le rechaza donde el remitente debe pertenecer al inicio de "
      + "sesión (553 5.7.1).")
  let parameters = [
    "smtpd_sender_restrictions", "smtpd_client_restrictions", "smtpd_recipient_restrictions", "smtpd_sender_login_maps",
  ]
  let ports = [587, 465]
  let advice = PreflightAdvice(
    TranslatedText(
      "Enter shared addresses and aliases into smtpd_sender_login_maps before their users move.",
      pt: "Inclua endereços compartilhados e apelidos em smtpd_sender_login_maps antes que os usuários migrem.",
      es: "Incluya las direcciones compartidas y los alias en smtpd_sender_login_maps antes de que migren sus usuarios."
    ),
    commands: ["postconf smtpd_sender_login_maps"])

  func judge(_ evidence: PostfixEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let found = try evidence.listeners().filter { [587, 465].contains($0.port) }
    if found.isEmpty { _ = try evidence.submission() }
    for service in found {
      for name in parameters where name.hasSuffix("restrictions") {
        for word in try evidence.words(name, of: service) where word.hasSuffix("sender_login_mismatch") {
          let maps = try evidence.value("smtpd_sender_login_maps", of: service)
          let now = TranslatedText(
            "\(service.name) refuses senders that do not belong to the login (\(word)).",
            pt: "\(service.name) recusa remetentes que não pertencem ao login (\(word)).",
            es: "\(service.name) rechaza remitentes que no pertenecen al inicio de sesión (\(word)).")
          let empty = TranslatedText(
            "smtpd_sender_login_maps is empty.", pt: "smtpd_sender_login_maps está vazio.",
            es: "smtpd_sender_login_maps está vacío.")
          return PreflightJudgement(.warn, now.followed(by: maps.isEmpty ? empty : nil))
        }
      }
    }
    return PreflightJudgement(
      .pass,
      TranslatedText(
        "Sender and login may differ.", pt: "Remetente e login podem diferir.",
        es: "El remitente y el inicio de sesión pueden diferir."))
  }
}
