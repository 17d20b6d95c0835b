import MailModel

/// TLS from the first byte, which RFC 8314 prefers.
struct PF02SubmissionsService: PostfixCheck {
  let id = "PF2"
  let severity = PreflightSeverity.medium
  let phase = PreflightPhase.usersMoved
  let title = TranslatedText(
    "A service on 465 begins with TLS", pt: "Um serviço na 465 começa com TLS",
    es: "Un servicio en el 465 empieza con TLS")
  let why = TranslatedText(
    "Phones and many programs try 465 first; RFC 8314 section 3.3 asks for both ports.",
    pt: "Celulares e muitos programas tentam primeiro a 465; a RFC 8314 seção 3.3 pede as duas portas.",
    es: "Los teléfonos y muchos programas prueban primero el 465; la RFC 8314 sección 3.3 pide ambos puertos.")
  let parameters = ["smtpd_tls_wrappermode", "smtpd_sasl_auth_enable"]
  let ports = [465]
  let advice = PreflightAdvice(
    TranslatedText(
      "Add the service submissions to master.cf.", pt: "Acrescente o serviço submissions ao master.cf.",
      es: "Añada el servicio submissions a master.cf."),
    commands: [
      "postconf -M submissions/inet='submissions inet n - y - - smtpd'",
      "postconf -P submissions/inet/syslog_name=postfix/submissions",
      "postconf -P submissions/inet/smtpd_tls_wrappermode=yes",
      "postconf -P submissions/inet/smtpd_sasl_auth_enable=yes",
      "postconf -P 'submissions/inet/smtpd_relay_restrictions=permit_sasl_authenticated,reject'", "postfix reload",
    ])

  func judge(_ evidence: PostfixEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let found = try evidence.listeners(on: 465)
    if found.isEmpty {
      return PreflightJudgement(
        .warn,
        TranslatedText(
          "No service listens on 465.", pt: "Nenhum serviço atende na 465.", es: "Ningún servicio atiende en el 465."))
    }
    for service in found {
      let isTLS = try evidence.flag("smtpd_tls_wrappermode", of: service)
      let isAuth = try evidence.flag("smtpd_sasl_auth_enable", of: service)
      if isTLS, isAuth { continue }
      let missing = (isTLS ? [] : ["smtpd_tls_wrappermode=yes"]) + (isAuth ? [] : ["smtpd_sasl_auth_enable=yes"])
      let list = missing.joined(separator: ", ")
      return PreflightJudgement(
        .fail,
        TranslatedText(
          "\(service.name) lacks \(list): programs that try it hang or cannot log in.",
          pt: "Falta em \(service.name): \(list). Programas que o tentam travam ou não autenticam.",
          es: "Falta en \(service.name): \(list). Los programas que lo prueban se cuelgan o no se autentican."),
        severity: .high,
        advice: PreflightAdvice(
          advice.text, commands: missing.map { "postconf -P '\(service.name)/inet/\($0)'" } + ["postfix reload"]))
    }
    let list = PF02SubmissionsService.list(found)
    return PreflightJudgement(.pass, TranslatedText(verbatim: list))
  }
}
