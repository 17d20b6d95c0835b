import MailModel

/// Strangers do not send through this server, on 25 nor on 587.
struct PF09NoOpenRelay: PostfixCheck {
  let id = "PF9"
  let severity = PreflightSeverity.blocker
  let phase = PreflightPhase.bound
  let title = TranslatedText(
    "Strangers do not relay", pt: "Estranhos não fazem relay", es: "Los extraños no hacen relay")
  let why = TranslatedText(
    "An open relay on any port is found within hours, and the server lands on block lists in the middle of the move.",
    pt:
      "Um relay aberto em qualquer porta é achado em horas, e o servidor vai parar em listas de bloqueio no meio da migração.",
    es:
      "Un relay abierto en cualquier puerto se halla en horas, y el servidor acaba en listas de bloqueo en plena migración."
  )
  let parameters = [
    "smtpd_relay_restrictions", "smtpd_recipient_restrictions", "smtpd_client_restrictions", "smtpd_helo_restrictions",
    "smtpd_sender_restrictions", "smtpd_restriction_classes", "relay_domains", "mynetworks",
  ]
  let ports = [25, 587, 465]
  let advice = PreflightAdvice(
    TranslatedText(
      "Let each list end with reject_unauth_destination, or with reject on the submission services.",
      pt: "Termine cada lista com reject_unauth_destination, ou com reject nos serviços de submissão.",
      es: "Termine cada lista con reject_unauth_destination, o con reject en los servicios de envío."),
    commands: [
      "postconf -e 'smtpd_relay_restrictions=permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination'",
      "postfix reload",
    ])

  func judge(_ evidence: PostfixEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let found = try evidence.listeners()
    if found.isEmpty { _ = try evidence.services(on: 25) }
    var open: [ListenerService] = []
    var trusting: [ListenerService] = []
    var doubtful: [(service: ListenerService, words: [String])] = []
    for service in found {
      // Where the Internet is in mynetworks, permit_mynetworks lets everybody pass.
      let networks = evidence.known("mynetworks", of: service).map { PostfixEvidence.words($0) } ?? []
      let isWide = networks.contains { TrustedNetwork($0)?.isAtLarge == true || $0.lowercased().hasPrefix("static:") }
      let way = try PF09NoOpenRelay.way(evidence, service, isInNetworks: isWide)
      switch way {
      case .closed: continue
      case .doubtful(let words): doubtful.append((service, words))
      case .open:
        guard isWide, case .closed = try PF09NoOpenRelay.way(evidence, service, isInNetworks: false) else {
          open.append(service)
          continue
        }
        trusting.append(service)
      }
    }
    if open.isEmpty, !trusting.isEmpty {
      let list = PF09NoOpenRelay.list(trusting)
      return PreflightJudgement(
        .fail,
        TranslatedText(
          "mynetworks holds a large part of the Internet, which needs no login on: \(list)",
          pt: "mynetworks contém grande parte da Internet, que não precisa autenticar em: \(list)",
          es: "mynetworks contiene gran parte de Internet, que no necesita autenticarse en: \(list)"),
        advice: PreflightAdvice(
          TranslatedText(
            "Leave this machine alone in mynetworks, and list what cannot log in one by one.",
            pt: "Deixe só esta máquina em mynetworks, e liste um a um o que não autentica.",
            es: "Deje solo esta máquina en mynetworks, y liste uno a uno lo que no se autentica."),
          commands: ["postconf -e 'mynetworks=127.0.0.0/8 [::1]/128'", "postfix reload"]))
    }
    if open.isEmpty, let first = doubtful.first {
      let list = PF09NoOpenRelay.list(doubtful.map(\.service))
      let words = first.words.joined(separator: ", ")
      throw PreflightUnknown(
        TranslatedText(
          "What stands before the refusal may let strangers pass, and is not looked into: \(words). Services: \(list)",
          pt: "O que vem antes da recusa pode deixar estranhos passar, e não é examinado: \(words). Serviços: \(list)",
          es:
            "Lo que está antes del rechazo puede dejar pasar a extraños, y no se examina: \(words). Servicios: \(list)")
      )
    }
    if open.isEmpty {
      return PreflightJudgement(
        .pass,
        TranslatedText(
          "Every service refuses foreign recipients of strangers.",
          pt: "Todos os serviços recusam destinatários externos de estranhos.",
          es: "Todos los servicios rechazan destinatarios ajenos de extraños."))
    }
    let list = PF09NoOpenRelay.list(open + trusting)
    return PreflightJudgement(
      .fail,
      TranslatedText(
        "Nothing stops strangers on: \(list)", pt: "Nada impede estranhos em: \(list)",
        es: "Nada detiene a extraños en: \(list)"))
  }

  /// What a stranger's mail to somewhere else meets.
  private enum Way {
    /// One of the lists refuses it.
    case closed
    /// None does.
    case open
    /// Lists refuse it, unless these words let it pass before.
    case doubtful([String])
  }

  private static func way(
    _ evidence: PostfixEvidence, _ service: ListenerService, isInNetworks: Bool
  ) throws(PreflightUnknown) -> Way {
    var doubts: [String]?
    for name in RestrictionWalk.lists {
      var walk = RestrictionWalk(.stranger(isInNetworks: isInNetworks), evidence, service)
      let fate = walk.fate(of: try evidence.words(name, of: service), in: name)
      guard case .refused = fate else {
        // A class that is not known may refuse as well.
        if fate == .through, walk.doubts.contains(where: { walk.classes.keys.contains($0) }) {
          doubts = (doubts ?? []) + walk.doubts
        }
        continue
      }
      if walk.doubts.isEmpty { return .closed }
      doubts = (doubts ?? []) + walk.doubts
    }
    return doubts.map { .doubtful($0) } ?? .open
  }
}
