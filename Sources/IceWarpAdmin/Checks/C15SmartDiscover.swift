import MailModel

/// What IceWarp tells programs that set themselves up.
struct C15SmartDiscover: IceWarpCheck {
  let id = "C15"
  let severity = PreflightSeverity.high
  let phase = PreflightPhase.usersMoved
  let title = TranslatedText(
    "SmartDiscover hands out the new port", pt: "O SmartDiscover informa a porta nova",
    es: "SmartDiscover entrega el puerto nuevo")
  let why = TranslatedText(
    "Every Outlook and phone that is set up meanwhile asks the server. While the answer is 25, new users of port 25 are made "
      + "every day.",
    pt:
      "Todo Outlook e celular configurado nesse meio-tempo pergunta ao servidor. Enquanto a resposta for 25, surgem novos "
      + "usuários da porta 25 todos os dias.",
    es:
      "Todo Outlook y teléfono que se configura entretanto pregunta al servidor. Mientras la respuesta sea 25, cada día "
      + "nacen nuevos usuarios del puerto 25.")
  let variables = [
    "C_SmartDiscover_SMTPType", "C_SmartDiscover_SMTP", "D_SmartDiscover_SMTPType", "D_SmartDiscover_SMTP",
    "C_System_AutoDiscover_SMTPType", "C_System_AutoDiscover_SMTP",
  ]
  let advice = PreflightAdvice(
    TranslatedText(
      "Set the type to the second port with STARTTLS (3), or to SSL (1) where 465 is for everybody.",
      pt: "Ajuste o tipo para segunda porta com STARTTLS (3), ou SSL (1) se a 465 for para todos.",
      es: "Ponga el tipo en segundo puerto con STARTTLS (3), o SSL (1) si el 465 es para todos."),
    console: .list("SmartDiscover_SMTPType"), commands: [modify("C_SmartDiscover_SMTPType", "3")])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let old = "C_System_AutoDiscover_SMTPType"
    let isOld = evidence.knownText("C_SmartDiscover_SMTPType") == nil && evidence.knownText(old) != nil
    let main = try evidence.number(isOld ? old : "C_SmartDiscover_SMTPType")
    let domains = (evidence.settings?.values(of: "D_SmartDiscover_SMTPType") ?? []).compactMap { Int($0) }
    let types = [main] + domains
    let advice =
      isOld
      ? PreflightAdvice(
        TranslatedText(
          "Set the type to SSL (1); the type for STARTTLS came with a later version.",
          pt: "Ajuste o tipo para SSL (1); o tipo para STARTTLS veio em versão posterior.",
          es: "Ponga el tipo en SSL (1); el tipo para STARTTLS llegó con una versión posterior."),
        console: .list("AutoDiscover_SMTPType"), commands: [C15SmartDiscover.modify(old, "1")]) : self.advice
    let list = types.map { C15SmartDiscover.names[$0] ?? "\($0)" }.joined(separator: ", ")
    let now = TranslatedText("Handed out: \(list).", pt: "Informado: \(list).", es: "Se entrega: \(list).")
    if types.contains(0) { return PreflightJudgement(.fail, now, advice: advice) }
    if types.contains(2) {
      return PreflightJudgement(
        .warn,
        now.followed(
          by: TranslatedText(
            "Programs set up now will have to be changed again once TLS is demanded.",
            pt: "Programas configurados agora terão de mudar de novo quando o TLS for exigido.",
            es: "Los programas que se configuren ahora tendrán que cambiarse otra vez cuando se exija TLS.")),
        advice: advice)
    }
    if types.contains(where: { C15SmartDiscover.names[$0] == nil }) {
      throw PreflightUnknown(
        now.followed(
          by: TranslatedText(
            "This value is not known.", pt: "Este valor não é conhecido.", es: "Este valor no se conoce.")))
    }
    let second = evidence.knownNumber("C_System_Services_SMTP_AltPort")
    if types.contains(3), let second, second != 587 {
      return PreflightJudgement(
        .fail,
        now.followed(
          by: TranslatedText(
            "The second port is \(second) (C1).", pt: "A segunda porta é a \(second) (C1).",
            es: "El segundo puerto es el \(second) (C1).")),
        advice: PreflightAdvice(
          TranslatedText("Put C1 right.", pt: "Corrija o C1.", es: "Corrija C1."),
          commands: [C15SmartDiscover.modify("C_System_Services_SMTP_AltPort", "587")]))
    }
    return PreflightJudgement(.pass, now)
  }

  private static let names: [Int: String] = [
    0: "0 (25)", 1: "1 (SSL)", 2: "2 (2nd port, no TLS)", 3: "3 (2nd port, STARTTLS)",
  ]
}
