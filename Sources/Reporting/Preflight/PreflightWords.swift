import MailModel

/// The words of a preflight that stand in this program and not in the report itself.
struct PreflightWords: Sendable {
  /// The language of the report.
  let language: Language

  private func pick(_ english: String, pt: String, es: String) -> String {
    TranslatedText(english, pt: pt, es: es).text(in: language)
  }

  var heading: String {
    pick("Before the switch is turned", pt: "Antes de ligar a chave", es: "Antes de activar la opción")
  }
  var title: String {
    pick(
      "Preflight: is the server ready for port 587?", pt: "Preflight: o servidor está pronto para a porta 587?",
      es: "Preflight: ¿está listo el servidor para el puerto 587?")
  }
  var phase: String { pick("Phase", pt: "Fase", es: "Fase") }
  var next: String { pick("Next step", pt: "Próximo passo", es: "Próximo paso") }
  var finding: String { pick("Finding", pt: "Item", es: "Punto") }
  var verdict: String { pick("Verdict", pt: "Resultado", es: "Resultado") }
  var severity: String { pick("Severity", pt: "Gravidade", es: "Gravedad") }
  var found: String {
    pick(
      "What was found, and why it matters", pt: "O que foi achado, e por que importa",
      es: "Qué se halló, y por qué importa")
  }
  var toDo: String { pick("What to do", pt: "O que fazer", es: "Qué hacer") }
  var whyItMatters: String { pick("Why", pt: "Por quê", es: "Por qué") }
  var console: String { pick("Console", pt: "Console", es: "Consola") }
  var right: String { pick("As it should be", pt: "Como deve ser", es: "Como debe ser") }
  var notKnown: String { pick("Not known", pt: "Não se sabe", es: "No se sabe") }
  var toLookAt: String {
    pick("To put right, or to look at", pt: "A corrigir, ou a verificar", es: "Por corregir, o por revisar")
  }
  var sources: String { pick("What was read", pt: "O que foi lido", es: "Qué se leyó") }
  var settings: String { pick("Settings", pt: "Configurações", es: "Configuración") }
  var missing: String { pick("not in the input", pt: "não está na entrada", es: "no está en la entrada") }

  /// What a finding has to be right before.
  func before(_ phase: PreflightPhase) -> String {
    pick(
      "before phase \(phase.rawValue)", pt: "antes da fase \(phase.rawValue)", es: "antes de la fase \(phase.rawValue)")
  }

  /// A phase with its number.
  func name(of phase: PreflightPhase?) -> String {
    guard let phase else {
      return pick("Phase not known", pt: "Fase desconhecida", es: "Fase desconocida")
    }
    let text =
      switch phase {
      case .noSubmissionPort: pick("no port 587", pt: "sem porta 587", es: "sin puerto 587")
      case .bound:
        pick(
          "587 is there, nobody has to use it", pt: "a 587 existe, ninguém é obrigado a usá-la",
          es: "el 587 existe, nadie tiene que usarlo")
      case .usersMoved: pick("users have moved", pt: "os usuários migraram", es: "los usuarios migraron")
      case .enforced:
        pick(
          "25 is closed for users, with exceptions", pt: "a 25 está fechada para usuários, com exceções",
          es: "el 25 está cerrado para usuarios, con excepciones")
      case .withoutExceptions: pick("no exceptions", pt: "sem exceções", es: "sin excepciones")
      case .tlsEnforced: pick("587 demands TLS", pt: "a 587 exige TLS", es: "el 587 exige TLS")
      }
    return "\(self.phase) \(phase.rawValue)/5: \(text)"
  }

  /// A severity.
  func name(of severity: PreflightSeverity) -> String {
    switch severity {
    case .blocker: pick("blocker", pt: "impedimento", es: "impedimento")
    case .high: pick("high", pt: "alta", es: "alta")
    case .medium: pick("medium", pt: "média", es: "media")
    case .info: pick("info", pt: "informação", es: "información")
    }
  }

  /// A verdict.
  func name(of verdict: PreflightVerdict) -> String {
    switch verdict {
    case .pass: pick("ok", pt: "ok", es: "ok")
    case .fail: pick("wrong", pt: "errado", es: "mal")
    case .warn: pick("look", pt: "verificar", es: "revisar")
    case .notRun: pick("not known", pt: "não se sabe", es: "no se sabe")
    }
  }

  /// The report as a whole, in one sentence.
  func conclusion(_ report: PreflightReport) -> String {
    let failed = report.blockers.joined(separator: ", ")
    let open = report.unjudged.joined(separator: ", ")
    if !report.blockers.isEmpty {
      return pick(
        "The switch is not safe to turn: \(failed)", pt: "Não é seguro ligar a chave: \(failed)",
        es: "No es seguro activar la opción: \(failed)")
    }
    if !report.unjudged.isEmpty {
      return pick(
        "Nothing speaks against the switch, but not everything is known: \(open)",
        pt: "Nada impede ligar a chave, mas nem tudo se sabe: \(open)",
        es: "Nada impide activar la opción, pero no todo se sabe: \(open)")
    }
    return pick(
      "No setting speaks against the switch. Whether users are ready, port587 audit says.",
      pt: "Nenhuma configuração impede ligar a chave. Se os usuários estão prontos, port587 audit diz.",
      es: "Ninguna configuración impide activar la opción. Si los usuarios están listos, lo dice port587 audit.")
  }

  /// The server.
  func product(_ report: PreflightReport) -> String {
    let name =
      switch report.product {
      case .icewarp: "IceWarp"
      case .postfix: "Postfix"
      }
    return [name, report.productVersion].compactMap { $0 }.joined(separator: " ")
  }
}

extension PreflightReport {
  /// What is wrong or to be looked at, the gravest first, else in the order of the catalogue.
  var open: [PreflightFinding] {
    let ranks = PreflightSeverity.allCases
    func rank(_ finding: PreflightFinding) -> Int {
      (ranks.firstIndex(of: finding.severity) ?? 0) * 2 + (finding.verdict == .fail ? 0 : 1)
    }
    return findings.filter { $0.verdict == .fail || $0.verdict == .warn }.enumerated()
      .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }
}
