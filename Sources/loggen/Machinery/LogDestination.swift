import MailModel

/// Where the bytes of a log go.
protocol LogDestination {
  /// Says that what follows was written on this day or later.
  mutating func begin(day: CivilDate) throws(LogWriteError)

  /// Takes bytes.
  mutating func write(_ bytes: [UInt8]) throws(LogWriteError)

  /// Says that nothing follows.
  mutating func finish() throws(LogWriteError)
}
