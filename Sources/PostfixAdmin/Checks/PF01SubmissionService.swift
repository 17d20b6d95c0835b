import MailModel

/// There is a service for users.
struct PF01SubmissionService: PostfixCheck {
  let id = "PF1"
  let severity = PreflightSeverity.blocker
  let phase = PreflightPhase.bound
  let title = TranslatedText(
    "A service on 587 lets users log in", pt: "Um serviço na 587 deixa o usuário autenticar",
    es: "Un servicio en el 587 deja autenticarse al usuario")
  let why = TranslatedText(
    "Without it there is nowhere to send users to.", pt: "Sem ele não há para onde mandar os usuários.",
    es: "Sin él no hay adónde enviar a los usuarios.")
  let parameters =
    ["smtpd_sasl_auth_enable", "inet_interfaces", "smtpd_discard_ehlo_keywords", "smtpd_sasl_exceptions_networks"]
    + RestrictionWalk.lists
  let ports = [587]
  let advice = PreflightAdvice(
    TranslatedText(
      "Add the service submission to master.cf, with AUTH, TLS and a label of its own.",
      pt: "Acrescente o serviço submission ao master.cf, com AUTH, TLS e rótulo próprio.",
      es: "Añada el servicio submission a master.cf, con AUTH, TLS y una etiqueta propia."),
    commands: [
      "postconf -M submission/inet='submission inet n - y - - smtpd'",
      "postconf -P submission/inet/syslog_name=postfix/submission",
      "postconf -P submission/inet/smtpd_tls_security_level=encrypt",
      "postconf -P submission/inet/smtpd_sasl_auth_enable=yes",
      "postconf -P 'submission/inet/smtpd_relay_restrictions=permit_sasl_authenticated,reject'", "postfix reload",
    ])

  func judge(_ evidence: PostfixEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let all = try evidence.listeners(on: 587)
    let found = all.filter { !PF01SubmissionService.isLocal($0, evidence) }
    if found.isEmpty, !all.isEmpty { return PF01SubmissionService.localAlone(all) }
    if found.isEmpty {
      return PreflightJudgement(
        .fail,
        TranslatedText(
          "No service listens on 587.", pt: "Nenhum serviço atende na 587.", es: "Ningún servicio atiende en el 587."))
    }
    var mute: [ListenerService] = []
    for service in found where try !evidence.flag("smtpd_sasl_auth_enable", of: service) { mute.append(service) }
    if !mute.isEmpty {
      let list = PF01SubmissionService.list(mute)
      return PreflightJudgement(
        .fail,
        TranslatedText(
          "AUTH is off for: \(list)", pt: "O AUTH está desligado para: \(list)", es: "AUTH está inactivo para: \(list)"),
        advice: PreflightAdvice(
          advice.text,
          commands: mute.map { "postconf -P '\($0.name)/inet/smtpd_sasl_auth_enable=yes'" } + ["postfix reload"]))
    }
    if let hidden = PF01SubmissionService.hiding(found, evidence) { return hidden }
    if let refusing = PF01SubmissionService.refusing(found, evidence) { return refusing }
    let list = PF01SubmissionService.list(found)
    return PreflightJudgement(
      .pass,
      TranslatedText(
        "AUTH is on for: \(list)", pt: "O AUTH está ligado para: \(list)", es: "AUTH está activo para: \(list)"))
  }

  /// Whether nobody but this machine reaches a service: `127.0.0.1:587`, or `inet_interfaces = loopback-only`, and no proxy hands
  /// clients on to it.
  private static func isLocal(_ service: ListenerService, _ evidence: PostfixEvidence) -> Bool {
    if evidence.isBehindProxy(service) { return false }
    func isLoopback(_ host: some StringProtocol) -> Bool {
      let bare = String(host).filter { $0 != "[" && $0 != "]" }.lowercased()
      return bare == "localhost" || bare == "loopback-only" || IPAddress(bare)?.isLoopback == true
    }
    if let colon = service.name.lastIndex(of: ":") { return isLoopback(service.name[..<colon]) }
    let interfaces = words("inet_interfaces", service, evidence)
    return !interfaces.isEmpty && interfaces.allSatisfy { isLoopback($0) }
  }

  /// The words of a list, none where it is not known.
  private static func words(_ name: String, _ service: ListenerService, _ evidence: PostfixEvidence) -> [String] {
    evidence.known(name, of: service).map { PostfixEvidence.words($0) } ?? []
  }

  private static func localAlone(_ services: [ListenerService]) -> PreflightJudgement {
    let list = list(services)
    return PreflightJudgement(
      .fail,
      TranslatedText(
        "587 is bound to this machine alone, users do not reach it: \(list)",
        pt: "A 587 só atende nesta máquina, os usuários não a alcançam: \(list)",
        es: "El 587 solo atiende en esta máquina, los usuarios no llegan a él: \(list)"),
      advice: PreflightAdvice(
        TranslatedText(
          "Let the service listen where users come from: name it submission without an address, and let inet_interfaces be all.",
          pt:
            "Faça o serviço atender onde os usuários chegam: chame-o submission, sem endereço, e deixe inet_interfaces em all.",
          es:
            "Haga que el servicio atienda por donde llegan los usuarios: llámelo submission, sin dirección, y deje inet_interfaces en all."
        ),
        commands: ["postconf -M submission/inet='submission inet n - y - - smtpd'", "postconf -e inet_interfaces=all"]
          + ["postfix stop", "postfix start"]))
  }

  /// AUTH that is on and that programs do not get to see.
  private static func hiding(_ found: [ListenerService], _ evidence: PostfixEvidence) -> PreflightJudgement? {
    var some: (service: ListenerService, networks: String)?
    for service in found {
      let discarded = words("smtpd_discard_ehlo_keywords", service, evidence).map { $0.lowercased() }
      let networks = words("smtpd_sasl_exceptions_networks", service, evidence)
      let isEverybody = networks.contains {
        $0.lowercased().hasPrefix("static:") || TrustedNetwork($0)?.isAtLarge == true
      }
      guard discarded.contains("auth") || isEverybody else {
        if networks.contains(where: { !$0.hasPrefix("!") && !TrustedNetwork.isLoopback($0) }) {
          some = some ?? (service, networks.joined(separator: ", "))
        }
        continue
      }
      let name = isEverybody ? "smtpd_sasl_exceptions_networks" : "smtpd_discard_ehlo_keywords"
      return PreflightJudgement(
        .fail,
        TranslatedText(
          "AUTH is on for \(service.name), and not offered to anybody (\(name)).",
          pt: "O AUTH está ligado para \(service.name), mas não é oferecido a ninguém (\(name)).",
          es: "AUTH está activo para \(service.name), pero no se ofrece a nadie (\(name))."),
        advice: PreflightAdvice(
          TranslatedText(
            "Let the service offer what it takes.", pt: "Faça o serviço oferecer o que aceita.",
            es: "Haga que el servicio ofrezca lo que acepta."),
          commands: ["postconf -P '\(service.name)/inet/\(name)='", "postfix reload"]))
    }
    guard let some else { return nil }
    let name = "smtpd_sasl_exceptions_networks"
    return PreflightJudgement(
      .warn,
      TranslatedText(
        "AUTH is not offered by \(some.service.name) to users in: \(some.networks)",
        pt: "O AUTH não é oferecido por \(some.service.name) a usuários em: \(some.networks)",
        es: "\(some.service.name) no ofrece AUTH a usuarios en: \(some.networks)"), severity: .high,
      advice: PreflightAdvice(
        TranslatedText(
          "Empty the list for this service, unless nobody there sends mail.",
          pt: "Esvazie a lista para este serviço, a não ser que ninguém ali envie correio.",
          es: "Vacíe la lista para este servicio, salvo que nadie envíe correo desde ahí."),
        commands: ["postconf -P '\(some.service.name)/inet/\(name)='", "postfix reload"]))
  }

  /// Services that refuse a user's mail although the user has logged in.
  private static func refusing(_ found: [ListenerService], _ evidence: PostfixEvidence) -> PreflightJudgement? {
    var hits: [String] = []
    var commands: [String] = []
    for service in found {
      for name in RestrictionWalk.lists {
        var walk = RestrictionWalk(.user, evidence, service)
        // What a table or policy may permit before is not known, and not taken for bad.
        guard case .refused(let word) = walk.fate(of: words(name, service, evidence), in: name),
          walk.doubts.isEmpty
        else { continue }
        hits.append("\(service.name): \(name): \(word)")
        commands.append("postconf -P '\(service.name)/inet/\(name)=permit_sasl_authenticated,reject'")
      }
    }
    guard !hits.isEmpty else { return nil }
    let list = hits.joined(separator: "; ")
    return PreflightJudgement(
      .fail,
      TranslatedText(
        "Users are refused although they have logged in: \(list)",
        pt: "Os usuários são recusados mesmo autenticados: \(list)",
        es: "Los usuarios son rechazados aunque se hayan autenticado: \(list)"),
      advice: PreflightAdvice(
        TranslatedText(
          "Put permit_sasl_authenticated before what refuses.",
          pt: "Ponha permit_sasl_authenticated antes do que recusa.",
          es: "Ponga permit_sasl_authenticated antes de lo que rechaza."),
        commands: commands + ["postfix reload"]))
  }
}
