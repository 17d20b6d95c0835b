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
    for service in try evidence.submission() {
      if let shut = PF14TLSFloor.shut(service, evidence) { return shut }
    }
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

  /// Where neither 1.2 nor 1.3 is left, no program of today gets in.
  private static func shut(_ service: ListenerService, _ evidence: PostfixEvidence) -> PreflightJudgement? {
    guard let level = try? evidence.tlsLevel(service) else { return nil }
    let name = level == "encrypt" ? "smtpd_tls_mandatory_protocols" : "smtpd_tls_protocols"
    guard let value = evidence.known(name, of: service) else { return nil }
    let words = PostfixEvidence.words(value.replacing(":", with: " ")).map { $0.lowercased() }
    let named = words.filter { !"!<>".contains($0.prefix(1)) }
    func speaks(_ version: String, _ rank: Int) -> Bool {
      if words.contains("!" + version) { return false }
      if !named.isEmpty, !named.contains(version) { return false }
      let most = words.first { $0.hasPrefix("<=") }.flatMap { number(of: String($0.dropFirst(2))) }
      return most.map { rank <= $0 } ?? true
    }
    func number(of version: String) -> Int? {
      ["sslv2": 0, "sslv3": 1, "tlsv1": 2, "tlsv1.0": 2, "tlsv1.1": 3, "tlsv1.2": 4, "tlsv1.3": 5][version]
    }
    if speaks("tlsv1.2", 4) || speaks("tlsv1.3", 5) { return nil }
    return PreflightJudgement(
      .fail,
      TranslatedText(
        "\(service.name) speaks neither TLS 1.2 nor 1.3, which is all that programs of today know: \(name) = \(value)",
        pt: "\(service.name) não fala TLS 1.2 nem 1.3, e os programas atuais não falam outro: \(name) = \(value)",
        es: "\(service.name) no habla TLS 1.2 ni 1.3, y los programas de hoy no hablan otro: \(name) = \(value)"),
      severity: .blocker,
      advice: PreflightAdvice(
        TranslatedText(
          "Let it speak TLS 1.2 and later.", pt: "Faça-o falar TLS 1.2 e mais novo.",
          es: "Haga que hable TLS 1.2 y posterior."),
        commands: ["postconf -e '\(name)=>=TLSv1.2'", "postfix reload"]))
  }
}
