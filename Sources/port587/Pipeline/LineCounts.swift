import MailModel

/// What became of the lines of a piece.
struct LineCounts: Sendable {
  var bytes: Int64 = 0
  var lines = 0
  var events = 0
  var ignored = 0
  var unrecognised = 0
  var malformed = 0
  /// How many of the events say that a message was taken, and nothing else of its session.
  var summaries = 0
  /// Least and greatest time of the piece's events.
  var first: LogTime?
  var last: LogTime?
  var samples: [LineSample] = []
  var fault: String?
  /// Whether a last line without its end was left for the next run.
  var leavesHalfLine = false
  /// Hash of the last bytes read, of a source that is read once.
  var tail: UInt64?
  /// Day and millisecond of the last stamp, where the next line needs it.
  var continuation: (day: CivilDate, millisecond: Int64)?

  /// How many lines that were not understood are shown of each source.
  static let sampleLimit = 5
}
