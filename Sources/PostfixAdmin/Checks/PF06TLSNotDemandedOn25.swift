import MailModel

/// A public mail exchanger must take mail without TLS.
struct PF06TLSNotDemandedOn25: PostfixCheck {
  let id = "PF6"
  let severity = PreflightSeverity.high
  let phase = PreflightPhase.bound
  let title = TranslatedText(
    "25 does not demand TLS of other servers", pt: "A 25 não exige TLS de outros servidores",
    es: "El 25 no exige TLS a otros servidores")
  let why = TranslatedText(
    "RFC 3207 section 4 forbids it on a public mail exchanger: mail from servers without TLS would be lost. Demanding TLS is "
      + "for the submission services alone.",
    pt:
      "A RFC 3207 seção 4 proíbe isso em um MX público: mensagens de servidores sem TLS se perderiam. Exigir TLS é só para os "
      + "serviços de submissão.",
    es:
      "La RFC 3207 sección 4 lo prohíbe en un MX público: se perdería el correo de servidores sin TLS. Exigir TLS es solo para los "
      + "servicios de envío.")
  let parameters = ["smtpd_tls_security_level", "smtpd_enforce_tls", "smtpd_tls_wrappermode"]
  let ports = [25]
  let advice = PreflightAdvice(
    TranslatedText(
      "Set the level for all to “may”, and “encrypt” for the submission services.",
      pt: "Ajuste o nível geral para “may”, e “encrypt” nos serviços de submissão.",
      es: "Ponga el nivel general en «may», y «encrypt» en los servicios de envío."),
    commands: [
      "postconf -e smtpd_tls_security_level=may", "postconf -P submission/inet/smtpd_tls_security_level=encrypt",
      "postfix reload",
    ])

  func judge(_ evidence: PostfixEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    for service in try evidence.services(on: 25) where try evidence.flag("smtpd_tls_wrappermode", of: service) {
      return PreflightJudgement(
        .fail,
        TranslatedText(
          "\(service.name) begins with TLS, which no server expects on 25.",
          pt: "\(service.name) começa com TLS, o que nenhum servidor espera na 25.",
          es: "\(service.name) empieza con TLS, lo que ningún servidor espera en el 25."),
        advice: PF05TLSOn587.plainBegin(service))
    }
    for service in try evidence.services(on: 25) where try evidence.tlsLevel(service) == "encrypt" {
      return PreflightJudgement(
        .fail,
        TranslatedText(
          "\(service.name) demands TLS of everybody.", pt: "\(service.name) exige TLS de todos.",
          es: "\(service.name) exige TLS a todos."))
    }
    return PreflightJudgement(
      .pass, TranslatedText("It is not demanded.", pt: "Não é exigido.", es: "No se exige."))
  }
}
