/// What holds for a stretch of lines that is given at once.
public enum LineStretch {
  /// Bytes behind the last LF that may be looked at.
  public static let slack = 64

  /// Whether a byte at the end of a line is no part of it: CR, a blank or a tab.
  @inlinable @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 && (byte == 0x0d || byte == 0x20 || byte == 0x09) }
}

extension Span where Element == UInt8 {
  /// Where a line ends that begins at `start` and whose LF is at `feed`: there, or at the CRs and blanks before it.
  ///
  /// A text that was copied from the wire may bring a CR of its own, a file that was written anew as text has CR CR LF, and
  /// a window that was saved as text fills its lines with blanks.
  @inlinable @inline(__always)
  public func lineEnd(from start: Int, feed: Int) -> Int {
    guard feed > start, self[feed &- 1] <= 0x20 else { return feed }
    // CR LF behind a text, as nearly all lines of some servers end.
    if feed &- 1 > start, self[feed &- 1] == 0x0d, self[feed &- 2] > 0x20 { return feed &- 1 }
    var end = feed
    while end > start, LineStretch.isBlank(self[end &- 1]) { end &-= 1 }
    return end
  }
}
