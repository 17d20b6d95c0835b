public import MailModel

/// Proposes the fewest and narrowest lines for those who cannot move.
///
/// One line frees one client address, so that it can go when that client has moved. Lines are never widened to networks.
public struct BypassSuggester: Sendable {
  private let world: BypassWorld
  private let choice: BypassChoice
  private let tree: BypassTree?
  private let reports: [IPAddress: AddressReport]

  /// Takes what was seen, who is meant, and the file as it is.
  public init(world: BypassWorld, choice: BypassChoice, tree: BypassTree?) {
    self.world = world
    self.choice = choice
    self.tree = tree
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
      if wanted.isEmpty, !isNamed { continue }
      if let reason = objection(address, wanted, isNamed: isNamed || wanted.contains { isNamedUser($0) }) {
        leftOut.append(
          BypassLeftOut(
            address: address.description, identities: identities(wanted), guess: wanted.first?.guess ?? .unknown,
            reason: reason))
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
  private func objection(_ address: IPAddress, _ sightings: [BypassSighting], isNamed: Bool) -> String? {
    let report = reports[address]
    if report?.kind == .guesser {
      return "Only failed logins come from here: it guesses passwords, and is never freed."
    }
    if sightings.isEmpty { return "The logs show nothing from here that a line would free." }
    let use = sightings.reduce(0) { $0 + max(1, $1.count) }
    if let failed = report?.failedLogins, failed > 20, failed > use {
      return "\(failed) failed logins come from here, more than anything else: find out who that is before it is freed."
    }
    if address.isLoopback || report?.kind == .local {
      return
        "It is the server itself. Set the SMTP field of the web client (also used by ActiveSync) to 127.0.0.1:587 instead."
    }
    if let line = freeing(sightings) { return "\(line) lets it pass already." }
    if isNamed { return nil }
    if sightings.allSatisfy(\.isLoggedIn) {
      return "It logs in, so it can use port 587 or 465 as well: change its port. Name it with --address if it cannot."
    }
    if !address.isPrivate, sightings.allSatisfy({ $0.confidence == .low }) {
      return
        "Anybody on the Internet can claim this sender, and nothing shows a device of yours. Name it with --address when you know whose it is."
    }
    return nil
  }

  /// A line of the file that frees all of it.
  private func freeing(_ sightings: [BypassSighting]) -> String? {
    guard let tree else { return nil }
    for (file, line) in tree.lines where sightings.allSatisfy({ line.decides($0, world) == .yes }) {
      return file == tree.name ? "Line \(line.number) (\(line.text))" : "Line \(line.number) of \(file) (\(line.text))"
    }
    return nil
  }

  private func addressLine(
    _ address: IPAddress, _ wanted: [BypassSighting], everything: [BypassSighting]
  ) -> BypassProposal {
    let best = wanted.max { BypassSuggester.rank($0.confidence) < BypassSuggester.rank($1.confidence) }
    let people = identities(wanted)
    var notes: [String] = []
    let others = Set((reports[address]?.users ?? []) + identities(everything)).subtracting(people)
    if !others.isEmpty {
      notes.append("Others are seen from this address, and the line frees them as well: \(others.count).")
    }
    if !address.isPrivate {
      notes.append("It is a public address: make sure that it is fixed, and nobody else's tomorrow.")
    }
    if !address.isIPv4 { notes.append("IPv6 is not documented for this file: test whether the server takes it.") }
    if wanted.contains(where: \.isLoggedIn) { notes.append("It logs in: try port 587 or 465 first.") }
    if let failed = reports[address]?.failedLogins, failed > 0 {
      notes.append("\(failed) failed logins came from here.")
    }
    return proposal("i:\(address)", .address, people, wanted, best, notes)
  }

  private func senderLine(_ user: String) -> BypassProposal {
    let wanted = world.sightings.filter { $0.identity == user }
    return proposal(
      "s:\(user)", .sender, [user], wanted, wanted.first,
      [
        "Seen from more than \(choice.mostAddresses) addresses, so no i: lines. Anybody can claim this sender: keep it for days, not months."
      ])
  }

  private func proposal(
    _ text: String, _ kind: BypassKind, _ people: [String], _ wanted: [BypassSighting], _ best: BypassSighting?,
    _ notes: [String]
  ) -> BypassProposal {
    let line = BypassLineReader.read(Array(text.utf8)[...], number: 1)
    let file = BypassTree(name: "", bytes: Array(text.utf8)) { _, _ in .missing(reason: "") }
    let matches = BypassSimulator(tree: file, world: world).matches(of: line, in: "")
    let (risk, why) = line.risk(localDomains: world.localDomains)
    return BypassProposal(
      text: text, kind: kind, risk: risk, reason: BypassSuggester.reason(wanted, best), guess: best?.guess ?? .unknown,
      confidence: best?.confidence ?? .low, identities: people,
      owner: choice.owner ?? (people.isEmpty ? nil : people.prefix(3).joined(separator: ", ")),
      expires: choice.expires, matches: matches, notes: why + notes,
      evidence: Array(wanted.sorted { $0.lastAt > $1.lastAt }.compactMap(\.evidence).prefix(4)))
  }

  private static func reason(_ sightings: [BypassSighting], _ best: BypassSighting?) -> String {
    func sum(_ kind: BypassSighting.Kind) -> Int { sightings.filter { $0.kind == kind }.reduce(0) { $0 + $1.count } }
    let parts = [
      (sum(.refusal), "refused"), (sum(.relay), "relayed without login"), (sum(.login), "sent logged in"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let name = best?.helo.map { ", says EHLO \($0)" } ?? ""
    return
      "\((best?.guess ?? .unknown).rawValue)\(name): \(parts.isEmpty ? "logged in" : parts.joined(separator: ", "))"
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
