import MailModel

/// Whether a line lets pass what was seen.
enum BypassDecision: Sendable, Equatable {
  case yes, no
  /// The logs do not tell.
  case undecided

  /// One of two lines is enough.
  static func either(_ a: BypassDecision, _ b: BypassDecision) -> BypassDecision {
    if a == .yes || b == .yes { return .yes }
    return a == .undecided || b == .undecided ? .undecided : .no
  }
}

extension BypassLine {
  /// How much of this line's effect logs can tell, and why no more.
  func simulation(_ world: BypassWorld) -> (BypassSimulation, TranslatedText?) {
    guard isValid else {
      return (
        .impossible,
        TranslatedText(
          "A line that the grammar does not have is not simulated.",
          pt: "Uma linha que a gramática não tem não é simulada.",
          es: "Una línea que la gramática no tiene no se simula.")
      )
    }
    switch kind {
    case .address, .include: return (.complete, nil)
    case .any:
      if case .addresses = item { return (.complete, nil) }
      return (
        .partial,
        TranslatedText(
          "Recipients are not kept, nor MAIL FROM of logins: only refusals and relays are compared with it for certain.",
          pt:
            "Destinatários não são guardados, nem o MAIL FROM de logins: só recusas e envios sem login se comparam com certeza.",
          es:
            "No se guardan los destinatarios ni el MAIL FROM de quien inició sesión: solo rechazos y envíos sin sesión se comparan con certeza."
        )
      )
    case .sender:
      return (
        .partial,
        TranslatedText(
          "MAIL FROM of logins is not kept: logins under a name that fits are counted as undecided.",
          pt: "O MAIL FROM de logins não é guardado: logins sob um nome que combina contam como indefinidos.",
          es:
            "El MAIL FROM de quien inició sesión no se guarda: las sesiones con un nombre que encaja cuentan como indecisas."
        )
      )
    case .localSenders:
      return (
        .partial,
        TranslatedText(
          "MAIL FROM of logins is not kept: they are counted as undecided.",
          pt: "O MAIL FROM de logins não é guardado: eles contam como indefinidos.",
          es: "El MAIL FROM de quien inició sesión no se guarda: esas sesiones cuentan como indecisas.")
      )
    case .trustedSession:
      return world.trusted == nil
        ? (
          .partial,
          TranslatedText(
            "Which addresses are trusted is not known without --trusted; sessions without login are undecided.",
            pt: "Sem --trusted não se sabe quais endereços são confiáveis; sessões sem login ficam indefinidas.",
            es: "Sin --trusted no se sabe qué direcciones son de confianza; las sesiones sin inicio quedan indecisas.")
        )
        : (.complete, nil)
    case .recipient:
      return (
        .impossible,
        TranslatedText(
          "Recipients are not kept, so the logs cannot tell what this line would free.",
          pt: "Destinatários não são guardados: os logs não dizem o que esta linha liberaria.",
          es: "No se guardan los destinatarios: los registros no dicen qué liberaría esta línea.")
      )
    case .hostname:
      return (
        .impossible,
        TranslatedText(
          "Which address the name has, and had, is not in the logs; it was not looked up.",
          pt: "O endereço que o nome tem, e teve, não está nos logs; não foi consultado.",
          es: "La dirección que el nombre tiene, y tuvo, no está en los registros; no se consultó.")
      )
    case .dnswl:
      return (
        .impossible,
        TranslatedText(
          "What the list says, and said, of an address is not in the logs.",
          pt: "O que a lista diz, e dizia, de um endereço não está nos logs.",
          es: "Lo que la lista dice, y decía, de una dirección no está en los registros.")
      )
    case .unknown:
      return (
        .impossible,
        TranslatedText(
          "A line that the grammar does not have is not simulated.",
          pt: "Uma linha que a gramática não tem não é simulada.",
          es: "Una línea que la gramática no tiene no se simula.")
      )
    }
  }

  /// Whether this line, without what it includes, lets it pass.
  func decides(_ sighting: BypassSighting, _ world: BypassWorld) -> BypassDecision {
    guard isValid else { return .no }
    switch kind {
    case .address: return decides(address: sighting.address)
    case .any:
      if case .addresses = item { return decides(address: sighting.address) }
      return decides(sender: sighting)
    case .sender: return decides(sender: sighting)
    case .localSenders:
      guard let isLocal = sighting.senderIsLocal else { return .undecided }
      return isLocal ? .yes : .no
    case .trustedSession:
      if sighting.isLoggedIn { return .yes }
      guard let trusted = world.trusted, let address = sighting.address else { return .undecided }
      return trusted.contains(address) ? .yes : .no
    case .recipient, .hostname, .dnswl, .include, .unknown: return .no
    }
  }

  private func decides(address: IPAddress?) -> BypassDecision {
    guard let address else { return .undecided }
    return matches(address) == true ? .yes : .no
  }

  private func decides(sender sighting: BypassSighting) -> BypassDecision {
    if let sender = sighting.sender { return matches(sender: sender) == true ? .yes : .no }
    guard let login = sighting.login else { return sighting.isLoggedIn ? .undecided : .no }
    return matches(sender: login) == true ? .undecided : .no
  }
}
