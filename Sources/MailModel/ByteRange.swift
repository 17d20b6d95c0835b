/// A stretch of bytes inside one log line.
public struct ByteRange: Hashable, Sendable {
  /// Index of the first byte.
  public var start: UInt32
  /// Index after the last byte.
  public var end: UInt32

  /// Takes both ends; an end before the start makes an empty range.
  @inlinable public init(_ start: Int, _ end: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: max(start, end))
  }

  /// The empty range: the line does not hold this part.
  @inlinable public static var none: ByteRange { ByteRange(0, 0) }

  /// How many bytes.
  @inlinable public var count: Int { Int(end &- start) }
  /// Whether there are no bytes.
  @inlinable public var isEmpty: Bool { end == start }
  /// The range as indices of the line.
  @inlinable public var indices: Range<Int> { Int(start)..<Int(end) }
}
