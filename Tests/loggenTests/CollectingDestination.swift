import MailModel

@testable import loggen

/// Hands a log to a `CollectedLog`.
struct CollectingDestination: LogDestination {
  let log: CollectedLog

  mutating func begin(day: CivilDate) throws(LogWriteError) { log.begin(day: day) }
  mutating func write(_ bytes: [UInt8]) throws(LogWriteError) { log.append(bytes) }
  mutating func finish() throws(LogWriteError) {}
}
