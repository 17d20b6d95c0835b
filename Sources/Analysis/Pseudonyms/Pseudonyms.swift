public import MailModel

/// A report without names: each identity, address, HELO name, server name and path becomes a pseudonym that a secret key gives it.
///
///     ana@example.com  →  user-k3m7q2xa@domain-p4vd
///     198.51.100.7     →  ip-2f6wz7ct
///
/// The same name has the same pseudonym in every report made with the same key, so that reports can be compared. Who does not have the key can neither
/// turn a pseudonym back nor try out whose it is. Numbers and times stay: this hides names, it does not make a report anonymous.
public struct Pseudonyms: Sendable, CustomStringConvertible {
  /// A shorter key could be guessed.
  public static let minimumKeyBytes = 16

  private let key: [UInt8]

  /// Takes the key, or refuses one that is too short.
  public init?(key: [UInt8]) {
    guard key.count >= Pseudonyms.minimumKeyBytes else { return nil }
    self.key = key
  }

  /// Says nothing of the key.
  public var description: String { "pseudonyms" }

  /// The report with pseudonyms, and with everything left out that could hold a name and cannot be given one.
  public func applied(to model: ReportModel) -> ReportModel {
    var book = PseudonymBook(key: key)
    let scrub = ReplyScrub(model)
    var result = model
    result.sources = model.sources.map { book.source($0) }
    result.skipped = model.skipped.map { SkippedSource(path: book.path($0.path), reason: PseudonymBook.reason) }
    result.users = model.users.map { book.user($0, model.policy) }.sorted { a, b in
      // The order of the names would tell something of them.
      let (left, right) = (Pseudonyms.weight(a, model.policy), Pseudonyms.weight(b, model.policy))
      return left != right ? left > right : a.identity < b.identity
    }
    result.addresses = Pseudonyms.sorted(model.addresses.map { book.address($0) }, model.policy)
    result.refusals = model.refusals.map { refusal in
      var refusal = refusal
      refusal.text = scrub.text(refusal.text)
      refusal.evidence = refusal.evidence.map { book.evidence($0) }
      return refusal
    }
    result.portAdvice = model.portAdvice.map { advice in
      var advice = advice
      advice.servers = advice.servers.map { book.server($0) }.sorted()
      return advice
    }
    result.inferred = model.inferred.map { inferred in
      var inferred = inferred
      inferred.users = inferred.users.map {
        InferenceReport.User(identity: book.identity($0.identity), ports: $0.ports, refusals: $0.refusals)
      }.sorted { $0.identity < $1.identity }
      return inferred
    }
    result.warnings = model.warnings.map { book.warning($0) }
    result.connections = model.connections.map { connections in
      var connections = connections
      connections.sources = connections.sources.map { book.source($0) }
      return connections
    }
    result.trend = model.trend.map { book.trend($0) }
    result.server = model.server.map { book.server($0) }
    return result
  }

  private static func weight(_ user: UserReport, _ policy: PortPolicy) -> Int {
    user.ports.reduce(0) { isLegacy($1.key, policy) ? $0 + $1.value.messages : $0 }
  }

  /// In the order of `AddressRank`, with the pseudonym in place of the address.
  private static func sorted(_ addresses: [AddressReport], _ policy: PortPolicy) -> [AddressReport] {
    let ranked = addresses.map { address in
      let legacy = address.ports.reduce(0) { isLegacy($1.key, policy) ? $0 + $1.value.messages : $0 }
      let sessions = address.ports.values.reduce(0) { $0 + $1.sessions }
      let required = address.refusals[RefusalClass.submissionRequired.rawValue] ?? 0
      return (
        rank: [legacy, sessions, required, address.unauthenticatedRelays, address.failedLogins], address: address
      )
    }
    return ranked.sorted { a, b in
      a.rank != b.rank ? b.rank.lexicographicallyPrecedes(a.rank) : a.address.address < b.address.address
    }.map(\.address)
  }

  private static func isLegacy(_ port: String, _ policy: PortPolicy) -> Bool {
    Int(port).map { !policy.isSubmission($0) } ?? false
  }
}
