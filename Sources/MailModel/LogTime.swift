/// The wall clock of a log line: what the server wrote, before it is known in which time zone.
public struct LogTime: Hashable, Sendable {
  /// Milliseconds from 1970-01-01T00:00:00 to the wall clock time, as if it were UTC; `undated` when nothing is known.
  public var local: Int64
  /// Offset of that clock from UTC in seconds, or `offsetUnknown` when the line does not say.
  public var offset: Int32

  /// No offset in the line.
  public static let offsetUnknown = Int32.min

  /// Takes wall clock and offset.
  @inlinable public init(local: Int64, offset: Int32 = Int32.min) {
    self.local = local
    self.offset = offset
  }

  /// Whether it lies before another time: by their moments where both offsets are known, else by what the clock shows.
  @inlinable
  public func isBefore(_ other: LogTime) -> Bool {
    guard offset != other.offset, offset != LogTime.offsetUnknown, other.offset != LogTime.offsetUnknown else {
      return local < other.local
    }
    return local - Int64(offset) * 1000 < other.local - Int64(other.offset) * 1000
  }

  /// A line without any time.
  @inlinable public static var undated: LogTime { LogTime(local: Int64.min) }
  /// Whether the line has no time.
  @inlinable public var isUndated: Bool { local == Int64.min }
}
