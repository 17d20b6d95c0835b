internal import ByteScanning

/// Host and program of a syslog line as they were read once: ` mail postfix/smtpd[`, from the space behind the stamp to
/// the bracket before the process id.
struct SyslogTag: Sendable {
  /// Its bytes from the first one on, eight to a word, as far as they fill words; and the last eight.
  var words: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0)
  var last: UInt64 = 0
  /// How many bytes.
  var count = 0
  /// Index of the first byte of the program's tag, counted from the end of the stamp.
  var start = 0
  /// Index of the last `/` in the tag, counted likewise, or below 0.
  var lastSlash = -1
  /// The number that stands for the host name in the keys of sessions.
  var host: UInt64 = 0
  /// The program, as the format numbers them.
  var program: UInt8 = 0

  /// The fewest bytes that are compared by words, and the most.
  static var counts: ClosedRange<Int> { 9...56 }

  /// The tag that begins at this index and has this many bytes.
  init(_ line: borrowing Span<UInt8>, from start: Int, count: Int) {
    self.count = count
    last = line.word64(at: start + count - 8)
    func word(_ number: Int) -> UInt64 { count > 8 * (number + 1) ? line.word64(at: start + 8 * number) : 0 }
    words = (word(0), word(1), word(2), word(3), word(4), word(5))
  }

  /// Whether the line has the same bytes at this index; `count` and `last` were compared.
  @inline(__always)
  func begins(_ line: borrowing Span<UInt8>, at start: Int) -> Bool {
    guard line.word64(at: start) == words.0 else { return false }
    guard count > 16 else { return true }
    guard line.word64(at: start &+ 8) == words.1 else { return false }
    guard count > 24 else { return true }
    guard line.word64(at: start &+ 16) == words.2 else { return false }
    guard count > 32 else { return true }
    guard line.word64(at: start &+ 24) == words.3 else { return false }
    guard count > 40 else { return true }
    guard line.word64(at: start &+ 32) == words.4 else { return false }
    return count <= 48 || line.word64(at: start &+ 40) == words.5
  }
}
