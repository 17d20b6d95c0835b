/// One day of authenticated submissions (days in the time zone of the report).
public struct DayReport: Codable, Sendable, Equatable {
  /// ISO 8601, for instance `2026-11-23`.
  public var day: String
  /// By port number or `unknown`.
  public var ports: [String: PortCount]

  /// Takes every part.
  public init(day: String, ports: [String: PortCount]) {
    self.day = day
    self.ports = ports
  }
}
