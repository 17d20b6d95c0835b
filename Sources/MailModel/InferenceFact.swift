/// What was known of the server when ports were concluded.
public struct InferenceFact: Codable, Sendable, Equatable {
  /// Where it is known from.
  public enum Source: String, Codable, Sendable, CaseIterable, Hashable {
    /// A probe has asked the server.
    case probe
    /// A preflight has read the server's settings.
    case preflight
    /// A calibration has seen which ports the log would tell.
    case calibration
    /// The administrator said that message submission is on.
    case option
  }

  /// Where it is known from.
  public var source: Source
  /// When the server was so; nothing for what the administrator says.
  public var takenAt: Timestamp?

  /// Takes both.
  public init(_ source: Source, at takenAt: Timestamp? = nil) {
    self.source = source
    self.takenAt = takenAt
  }
}
