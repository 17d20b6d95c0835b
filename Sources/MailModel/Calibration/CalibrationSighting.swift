/// What a log shows of a connection, as far as it could tell the port.
public struct CalibrationSighting: Codable, Sendable, Equatable {
  /// The file.
  public var path: String
  /// Its format.
  public var format: String
  /// The server's port, where the log names it; 0 where it does not.
  public var loggedPort: Int
  /// The server's own address, where the log names it.
  public var listener: String?
  /// The syslog name of the service (`postfix/submission`).
  public var label: String?

  /// Takes every part.
  public init(path: String, format: String, loggedPort: Int = 0, listener: String? = nil, label: String? = nil) {
    self.path = path
    self.format = format
    self.loggedPort = loggedPort
    self.listener = listener
    self.label = label
  }
}
