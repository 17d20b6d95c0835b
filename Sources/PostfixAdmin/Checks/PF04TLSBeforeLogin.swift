import MailModel

/// No password without TLS.
struct PF04TLSBeforeLogin: PostfixCheck {
  let id = "PF4"
  let severity = PreflightSeverity.high
  let phase = PreflightPhase.tlsEnforced
  let title = TranslatedText(
    "Passwords are taken behind TLS alone", pt: "Senhas só são aceitas sob TLS",
    es: "Las contraseñas solo se aceptan bajo TLS")
  let why = TranslatedText(
    "Where AUTH is offered without TLS, a password crosses the network readable the first time a program is set up wrongly.",
    pt:
      "Onde o AUTH é oferecido sem TLS, a senha passa legível pela rede já na primeira vez que um programa é mal configurado.",
    es:
      "Donde AUTH se ofrece sin TLS, la contraseña cruza la red legible la primera vez que un programa se configura mal."
  )
  let parameters = [
    "smtpd_tls_auth_only", "smtpd_tls_security_level", "smtpd_sasl_auth_enable", "smtpd_sasl_security_options",
  ]
  let ports = [25, 587]
  let advice = PreflightAdvice(
    TranslatedText(
      "Offer AUTH behind TLS only.", pt: "Ofereça AUTH só sob TLS.", es: "Ofrezca AUTH solo bajo TLS."),
    commands: ["postconf -e smtpd_tls_auth_only=yes", "postfix reload"])

  func judge(_ evidence: PostfixEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    var open: [ListenerService] = []
    for service in try evidence.listeners() where try evidence.flag("smtpd_sasl_auth_enable", of: service) {
      if try evidence.flag("smtpd_tls_auth_only", of: service) { continue }
      if try evidence.tlsLevel(service) == "encrypt" { continue }
      // Without TLS no mechanism that shows the password is offered then.
      if try evidence.words("smtpd_sasl_security_options", of: service).contains("noplaintext") { continue }
      open.append(service)
    }
    if open.isEmpty {
      return PreflightJudgement(
        .pass,
        TranslatedText(
          "No service offers AUTH without TLS.", pt: "Nenhum serviço oferece AUTH sem TLS.",
          es: "Ningún servicio ofrece AUTH sin TLS."))
    }
    let list = PF04TLSBeforeLogin.list(open)
    return PreflightJudgement(
      .fail,
      TranslatedText(
        "AUTH is offered without TLS by: \(list)", pt: "O AUTH é oferecido sem TLS por: \(list)",
        es: "AUTH lo ofrece sin TLS: \(list)"))
  }
}
