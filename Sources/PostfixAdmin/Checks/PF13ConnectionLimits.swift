import MailModel

/// Offices behind one address need room for all of their programs.
struct PF13ConnectionLimits: PostfixCheck {
  let id = "PF13"
  let severity = PreflightSeverity.medium
  let phase = PreflightPhase.usersMoved
  let title = TranslatedText(
    "An office behind one address finds room", pt: "Um escritório atrás de um único IP tem lugar",
    es: "Una oficina detrás de una sola dirección tiene sitio")
  let why = TranslatedText(
    "Limits for each address are made for servers; an office behind NAT is one address with many programs.",
    pt: "Limites por IP são feitos para servidores; um escritório atrás de NAT é um IP com muitos programas.",
    es:
      "Los límites por dirección están hechos para servidores; una oficina detrás de NAT es una dirección con muchos programas."
  )
  let parameters = [
    "smtpd_client_connection_count_limit", "smtpd_client_connection_rate_limit", "smtpd_client_message_rate_limit",
  ]
  let ports = [587, 465]
  let advice = PreflightAdvice(
    TranslatedText(
      "Raise the limits for the submission services.", pt: "Suba os limites dos serviços de submissão.",
      es: "Suba los límites de los servicios de envío."),
    commands: ["postconf -P submission/inet/smtpd_client_connection_count_limit=50", "postfix reload"])

  func judge(_ evidence: PostfixEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    var texts: [String] = []
    var isTight = false
    for service in try evidence.submission() {
      for name in parameters {
        let value = try evidence.value(name, of: service)
        texts.append("\(name) = \(value)")
        if let number = Int(value), (1..<20).contains(number) { isTight = true }
      }
    }
    return PreflightJudgement(isTight ? .warn : .pass, TranslatedText(verbatim: texts.joined(separator: ", ")))
  }
}
