public import MailModel

/// Proposes the fewest and narrowest lines for those who cannot move.
///
/// One line frees one client address, so that it can go when that client has moved. Lines are never widened to networks.
public struct BypassSuggester: Sendable {
  private let world: BypassWorld
  private let choice: BypassChoice
  private let tree: BypassTree?
  private let language: Language
  private let guessName: @Sendable (ClientGuess) -> String
  private let reports: [IPAddress: AddressReport]

  /// Takes what was seen, who is meant, and the file as it is.
  ///
  /// - Parameter guessName: what a kind of client is called in that language.
  public init(
    world: BypassWorld, choice: BypassChoice, tree: BypassTree?, language: Language = .english,
    guessName: @escaping @Sendable (ClientGuess) -> String = { $0.rawValue }
  ) {
    self.world = world
    self.choice = choice
    self.tree = tree
    self.language = language
    self.guessName = guessName
    reports = Dictionary(
      world.addresses.compactMap { report in IPAddress(report.address).map { ($0, report) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The proposals.
  public func suggestion(now: Timestamp) -> BypassSuggestion {
    let clients = Dictionary(grouping: world.sightings.filter { $0.address != nil }) {
      $0.address ?? IPAddress(bits: 0)
    }
    let roaming = roamingUsers(clients)
    var proposals = roaming.sorted().map { senderLine($0) }
    var leftOut: [BypassLeftOut] = []
    for address in Set(clients.keys).union(choice.addresses).sorted() {
      let sightings = clients[address] ?? []
      let isNamed = choice.addresses.contains(address)
      let wanted = sightings.filter { isNamed || isMeant($0, roaming) }
      if wanted.isEmpty, !isNamed {
        if let reason = unmeant(address, sightings) {
          leftOut.append(
            BypassLeftOut(
              address: address.description, identities: identities(sightings),
              guess: sightings.first?.guess ?? .unknown,
              reason: reason.text(in: language)))
        }
        continue
      }
      if let reason = objection(
        address, wanted, isNamed: isNamed || wanted.contains { isNamedUser($0) },
        isClaim: !isNamed && isClaim(address, sightings))
      {
        leftOut.append(
          BypassLeftOut(
            address: address.description, identities: identities(wanted), guess: wanted.first?.guess ?? .unknown,
            reason: reason.text(in: language)))
      } else {
        proposals.append(addressLine(address, wanted, everything: sightings))
      }
    }
    proposals.sort { a, b in
      let (left, right) = (BypassSuggester.weight(a.matches), BypassSuggester.weight(b.matches))
      return left != right ? left > right : a.text < b.text
    }
    return BypassSuggestion(generatedAt: now, window: world.window, proposals: proposals, leftOut: leftOut)
  }

  private static func weight(_ matches: BypassMatches) -> Int {
    matches.refusals + matches.legacySubmissions + matches.unknownPortSubmissions
  }

  private func isNamedUser(_ sighting: BypassSighting) -> Bool {
    sighting.identity.map { choice.users.contains($0) } ?? false
  }

  private func isMeant(_ sighting: BypassSighting, _ roaming: Set<String>) -> Bool {
    if let identity = sighting.identity, roaming.contains(identity) { return false }
    return isNamedUser(sighting) || choice.guesses.contains(sighting.guess)
  }

  /// Named users who are seen from too many addresses for a line each.
  private func roamingUsers(_ clients: [IPAddress: [BypassSighting]]) -> Set<String> {
    choice.users.filter { user in
      clients.count { $0.value.contains { $0.identity == user } } > choice.mostAddresses
    }
  }

  /// Why an address gets no line, if there is a reason.
  private func objection(
    _ address: IPAddress, _ sightings: [BypassSighting], isNamed: Bool, isClaim: Bool
  ) -> TranslatedText? {
    let report = reports[address]
    if report?.kind == .guesser {
      return TranslatedText(
        "Only failed logins come from here: it guesses passwords, and is never freed.",
        pt: "Daqui só vêm logins com falha: adivinha senhas, e nunca é liberado.",
        es: "De aquí solo llegan inicios fallidos: adivina contraseñas, y nunca se libera.")
    }
    if sightings.isEmpty {
      return TranslatedText(
        "The logs show nothing from here that a line would free.",
        pt: "Os logs não mostram nada daqui que uma linha liberaria.",
        es: "Los registros no muestran nada de aquí que una línea liberaría.")
    }
    let use = sightings.reduce(0) { $0 + max(1, $1.count) }
    if let failed = report?.failedLogins, failed > 20, failed > use {
      return TranslatedText(
        "\(failed) failed logins come from here, more than anything else: find out who that is before it is freed.",
        pt: "Daqui vêm \(failed) logins com falha, mais do que qualquer outra coisa: descubra quem é antes de liberar.",
        es:
          "De aquí llegan \(failed) inicios fallidos, más que cualquier otra cosa: averigüe quién es antes de liberarlo."
      )
    }
    if address.isLoopback || report?.kind == .local {
      return
        TranslatedText(
          "It is the server itself. Set the SMTP field of the web client (also used by ActiveSync) to 127.0.0.1:587 instead.",
          pt:
            "É o próprio servidor. Em vez disso, ajuste o campo SMTP do cliente web (usado também pelo ActiveSync) para 127.0.0.1:587.",
          es:
            "Es el propio servidor. Mejor ponga el campo SMTP del cliente web (que también usa ActiveSync) en 127.0.0.1:587."
        )
    }
    if let line = freeing(sightings) { return line }
    if isClaim {
      return
        TranslatedText(
          "It is a public address, and all that shows a device or a user of yours is what it says of itself: sender and EHLO, which anybody on the Internet can claim. Name it with --address when you know whose it is.",
          pt:
            "É um endereço público, e só o que ele diz de si (remetente e EHLO) indica um aparelho ou usuário seu; isso qualquer um na Internet pode alegar. Informe-o com --address quando souber de quem é.",
          es:
            "Es una dirección pública, y solo lo que dice de sí misma (remitente y EHLO) muestra un aparato o usuario suyo; eso puede alegarlo cualquiera en Internet. Indíquela con --address cuando sepa de quién es."
        )
    }
    if isNamed { return nil }
    if sightings.allSatisfy(\.isLoggedIn) {
      return TranslatedText(
        "It logs in, so it can use port 587 or 465 as well: change its port. Name it with --address if it cannot.",
        pt:
          "Faz login, logo também pode usar a porta 587 ou 465: troque a porta. Se não puder, informe-o com --address.",
        es:
          "Inicia sesión, así que también puede usar el puerto 587 o 465: cambie su puerto. Si no puede, indíquelo con --address."
      )
    }
    return nil
  }

  /// Why a client that sends without a login, and does not look like any of the kinds that are meant, gets no line; nothing for all others.
  ///
  /// A web form says EHLO with the name of its server, as a mail server does: what it is, only its owner knows.
  private func unmeant(_ address: IPAddress, _ sightings: [BypassSighting]) -> TranslatedText? {
    guard choice.addresses.isEmpty, choice.users.isEmpty, !sightings.isEmpty, !address.isLoopback,
      sightings.allSatisfy({ !$0.isLoggedIn && $0.kind != .login }), !isClaim(address, sightings),
      reports[address].map({ $0.kind != .local && $0.kind != .guesser }) ?? true
    else { return nil }
    return freeing(sightings)
      ?? TranslatedText(
        "It sends without a login, and nothing shows that it cannot log in: let it use port 587 or 465. Name it with --address if it cannot.",
        pt:
          "Envia sem login, e nada mostra que não possa fazê-lo: passe-o para a porta 587 ou 465. Se não puder, informe-o com --address.",
        es:
          "Envía sin iniciar sesión, y nada muestra que no pueda hacerlo: páselo al puerto 587 o 465. Si no puede, indíquelo con --address."
      )
  }

  /// Whether nothing ties a public address to this server's people: no login, and no message that was taken from it.
  private func isClaim(_ address: IPAddress, _ everything: [BypassSighting]) -> Bool {
    guard !address.isPrivate, !address.isLoopback else { return false }
    let report = reports[address]
    let hasSent = (report?.unauthenticatedRelays ?? 0) > 0 || report?.ports.values.contains { $0.sessions > 0 } == true
    return !hasSent && everything.allSatisfy { $0.kind == .refusal && !$0.isLoggedIn }
  }

  /// That a line of the file frees all of it already.
  private func freeing(_ sightings: [BypassSighting]) -> TranslatedText? {
    guard let tree else { return nil }
    for (file, line) in tree.lines where sightings.allSatisfy({ line.decides($0, world) == .yes }) {
      let name = file == tree.name ? "\(line.number)" : "\(file):\(line.number)"
      return TranslatedText(
        "Line \(name) (\(line.text)) lets it pass already.", pt: "A linha \(name) (\(line.text)) já o deixa passar.",
        es: "La línea \(name) (\(line.text)) ya lo deja pasar.")
    }
    return nil
  }

  private func addressLine(
    _ address: IPAddress, _ wanted: [BypassSighting], everything: [BypassSighting]
  ) -> BypassProposal {
    let best = wanted.max { BypassSuggester.rank($0.confidence) < BypassSuggester.rank($1.confidence) }
    let people = identities(wanted)
    var notes: [TranslatedText] = []
    let others = Set((reports[address]?.users ?? []) + identities(everything)).subtracting(people)
    if !others.isEmpty {
      notes.append(
        TranslatedText(
          "Others are seen from this address, and the line frees them as well: \(others.count).",
          pt: "Outros são vistos deste endereço, e a linha também os libera: \(others.count).",
          es: "Otros se ven desde esta dirección, y la línea también los libera: \(others.count)."))
    }
    if !address.isPrivate {
      notes.append(
        TranslatedText(
          "It is a public address: make sure that it is fixed, and nobody else's tomorrow.",
          pt: "É um endereço público: certifique-se de que é fixo, e não de outra pessoa amanhã.",
          es: "Es una dirección pública: asegúrese de que es fija, y no de otro mañana."))
    }
    if !address.isIPv4 {
      notes.append(
        TranslatedText(
          "IPv6 is not documented for this file: test whether the server takes it.",
          pt: "IPv6 não está documentado para este arquivo: teste se o servidor o aceita.",
          es: "IPv6 no está documentado para este archivo: pruebe si el servidor lo acepta."))
    }
    if wanted.contains(where: \.isLoggedIn) {
      notes.append(
        TranslatedText(
          "It logs in: try port 587 or 465 first.",
          pt: "Faz login: tente primeiro a porta 587 ou 465.",
          es: "Inicia sesión: pruebe primero el puerto 587 o 465."))
    }
    if let failed = reports[address]?.failedLogins, failed > 0 {
      notes.append(
        TranslatedText(
          "\(failed) failed logins came from here.",
          pt: "Daqui vieram \(failed) logins com falha.",
          es: "De aquí llegaron \(failed) inicios fallidos."))
    }
    let isClaim = isClaim(address, everything)
    if isClaim {
      notes.append(
        TranslatedText(
          "Nobody logged in from here, and nothing was taken from here: make sure that it is yours.",
          pt: "Ninguém fez login daqui, e nada foi aceito daqui: certifique-se de que é seu.",
          es: "Nadie inició sesión desde aquí, y nada se aceptó de aquí: asegúrese de que es suya."))
    }
    return proposal("i:\(address)", .address, people, wanted, best, notes, leastRisk: isClaim ? .medium : .low)
  }

  private func senderLine(_ user: String) -> BypassProposal {
    let wanted = world.sightings.filter { $0.identity == user }
    return proposal(
      "s:\(user)", .sender, [user], wanted, wanted.first,
      [
        TranslatedText(
          "Seen from more than \(choice.mostAddresses) addresses, so no i: lines. Anybody can claim this sender: keep it for days, not months.",
          pt:
            "Visto de mais de \(choice.mostAddresses) endereços, por isso sem linhas i:. Qualquer um pode alegar este remetente: mantenha por dias, não meses.",
          es:
            "Visto desde más de \(choice.mostAddresses) direcciones, por eso sin líneas i:. Cualquiera puede alegar este remitente: manténgala días, no meses."
        )
      ])
  }

  private func proposal(
    _ text: String, _ kind: BypassKind, _ people: [String], _ wanted: [BypassSighting], _ best: BypassSighting?,
    _ notes: [TranslatedText], leastRisk: BypassRisk = .low
  ) -> BypassProposal {
    let line = BypassLineReader.read(Array(text.utf8)[...], number: 1)
    let file = BypassTree(name: "", bytes: Array(text.utf8)) { _, _ in
      .missing(reason: TranslatedText(verbatim: ""))
    }
    let matches = BypassSimulator(tree: file, world: world).matches(of: line, in: "")
    let (risk, why) = line.risk(localDomains: world.localDomains)
    return BypassProposal(
      text: text, kind: kind, risk: max(risk, leastRisk), reason: reason(wanted, best), guess: best?.guess ?? .unknown,
      confidence: best?.confidence ?? .low, identities: people,
      owner: choice.owner ?? (people.isEmpty ? nil : people.prefix(3).joined(separator: ", ")),
      expires: choice.expires, matches: matches, notes: (why + notes).map { $0.text(in: language) },
      evidence: Array(wanted.sorted { $0.lastAt > $1.lastAt }.compactMap(\.evidence).prefix(4)))
  }

  private func reason(_ sightings: [BypassSighting], _ best: BypassSighting?) -> String {
    func sum(_ kind: BypassSighting.Kind) -> Int { sightings.filter { $0.kind == kind }.reduce(0) { $0 + $1.count } }
    let (refused, relayed, sent) = (sum(.refusal), sum(.relay), sum(.login))
    let parts = [
      (refused, Self.counted(refused, "refused", pt: ("recusada", "recusadas"), es: ("rechazo", "rechazos"))),
      (
        relayed,
        Self.counted(
          relayed, "relayed without login", pt: ("enviada sem login", "enviadas sem login"),
          es: ("enviado sin sesión", "enviados sin sesión"))
      ),
      (
        sent,
        Self.counted(
          sent, "sent logged in", pt: ("enviada com login", "enviadas com login"),
          es: ("enviado con sesión", "enviados con sesión"))
      ),
    ].filter { $0.0 > 0 }.map { $0.1.text(in: language) }
    let says = TranslatedText("says", pt: "diz", es: "dice").text(in: language)
    let loggedIn = TranslatedText("logged in", pt: "fez login", es: "inició sesión").text(in: language)
    let name = best?.helo.map { ", \(says) EHLO \($0)" } ?? ""
    return "\(guessName(best?.guess ?? .unknown))\(name): \(parts.isEmpty ? loggedIn : parts.joined(separator: ", "))"
  }

  /// A number with its words, which are of another form for one.
  private static func counted(
    _ count: Int, _ english: String, pt: (one: String, other: String), es: (one: String, other: String)
  ) -> TranslatedText {
    TranslatedText(
      "\(count) \(english)", pt: "\(count) \(count == 1 ? pt.one : pt.other)",
      es: "\(count) \(count == 1 ? es.one : es.other)")
  }

  private func identities(_ sightings: [BypassSighting]) -> [String] {
    Set(sightings.compactMap(\.identity)).sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  private static func rank(_ confidence: Confidence) -> Int {
    switch confidence {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}
