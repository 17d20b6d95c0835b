/// What the connection records were and how well they fitted the sessions.
public struct ConnectionReport: Codable, Sendable, Equatable {
  /// The files of records, each with what became of its lines; `events` are connections to ports of SMTP.
  public var sources: [SourceReport]
  /// Sessions whose port nothing else told.
  public var sessions: Int
  /// Of these, sessions with one record that can be meant.
  public var paired: Int
  /// Sessions with several records that can be meant, all of one port.
  public var agreed: Int
  /// Sessions for which records of different ports can be meant.
  public var ambiguous: Int
  /// Sessions whose record is missing.
  public var missing: Int
  /// Sessions left open because lost and stray records are frequent.
  public var doubtful: Int
  /// Records of these clients that no session can have.
  public var strayRecords: Int
  /// Sessions of a port known otherwise for which the records say the same.
  public var confirmed: Int
  /// Sessions of a port known otherwise for which the records say another one.
  public var contradicted: Int
  /// By how many milliseconds the recorder's clock is ahead at the begin; nothing when the clocks could not be compared.
  public var clockAhead: Int?
  /// The same at the end; the difference is drift.
  public var clockAheadAtEnd: Int?
  /// The width of the window in milliseconds within which a session and its record lie.
  public var tolerance: Int?
  /// Whether the clocks were compared by the data; otherwise they were taken to be one.
  public var isClockEstimated: Bool

  /// Takes every part.
  public init(
    sources: [SourceReport], sessions: Int = 0, paired: Int = 0, agreed: Int = 0, ambiguous: Int = 0, missing: Int = 0,
    doubtful: Int = 0, strayRecords: Int = 0, confirmed: Int = 0, contradicted: Int = 0, clockAhead: Int? = nil,
    clockAheadAtEnd: Int? = nil, tolerance: Int? = nil, isClockEstimated: Bool = false
  ) {
    self.sources = sources
    self.sessions = sessions
    self.paired = paired
    self.agreed = agreed
    self.ambiguous = ambiguous
    self.missing = missing
    self.doubtful = doubtful
    self.strayRecords = strayRecords
    self.confirmed = confirmed
    self.contradicted = contradicted
    self.clockAhead = clockAhead
    self.clockAheadAtEnd = clockAheadAtEnd
    self.tolerance = tolerance
    self.isClockEstimated = isClockEstimated
  }
}
