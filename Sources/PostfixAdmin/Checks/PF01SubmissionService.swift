import MailModel

/// There is a service for users.
struct PF01SubmissionService: PostfixCheck {
  let id = "PF1"
  let severity = PreflightSeverity.blocker
  let phase = PreflightPhase.bound
  let title = TranslatedText(
    "A service on 587 lets users log in", pt: "Um serviço na 587 deixa o usuário autenticar",
    es: "Un servicio en el 587 deja autenticarse al usuario")
  let why = TranslatedText(
    "Without it there is nowhere to send users to.", pt: "Sem ele não há para onde mandar os usuários.",
    es: "Sin él no hay adónde enviar a los usuarios.")
  let parameters = ["smtpd_sasl_auth_enable"]
  let ports = [587]
  let advice = PreflightAdvice(
    TranslatedText(
      "Add the service submission to master.cf, with AUTH, TLS and a label of its own.",
      pt: "Acrescente o serviço submission ao master.cf, com AUTH, TLS e rótulo próprio.",
      es: "Añada el servicio submission a master.cf, con AUTH, TLS y una etiqueta propia."),
    commands: [
      "postconf -M submission/inet='submission inet n - y - - smtpd'",
      "postconf -P submission/inet/syslog_name=postfix/submission",
      "postconf -P submission/inet/smtpd_tls_security_level=encrypt",
      "postconf -P submission/inet/smtpd_sasl_auth_enable=yes",
      "postconf -P 'submission/inet/smtpd_relay_restrictions=permit_sasl_authenticated,reject'", "postfix reload",
    ])

  func judge(_ evidence: PostfixEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let found = try evidence.listeners().filter { $0.port == 587 }
    if found.isEmpty {
      return PreflightJudgement(
        .fail,
        TranslatedText(
          "No service listens on 587.", pt: "Nenhum serviço atende na 587.", es: "Ningún servicio atiende en el 587."))
    }
    var mute: [ListenerService] = []
    for service in found where try !evidence.flag("smtpd_sasl_auth_enable", of: service) { mute.append(service) }
    if !mute.isEmpty {
      let list = PF01SubmissionService.list(mute)
      return PreflightJudgement(
        .fail,
        TranslatedText(
          "AUTH is off for: \(list)", pt: "O AUTH está desligado para: \(list)", es: "AUTH está inactivo para: \(list)"),
        advice: PreflightAdvice(
          advice.text,
          commands: mute.map { "postconf -P '\($0.name)/inet/smtpd_sasl_auth_enable=yes'" } + ["postfix reload"]))
    }
    let list = PF01SubmissionService.list(found)
    return PreflightJudgement(
      .pass,
      TranslatedText(
        "AUTH is on for: \(list)", pt: "O AUTH está ligado para: \(list)", es: "AUTH está activo para: \(list)"))
  }
}
