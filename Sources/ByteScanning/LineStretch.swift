/// What holds for a stretch of lines that is given at once.
public enum LineStretch {
  /// Bytes behind the last LF that may be looked at.
  public static let slack = 64
}

extension Span where Element == UInt8 {
  /// Where a line ends that begins at `start` and whose LF is at `feed`: there, or at the CR before it.
  ///
  /// A text that was copied from the wire may bring a CR of its own, and a file that was written anew as text has CR CR LF.
  @inlinable @inline(__always)
  public func lineEnd(from start: Int, feed: Int) -> Int {
    guard feed > start, self[feed &- 1] == 0x0d else { return feed }
    var end = feed &- 1
    while end > start, self[end &- 1] == 0x0d { end &-= 1 }
    return end
  }
}
