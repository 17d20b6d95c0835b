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
    "smtpd_tls_eccert_file", "smtpd_tls_wrappermode", "smtpd_discard_ehlo_keywords",
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
    for service in found {
      var certificate = ""
      for name in ["smtpd_tls_chain_files", "smtpd_tls_cert_file", "smtpd_tls_eccert_file"] {
        certificate += try evidence.value(name, of: service)
      }
      if certificate.isEmpty || certificate == "none" {
        return PreflightJudgement(
          .fail,
          TranslatedText(
            "Postfix has no certificate for \(service.name), so there is no TLS at all.",
            pt: "O Postfix não tem certificado para \(service.name), e portanto não há TLS.",
            es: "Postfix no tiene certificado para \(service.name), y por tanto no hay TLS."))
      }
    }
    var offers: [ListenerService] = []
    for service in found {
      if try evidence.flag("smtpd_tls_wrappermode", of: service) {
        return PreflightJudgement(
          .fail,
          TranslatedText(
            "\(service.name) begins with TLS; programs that speak STARTTLS, as all do that are set to 587, wait for ever.",
            pt:
              "\(service.name) começa com TLS; programas que falam STARTTLS, como todos os ajustados para a 587, esperam sem fim.",
            es:
              "\(service.name) empieza con TLS; los programas que hablan STARTTLS, como todos los puestos en el 587, esperan sin fin."
          ),
          advice: PF05TLSOn587.plainBegin(service))
      }
      let discarded = try evidence.words("smtpd_discard_ehlo_keywords", of: service)
      if discarded.contains(where: { $0.lowercased() == "starttls" }) {
        return PreflightJudgement(
          .fail,
          TranslatedText(
            "\(service.name) does not offer STARTTLS (smtpd_discard_ehlo_keywords), so no program can begin TLS.",
            pt:
              "\(service.name) não oferece STARTTLS (smtpd_discard_ehlo_keywords), e nenhum programa pode iniciar TLS.",
            es:
              "\(service.name) no ofrece STARTTLS (smtpd_discard_ehlo_keywords), y ningún programa puede iniciar TLS."),
          advice: PreflightAdvice(
            TranslatedText(
              "Let the service offer STARTTLS.", pt: "Faça o serviço oferecer STARTTLS.",
              es: "Haga que el servicio ofrezca STARTTLS."),
            commands: ["postconf -P '\(service.name)/inet/smtpd_discard_ehlo_keywords='", "postfix reload"]))
      }
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

  /// How a service stops to begin with TLS.
  static func plainBegin(_ service: ListenerService) -> PreflightAdvice {
    let name = "smtpd_tls_wrappermode"
    return PreflightAdvice(
      TranslatedText(
        "TLS from the first byte is for 465; let this service begin in clear, and offer STARTTLS.",
        pt: "TLS desde o primeiro byte é para a 465; faça este serviço começar sem TLS e oferecer STARTTLS.",
        es: "TLS desde el primer byte es para el 465; haga que este servicio empiece sin TLS y ofrezca STARTTLS."),
      commands: [
        service.options[name] == nil
          ? "postconf -e \(name)=no" : "postconf -P '\(service.name)/inet/\(name)=no'", "postfix reload",
      ])
  }
}
