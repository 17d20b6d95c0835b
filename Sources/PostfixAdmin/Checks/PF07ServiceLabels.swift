import MailModel

/// The log tells the port only where the services carry names of their own.
struct PF07ServiceLabels: PostfixCheck {
  let id = "PF7"
  let severity = PreflightSeverity.high
  let phase = PreflightPhase.usersMoved
  let title = TranslatedText(
    "The log tells the submission services apart", pt: "O log distingue os serviços de submissão",
    es: "El registro distingue los servicios de envío")
  let why = TranslatedText(
    "All services log as postfix/smtpd unless they have a label. Without labels port587 audit cannot say who is still on 25.",
    pt:
      "Todos os serviços registram como postfix/smtpd se não tiverem rótulo. Sem rótulos, port587 audit não sabe quem ainda está "
      + "na 25.",
    es:
      "Todos los servicios registran como postfix/smtpd si no tienen etiqueta. Sin etiquetas, port587 audit no sabe quién sigue "
      + "en el 25.")
  let parameters = ["syslog_name"]
  let ports = [587, 465]
  let advice = PreflightAdvice(
    TranslatedText(
      "Give each submission service a label of its own.", pt: "Dê a cada serviço de submissão um rótulo próprio.",
      es: "Dé a cada servicio de envío una etiqueta propia."))

  func judge(_ evidence: PostfixEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let all = try evidence.listeners()
    let submission = all.filter { [587, 465].contains($0.port) }
    if submission.isEmpty {
      throw PreflightUnknown(
        TranslatedText(
          "There is no submission service.", pt: "Não há serviço de submissão.", es: "No hay servicio de envío."))
    }
    let plain = Set(all.filter { $0.port == 25 }.map(\.syslogName))
    let mute = submission.filter { service in
      service.syslogName == "postfix" || plain.contains(service.syslogName)
        || submission.contains { $0.port != service.port && $0.syslogName == service.syslogName }
    }
    if mute.isEmpty {
      let list = submission.map { "\($0.port) = \($0.syslogName)" }.joined(separator: ", ")
      return PreflightJudgement(.pass, TranslatedText(verbatim: list))
    }
    let list = PF07ServiceLabels.list(mute)
    return PreflightJudgement(
      .fail,
      TranslatedText(
        "Without a label of their own: \(list)", pt: "Sem rótulo próprio: \(list)", es: "Sin etiqueta propia: \(list)"),
      advice: PreflightAdvice(
        advice.text,
        commands: mute.map {
          "postconf -P '\($0.name)/inet/syslog_name=postfix/\($0.port == 587 ? "submission" : "submissions")'"
        }
          + ["postfix reload"]))
  }
}
