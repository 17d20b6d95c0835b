/// One program or device of a user: an address with a HELO name.
///
/// A report has tens of thousands: what they hold stands in the order that leaves the least gaps.
public struct ClientReport: Codable, Sendable, Equatable {
  /// The address.
  public var address: String
  /// What it said after HELO or EHLO, when the log shows it.
  public var helo: String?
  /// Logins by port number or `unknown`.
  public var ports: [String: Int]
  /// Begin of the last session with a login.
  public var lastAt: Timestamp?
  /// What it seems to be.
  public var guess: ClientGuess
  /// How sure that is.
  public var confidence: Confidence
  /// Begin of the last session with a login on another port than those for submission, or refused for its port; nothing where that is `lastAt`.
  public var lastOldUseAt: Timestamp?

  /// Takes every part.
  public init(
    address: String, helo: String?, guess: ClientGuess, confidence: Confidence, ports: [String: Int],
    lastAt: Timestamp? = nil, lastOldUseAt: Timestamp? = nil
  ) {
    self.address = address
    self.helo = helo
    self.guess = guess
    self.confidence = confidence
    self.ports = ports
    self.lastAt = lastAt
    self.lastOldUseAt = lastOldUseAt
  }
}
