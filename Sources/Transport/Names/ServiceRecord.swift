/// A SRV record (RFC 2782).
public struct ServiceRecord: Sendable, Equatable {
  /// Lower comes first.
  public var priority: Int
  /// The share among those of one priority.
  public var weight: Int
  /// The port.
  public var port: Int
  /// The host, lower case, without the dot at its end; `.` says that the service is not offered.
  public var target: String

  /// Takes every part.
  public init(priority: Int, weight: Int, port: Int, target: String) {
    self.priority = priority
    self.weight = weight
    self.port = port
    self.target = target
  }
}
