import MailModel

/// Failed logins under one name from one address.
struct FailedLoginKey: FactKey {
  /// Number in `Tally.failedNames`, `LoginKey.nobody` without a name, `StringTable.overflow` when the table was full.
  var name: UInt32
  var address: UInt32
  /// Day of the session, `Tally.anyDay` unless days are kept apart.
  var day = Tally.anyDay

  var words: (UInt64, UInt64) { (UInt64(name) << 32 | UInt64(address), UInt64(UInt32(bitPattern: day))) }
}

/// Counter of failed logins, with the line of the last one.
struct FailedLoginFact: Fact {
  var count: Int
  /// Begin of the last session with one.
  var lastAt: Timestamp
  /// The line of its last one; line 0 in counts of an earlier version, which kept none.
  var lastMark: LineMark

  /// Whether its last failure comes before that of another.
  func isEarlier(than other: FailedLoginFact) -> Bool { (lastAt, lastMark) < (other.lastAt, other.lastMark) }

  mutating func merge(_ other: FailedLoginFact) {
    count += other.count
    guard isEarlier(than: other) else { return }
    lastAt = other.lastAt
    lastMark = other.lastMark
  }
}
