/// A moment, in milliseconds since 1970-01-01T00:00:00Z without leap seconds.
public struct Timestamp: Hashable, Sendable, Comparable {
  /// Milliseconds since the epoch, UTC.
  public let milliseconds: Int64

  /// Takes milliseconds since the epoch, UTC.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Takes whole seconds since the epoch, UTC.
  public init(seconds: Int64) { milliseconds = seconds * 1000 }

  /// Whole seconds since the epoch, rounded down.
  public var seconds: Int64 { milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000 }

  /// Orders moments as time goes.
  public static func < (a: Timestamp, b: Timestamp) -> Bool { a.milliseconds < b.milliseconds }
}

extension Timestamp: CustomStringConvertible {
  /// ISO 8601 in UTC to the second, for instance `2026-11-23T17:00:00Z`.
  public var description: String {
    let s = seconds
    let days = Int(s >= 0 ? s / 86_400 : (s - 86_399) / 86_400)
    let rest = Int(s) - days * 86_400
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "\(CivilDate(daysSinceEpoch: days))T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }
}

extension Timestamp: Codable {
  /// Reads the form that `description` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Timestamp(iso8601: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no ISO 8601 time: \(text)")
    }
    self = value
  }

  /// Writes ISO 8601 in UTC, to the second.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Reads `2026-11-23T17:00:00Z`, an offset `+03:00` instead of `Z`, or a day alone (midnight UTC).
  public init?(iso8601 text: String) {
    let b = Array(text.utf8)
    func number(_ from: Int, _ count: Int) -> Int? {
      guard from + count <= b.count else { return nil }
      var n = 0
      for c in b[from..<from + count] {
        guard (48...57).contains(c) else { return nil }
        n = n * 10 + Int(c - 48)
      }
      return n
    }
    guard b.count >= 10, b[4] == 45, b[7] == 45, let y = number(0, 4), let m = number(5, 2), let d = number(8, 2),
      let date = CivilDate(year: y, month: m, day: d)
    else { return nil }
    var seconds = Int64(date.daysSinceEpoch) * 86_400
    if b.count > 10 {
      guard b.count >= 19, b[10] == 84 || b[10] == 32, b[13] == 58, b[16] == 58, let h = number(11, 2),
        let mi = number(14, 2), let s = number(17, 2), h < 24, mi < 60, s < 61
      else { return nil }
      seconds += Int64(h * 3600 + mi * 60 + s)
      var rest = 19
      if rest < b.count, b[rest] == 46 {
        rest += 1
        while rest < b.count, (48...57).contains(b[rest]) { rest += 1 }
      }
      if rest < b.count, b[rest] != 90 {
        guard rest + 6 == b.count, b[rest] == 43 || b[rest] == 45, b[rest + 3] == 58, let oh = number(rest + 1, 2),
          let om = number(rest + 4, 2), oh < 24, om < 60
        else { return nil }
        let offset = Int64(oh * 3600 + om * 60)
        seconds += b[rest] == 43 ? -offset : offset
      } else if rest < b.count, rest + 1 != b.count {
        return nil
      }
    }
    self.init(seconds: seconds)
  }
}
