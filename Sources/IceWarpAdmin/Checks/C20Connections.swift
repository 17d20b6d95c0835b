import MailModel

/// Offices behind one address need room for all of their programs.
struct C20Connections: IceWarpCheck {
  let id = "C20"
  let severity = PreflightSeverity.medium
  let phase = PreflightPhase.usersMoved
  let title = TranslatedText(
    "An office behind one address finds room", pt: "Um escritório atrás de um único IP tem lugar",
    es: "Una oficina detrás de una sola dirección tiene sitio")
  let why = TranslatedText(
    "The limit per address counts for all ports: an office behind NAT is one address. Each port has its own full number of "
      + "connections, so moving users to 587 makes room on 25.",
    pt:
      "O limite por IP vale para todas as portas: um escritório atrás de NAT é um IP só. Cada porta tem sua própria cota de "
      + "conexões; migrar usuários para a 587 abre espaço na 25.",
    es:
      "El límite por dirección vale para todos los puertos: una oficina detrás de NAT es una sola dirección. Cada puerto tiene "
      + "su propia cuota de conexiones; pasar usuarios al 587 deja sitio en el 25.")
  let variables = [
    "C_Mail_SMTP_General_ParallelIPConnectionsLimit", "C_System_Services_SMTP_MaxInConn",
    "C_System_Services_SMTP_MaxOutConn", "C_System_Services_SMTP_ThreadCache",
  ]
  let advice = PreflightAdvice(
    TranslatedText(
      "Raise the limit per address above the number of programs in the largest office.",
      pt: "Suba o limite por IP acima do número de programas no maior escritório.",
      es: "Suba el límite por dirección por encima del número de programas de la oficina más grande."),
    console: .list("ParallelIPConnectionsLimit"),
    commands: [modify("C_Mail_SMTP_General_ParallelIPConnectionsLimit", "50")])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let limit = try evidence.number("C_Mail_SMTP_General_ParallelIPConnectionsLimit")
    let all = evidence.knownNumber("C_System_Services_SMTP_MaxInConn").map { "\($0)" } ?? "?"
    let now = TranslatedText(
      "Per address: \(limit); incoming: \(all).", pt: "Por IP: \(limit); de entrada: \(all).",
      es: "Por dirección: \(limit); entrantes: \(all).")
    return PreflightJudgement((1..<20).contains(limit) ? .warn : .pass, now)
  }
}
