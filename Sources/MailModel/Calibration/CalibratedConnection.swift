/// One connection made to find out how the log shows its port, and what the log shows of it.
public struct CalibratedConnection: Codable, Sendable, Equatable {
  /// The host as it was asked for.
  public var host: String
  /// The address that was connected to.
  public var address: String?
  /// The port that was connected to.
  public var port: Int
  /// What was said in EHLO, by which a log of the dialogue shows the connection.
  public var helo: String
  /// How many NOOPs were said, by which a Postfix log shows it.
  public var noops: Int
  /// Whether the server answered EHLO and every NOOP.
  public var isAnswered: Bool
  /// What the log shows; nothing when the connection was not found, or more than one could be it.
  public var sighting: CalibrationSighting?

  /// Takes every part.
  public init(
    host: String, address: String?, port: Int, helo: String, noops: Int, isAnswered: Bool,
    sighting: CalibrationSighting? = nil
  ) {
    self.host = host
    self.address = address
    self.port = port
    self.helo = helo
    self.noops = noops
    self.isAnswered = isAnswered
    self.sighting = sighting
  }
}
