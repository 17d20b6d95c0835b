import MailModel

/// Shared accounts and aliases break on the day their users begin to log in.
struct C17SenderIsLogin: IceWarpCheck {
  let id = "C17"
  let severity = PreflightSeverity.high
  let phase = PreflightPhase.usersMoved
  let title = TranslatedText(
    "Shared addresses and aliases may send", pt: "Endereços compartilhados e apelidos podem enviar",
    es: "Las direcciones compartidas y los alias pueden enviar")
  let why = TranslatedText(
    "Who begins to log in as himself and writes as sales@… is refused, with the same “501 5.7.1 Permission denied” that "
      + "those on port 25 get.",
    pt:
      "Quem passa a autenticar como si mesmo e escreve como vendas@… é recusado, com o mesmo “501 5.7.1 Permission denied” "
      + "de quem está na porta 25.",
    es:
      "A quien empieza a autenticarse como sí mismo y escribe como ventas@… se le rechaza, con el mismo «501 5.7.1 Permission "
      + "denied» de quien está en el puerto 25.")
  let variables = ["C_Mail_Security_Protection_RejectSMTPAuthSender", "C_Accounts_Policies_Auth_ToMailFrom"]
  let advice = PreflightAdvice(
    TranslatedText(
      "Look in port587 audit for the refusals “senderMismatch”. Give those users a login for the shared account, or switch the "
        + "option off until the move is over.",
      pt:
        "Procure em port587 audit as recusas “senderMismatch”. Dê a esses usuários um login da conta compartilhada, ou desligue "
        + "a opção até o fim da migração.",
      es:
        "Busque en port587 audit los rechazos «senderMismatch». Dé a esos usuarios un acceso a la cuenta compartida, o desactive "
        + "la opción hasta el fin de la migración."),
    console: .place(
      "Mail > Security > Advanced > Reject if SMTP AUTH is different from sender",
      "Correio > Segurança > Avançado > rejeitar se SMTP AUTH difere do remetente", variable: "RejectSMTPAuthSender"),
    commands: [modify("C_Mail_Security_Protection_RejectSMTPAuthSender", "0")])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let isRejected = try evidence.flag("C_Mail_Security_Protection_RejectSMTPAuthSender")
    if isRejected {
      let aliases =
        evidence.accounts.map { $0.directory.mailboxOfAddress.filter { $0.key != $0.value }.count }.map {
          TranslatedText(
            "Aliases in the account export: \($0).", pt: "Apelidos na exportação de contas: \($0).",
            es: "Alias en la exportación de cuentas: \($0).")
        } ?? TranslatedText(verbatim: "")
      return PreflightJudgement(
        .warn,
        TranslatedText(
          "A sender that is not the login is refused.", pt: "Remetente diferente do login é recusado.",
          es: "Se rechaza al remitente que no es el del inicio de sesión."
        ).followed(by: aliases))
    }
    if evidence.knownFlag("C_Accounts_Policies_Auth_ToMailFrom") == true {
      return PreflightJudgement(
        .warn,
        TranslatedText(
          "The login is put in place of the sender: replies to shared addresses go to one person.",
          pt: "O login substitui o remetente: respostas a endereços compartilhados vão para uma pessoa só.",
          es:
            "El inicio de sesión sustituye al remitente: las respuestas a direcciones compartidas llegan a una sola persona."
        ),
        severity: .medium,
        advice: PreflightAdvice(
          advice.text, console: .list("Auth_ToMailFrom"),
          commands: [C17SenderIsLogin.modify("C_Accounts_Policies_Auth_ToMailFrom", "0")]))
    }
    return PreflightJudgement(
      .pass,
      TranslatedText(
        "Sender and login may differ.", pt: "Remetente e login podem diferir.",
        es: "El remitente y el inicio de sesión pueden diferir."))
  }
}
