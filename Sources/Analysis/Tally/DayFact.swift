/// A day and a port.
struct DayKey: FactKey {
  /// Days since 1970-01-01 in the report's time zone.
  var day: Int32
  var claim: UInt32

  var words: (UInt64, UInt64) { (UInt64(UInt32(bitPattern: day)), UInt64(claim)) }
}

/// Authenticated sessions and messages of a day.
struct DayFact: Fact {
  var sessions: Int
  var messages: Int

  mutating func merge(_ other: DayFact) {
    sessions += other.sessions
    messages += other.messages
  }
}
