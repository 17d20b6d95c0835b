/// Something in the logs that a bypass line may let pass once the submission option is on.
public struct BypassSighting: Sendable, Equatable {
  /// What was seen.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// A refusal of class `submissionRequired`.
    case refusal
    /// Logins on a port to be closed, or on an unknown one.
    case login
    /// Messages of a local sender, relayed without a login.
    case relay
  }

  /// What was seen.
  public var kind: Kind
  /// The client; nothing where too many were seen to be told apart.
  public var address: IPAddress?
  /// MAIL FROM, where it is kept: it is not for a login with a readable name.
  public var sender: String?
  /// The name that was logged in, where readable.
  public var login: String?
  /// Whether a login was in force.
  public var isLoggedIn: Bool
  /// Whether MAIL FROM is of a local domain; nothing where MAIL FROM is not kept.
  public var senderIsLocal: Bool?
  /// What the client said after HELO or EHLO.
  public var helo: String?
  /// What the client seems to be.
  public var guess: ClientGuess
  /// How sure that is.
  public var confidence: Confidence
  /// The server's port, when known.
  public var port: Int?
  /// Refusals, or messages; a login without a message has none.
  public var count: Int
  /// Begin of the first session.
  public var firstAt: Timestamp
  /// Begin of the last session.
  public var lastAt: Timestamp
  /// A line to look at.
  public var evidence: EvidenceReference?

  /// Takes every part.
  public init(
    kind: Kind, address: IPAddress?, sender: String? = nil, login: String? = nil, isLoggedIn: Bool = false,
    senderIsLocal: Bool? = nil, helo: String? = nil, guess: ClientGuess = .unknown, confidence: Confidence = .low,
    port: Int? = nil, count: Int = 1, firstAt: Timestamp, lastAt: Timestamp, evidence: EvidenceReference? = nil
  ) {
    self.kind = kind
    self.address = address
    self.sender = sender
    self.login = login
    self.isLoggedIn = isLoggedIn
    self.senderIsLocal = senderIsLocal
    self.helo = helo
    self.guess = guess
    self.confidence = confidence
    self.port = port
    self.count = count
    self.firstAt = firstAt
    self.lastAt = lastAt
    self.evidence = evidence
  }

  /// The name under which it stands in a report.
  public var identity: String? { login ?? sender }
}
