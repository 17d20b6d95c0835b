/// A client address.
///
/// A report has tens of thousands: what they hold stands in the order that leaves the least gaps, flags behind moments that may be missing.
public struct AddressReport: Codable, Sendable, Equatable {
  /// The address.
  public var address: String
  /// A HELO name it used.
  public var helo: String?
  /// Identities seen from it, in code point order.
  public var users: [String]
  /// Authenticated sessions and messages by port number or `unknown`.
  public var ports: [String: PortCount]
  /// Refusals by class.
  public var refusals: [String: Int]
  /// Lines to look at: the last failed login, refusal and relay, and the last login where no user has it; left out where there is none.
  public var evidence: [EvidenceReference]?
  /// Failed logins.
  public var failedLogins: Int
  /// Messages relayed without a login.
  public var unauthenticatedRelays: Int
  /// All its sessions.
  public var sessions: Int
  /// Begin of its first session.
  public var firstAt: Timestamp?
  /// What it is.
  public var kind: AddressKind
  /// Begin of its last session.
  public var lastAt: Timestamp?
  /// Whether it is on the list of trusted addresses, where one was given.
  public var trusted: Bool?
  /// What the bypass file frees of it, where one was given and it frees something.
  public var bypass: BypassMark?

  /// Takes every part.
  public init(
    address: String, kind: AddressKind, users: [String] = [], ports: [String: PortCount] = [:],
    refusals: [String: Int] = [:], failedLogins: Int = 0, unauthenticatedRelays: Int = 0, sessions: Int = 0,
    helo: String? = nil, firstAt: Timestamp? = nil, lastAt: Timestamp? = nil
  ) {
    self.address = address
    self.kind = kind
    self.users = users
    self.ports = ports
    self.refusals = refusals
    self.failedLogins = failedLogins
    self.unauthenticatedRelays = unauthenticatedRelays
    self.sessions = sessions
    self.helo = helo
    self.firstAt = firstAt
    self.lastAt = lastAt
  }
}
