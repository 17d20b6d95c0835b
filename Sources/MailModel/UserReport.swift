/// An identity: who submits, or was kept from it.
public struct UserReport: Codable, Sendable, Equatable {
  /// Folded to lower case, aliases resolved, free of control characters.
  public var identity: String
  /// By what right it stands here.
  public var kind: IdentityKind
  /// How far it has moved.
  public var readiness: Readiness
  /// By port number or `unknown`.
  public var ports: [String: PortUse]
  /// Refusals by class.
  public var refusals: [String: Int]
  /// Failed logins under this name.
  public var failedLogins: Int
  /// Logins whose password crossed the network in clear.
  public var plaintextLogins: Int
  /// How many senders (MAIL FROM) the server accepted in its logins, at least; `manySenders` stands for all that is more.
  ///
  /// Nothing where the log does not show a login together with its sender.
  public var senders: Int?
  /// From so many senders on they are not told apart.
  public static let manySenders = 8
  /// Its programs and devices.
  public var clients: [ClientReport]
  /// Lines to look at.
  public var evidence: [EvidenceReference]
  /// Begin of the last session refused with `submissionRequired`.
  public var lastRefusedAt: Timestamp?
  /// Whether its last use of ports to be closed, and of unknown ones, was refused, and surely so; nothing when not.
  public var isRefusedLast: Bool?
  /// Whether nothing but refusals without a login is known of it, and all of them came from addresses where anybody can be; nothing when not.
  ///
  /// It is a user, or a stranger's invention. It stands in no file.
  public var isClaim: Bool?
  /// Begin of the last session in which a message from it was relayed without a login.
  public var lastRelayedAt: Timestamp?
  /// What the bypass file frees of it, where one was given and it frees something.
  public var bypass: BypassMark?
  /// Whether it comes from trusted addresses, where their list was given and holds some of its own.
  public var trusted: MarkExtent?

  /// When it was seen last in any way: a login, a refusal, a message relayed without a login.
  public var lastSeenAt: Timestamp? {
    (ports.values.map(\.lastAt) + [lastRefusedAt, lastRelayedAt].compactMap { $0 }).max()
  }

  /// Takes every part.
  public init(
    identity: String, kind: IdentityKind, readiness: Readiness, ports: [String: PortUse] = [:],
    refusals: [String: Int] = [:], failedLogins: Int = 0, plaintextLogins: Int = 0, senders: Int? = nil,
    clients: [ClientReport] = [],
    evidence: [EvidenceReference] = [], lastRefusedAt: Timestamp? = nil,
    lastRelayedAt: Timestamp? = nil
  ) {
    self.identity = identity
    self.kind = kind
    self.readiness = readiness
    self.ports = ports
    self.refusals = refusals
    self.failedLogins = failedLogins
    self.plaintextLogins = plaintextLogins
    self.senders = senders
    self.clients = clients
    self.evidence = evidence
    self.lastRefusedAt = lastRefusedAt
    self.lastRelayedAt = lastRelayedAt
  }
}
