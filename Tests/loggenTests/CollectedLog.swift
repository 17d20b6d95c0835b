import MailModel

@testable import loggen

/// Keeps what a generator writes, day by day.
final class CollectedLog {
  private(set) var days: [(day: CivilDate, bytes: [UInt8])] = []

  func begin(day: CivilDate) { days.append((day, [])) }

  func append(_ bytes: [UInt8]) { days[days.count - 1].bytes.append(contentsOf: bytes) }

  var bytes: [UInt8] { days.flatMap(\.bytes) }

  /// The lines, without their ends.
  var lines: [Substring] {
    String(decoding: bytes, as: UTF8.self).split { $0 == "\n" || $0 == "\r\n" }
  }

  /// FNV-1a over all bytes.
  var digest: UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
