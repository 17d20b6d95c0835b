import MailModel

/// Which versions of TLS the submission services speak.
struct PF14TLSFloor: PostfixCheck {
  let id = "PF14"
  let severity = PreflightSeverity.medium
  let phase = PreflightPhase.usersMoved
  let title = TranslatedText("TLS is 1.2 or later", pt: "O TLS é 1.2 ou mais novo", es: "TLS es 1.2 o posterior")
  let why = TranslatedText(
    "RFC 8996 puts TLS 1.0 and 1.1 out of use; old programs and scanners know nothing else, and are lost on the day they are shut "
      + "out.",
    pt:
      "A RFC 8996 aposenta TLS 1.0 e 1.1; programas antigos e scanners não conhecem outra coisa, e se perdem no dia do corte.",
    es:
      "La RFC 8996 retira TLS 1.0 y 1.1; los programas antiguos y los escáneres no conocen otra cosa, y se pierden el día del corte."
  )
  let parameters = ["smtpd_tls_mandatory_protocols", "smtpd_tls_protocols"]
  let ports = [587, 465]
  let advice = PreflightAdvice(
    TranslatedText(
      "After port587 audit and probe have shown who still needs less, raise the floor.",
      pt: "Depois que port587 audit e probe mostrarem quem ainda precisa de menos, suba o piso.",
      es: "Cuando port587 audit y probe muestren quién necesita aún menos, suba el mínimo."),
    commands: ["postconf -e 'smtpd_tls_mandatory_protocols=>=TLSv1.2'", "postfix reload"])

  func judge(_ evidence: PostfixEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let service = try evidence.submission()[0]
    let isDemanded = try evidence.tlsLevel(service) == "encrypt"
    let name = isDemanded ? "smtpd_tls_mandatory_protocols" : "smtpd_tls_protocols"
    let value = try evidence.value(name, of: service)
    let words = Set(PostfixEvidence.words(value.replacing(":", with: " ")).map { $0.lowercased() })
    let isModern =
      words.contains(">=tlsv1.2") || words.contains(">=tlsv1.3") || words.isSuperset(of: ["!tlsv1", "!tlsv1.1"])
      || (!words.isEmpty && words.isSubset(of: ["tlsv1.2", "tlsv1.3"]))
    return PreflightJudgement(isModern ? .pass : .warn, TranslatedText(verbatim: "\(name) = \(value)"))
  }
}
