import MailModel

/// PLAIN and LOGIN must be there behind TLS.
struct PF15Mechanisms: PostfixCheck {
  let id = "PF15"
  let severity = PreflightSeverity.blocker
  let phase = PreflightPhase.bound
  let title = TranslatedText(
    "PLAIN and LOGIN are allowed behind TLS", pt: "PLAIN e LOGIN são permitidos sob TLS",
    es: "PLAIN y LOGIN se permiten bajo TLS")
  let why = TranslatedText(
    "Most programs and all devices know no other mechanism. Which ones are offered in the end the SASL library says; port587 probe "
      + "shows it (P14).",
    pt:
      "A maioria dos programas e todos os aparelhos não conhecem outro mecanismo. Quais são oferecidos no fim, a biblioteca SASL "
      + "diz; port587 probe mostra (P14).",
    es:
      "La mayoría de los programas y todos los aparatos no conocen otro mecanismo. Cuáles se ofrecen al final lo dice la biblioteca "
      + "SASL; port587 probe lo muestra (P14).")
  let parameters = [
    "smtpd_sasl_tls_security_options", "smtpd_sasl_security_options", "smtpd_sasl_mechanism_filter", "smtpd_sasl_type",
  ]
  let ports = [587, 465]
  let advice = PreflightAdvice(
    TranslatedText(
      "Forbid plain text without TLS only.", pt: "Proíba texto claro só sem TLS.",
      es: "Prohíba el texto claro solo sin TLS."),
    commands: ["postconf -e smtpd_sasl_tls_security_options=noanonymous", "postfix reload"])

  func judge(_ evidence: PostfixEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    for service in try evidence.submission() {
      let words = try evidence.words("smtpd_sasl_tls_security_options", of: service)
      if words.contains("noplaintext") {
        return PreflightJudgement(
          .fail,
          TranslatedText(
            "\(service.name) forbids them (noplaintext), behind TLS too.",
            pt: "\(service.name) os proíbe (noplaintext), também sob TLS.",
            es: "\(service.name) los prohíbe (noplaintext), también bajo TLS."))
      }
    }
    for service in try evidence.submission() {
      let filter = try evidence.words("smtpd_sasl_mechanism_filter", of: service)
      let missing = ["plain", "login"].filter { !PF15Mechanisms.passes($0, filter) }.map { $0.uppercased() }
      if missing.isEmpty { continue }
      let names = missing.joined(separator: ", ")
      return PreflightJudgement(
        missing.count == 2 ? .fail : .warn,
        TranslatedText(
          "\(service.name) does not offer \(names) (smtpd_sasl_mechanism_filter).",
          pt: "\(service.name) não oferece \(names) (smtpd_sasl_mechanism_filter).",
          es: "\(service.name) no ofrece \(names) (smtpd_sasl_mechanism_filter)."),
        severity: missing.count == 2 ? nil : .medium,
        advice: PreflightAdvice(
          TranslatedText(
            "Filter nothing but EXTERNAL, as Postfix does by itself.",
            pt: "Não filtre nada além de EXTERNAL, como o Postfix faz por padrão.",
            es: "No filtre nada salvo EXTERNAL, como hace Postfix de por sí."),
          commands: ["postconf -P '\(service.name)/inet/smtpd_sasl_mechanism_filter=!external, static:rest'"]
            + ["postfix reload"]))
    }
    return PreflightJudgement(
      .pass,
      TranslatedText("They are not forbidden.", pt: "Não são proibidos.", es: "No están prohibidos."))
  }

  /// Whether a mechanism passes the filter, where the first pattern that fits decides; what a table holds is not known.
  private static func passes(_ mechanism: String, _ filter: [String]) -> Bool {
    if filter.isEmpty { return true }
    for pattern in filter {
      let isExclusion = pattern.hasPrefix("!")
      let name = pattern.lowercased().drop { $0 == "!" }
      if name == mechanism || name.hasPrefix("static:") { return !isExclusion }
      if name.contains(":") || name.hasPrefix("/") { return true }
    }
    return false
  }
}
