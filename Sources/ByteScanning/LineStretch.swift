/// What holds for a stretch of lines that is given at once.
public enum LineStretch {
  /// Bytes behind the last LF that may be looked at.
  public static let slack = 64
}

extension Span where Element == UInt8 {
  /// Where a line ends that begins at `start` and whose LF is at `feed`: there, or at the CR before it.
  @inlinable @inline(__always)
  public func lineEnd(from start: Int, feed: Int) -> Int {
    feed > start && self[feed &- 1] == 0x0d ? feed &- 1 : feed
  }
}
