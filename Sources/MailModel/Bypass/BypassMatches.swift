/// What of the things seen a bypass line would have let pass.
public struct BypassMatches: Codable, Sendable, Equatable {
  /// Refusals of class `submissionRequired`.
  public var refusals: Int
  /// Messages that went through a port to be closed.
  public var legacySubmissions: Int
  /// Messages whose port the log does not tell.
  public var unknownPortSubmissions: Int
  /// Refusals and messages of which the logs do not say whether the line matches.
  public var undecided: Int
  /// All sessions from the addresses of the line, whatever was done in them; null where the line names none.
  public var sessions: Int?
  /// Begin of the last session that matched.
  public var lastAt: Timestamp?

  /// Takes every part.
  public init(
    refusals: Int = 0, legacySubmissions: Int = 0, unknownPortSubmissions: Int = 0, undecided: Int = 0,
    sessions: Int? = nil, lastAt: Timestamp? = nil
  ) {
    self.refusals = refusals
    self.legacySubmissions = legacySubmissions
    self.unknownPortSubmissions = unknownPortSubmissions
    self.undecided = undecided
    self.sessions = sessions
    self.lastAt = lastAt
  }

  /// Writes every name, also of what is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(refusals, forKey: .refusals)
    try container.encode(legacySubmissions, forKey: .legacySubmissions)
    try container.encode(unknownPortSubmissions, forKey: .unknownPortSubmissions)
    try container.encode(undecided, forKey: .undecided)
    try container.encode(sessions, forKey: .sessions)
    try container.encode(lastAt, forKey: .lastAt)
  }
}
