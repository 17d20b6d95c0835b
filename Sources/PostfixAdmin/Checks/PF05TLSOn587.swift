import MailModel

/// STARTTLS is there for users.
struct PF05TLSOn587: PostfixCheck {
  let id = "PF5"
  let severity = PreflightSeverity.blocker
  let phase = PreflightPhase.bound
  let title = TranslatedText(
    "587 offers TLS, and in the end demands it", pt: "A 587 oferece TLS, e no fim o exige",
    es: "El 587 ofrece TLS, y al final lo exige")
  let why = TranslatedText(
    "Programs set up by themselves expect STARTTLS on 587 and do not send without.",
    pt: "Programas que se configuram sozinhos esperam STARTTLS na 587 e não enviam sem ele.",
    es: "Los programas que se configuran solos esperan STARTTLS en el 587 y no envían sin él.")
  let parameters = [
    "smtpd_tls_security_level", "smtpd_use_tls", "smtpd_tls_cert_file", "smtpd_tls_chain_files",
    "smtpd_tls_eccert_file",
  ]
  let ports = [587]
  let advice = PreflightAdvice(
    TranslatedText(
      "Give Postfix a certificate, and let the service demand TLS.",
      pt: "Dê um certificado ao Postfix e faça o serviço exigir TLS.",
      es: "Dé un certificado a Postfix y haga que el servicio exija TLS."),
    commands: [
      "postconf -P submission/inet/smtpd_tls_security_level=encrypt",
      "postconf -e smtpd_tls_chain_files=/path/to/key-and-chain.pem", "postfix reload",
    ])

  func judge(_ evidence: PostfixEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let found = try evidence.submission()
    var certificate = ""
    for name in ["smtpd_tls_chain_files", "smtpd_tls_cert_file", "smtpd_tls_eccert_file"] {
      certificate += try evidence.value(name, of: found.first)
    }
    if certificate.isEmpty || certificate == "none" {
      return PreflightJudgement(
        .fail,
        TranslatedText(
          "Postfix has no certificate, so there is no TLS at all.",
          pt: "O Postfix não tem certificado, e portanto não há TLS.",
          es: "Postfix no tiene certificado, y por tanto no hay TLS."))
    }
    var offers: [ListenerService] = []
    for service in found {
      switch try evidence.tlsLevel(service) {
      case "encrypt": continue
      case "none":
        return PreflightJudgement(
          .fail,
          TranslatedText(
            "\(service.name) offers no TLS.", pt: "\(service.name) não oferece TLS.",
            es: "\(service.name) no ofrece TLS."))
      default: offers.append(service)
      }
    }
    if offers.isEmpty {
      return PreflightJudgement(.pass, TranslatedText("TLS is demanded.", pt: "O TLS é exigido.", es: "Se exige TLS."))
    }
    let list = PF05TLSOn587.list(offers)
    return PreflightJudgement(
      .warn,
      TranslatedText(
        "TLS is offered, and not demanded by: \(list)", pt: "O TLS é oferecido, mas não exigido por: \(list)",
        es: "TLS se ofrece, pero no lo exige: \(list)"), severity: .medium,
      advice: PreflightAdvice(
        TranslatedText(
          "When nobody logs in without TLS any more, demand it.",
          pt: "Quando ninguém mais autenticar sem TLS, exija-o.",
          es: "Cuando ya nadie se autentique sin TLS, exíjalo."),
        commands: offers.map { "postconf -P '\($0.name)/inet/smtpd_tls_security_level=encrypt'" } + ["postfix reload"]))
  }
}
