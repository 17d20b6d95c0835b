internal import ByteScanning

/// Host and program of a syslog line as they were read once: ` mail postfix/smtpd[`, from the space behind the stamp to
/// the bracket before the process id, or the colon where there is none.
struct SyslogTag: Sendable {
  /// Its first 32 bytes, eight to a word, and zeros behind them; and all bits of those that it has.
  private let head: (UInt64, UInt64, UInt64, UInt64)
  private let headMask: (UInt64, UInt64, UInt64, UInt64)
  /// The bytes behind them.
  private let rest: (UInt64, UInt64, UInt64)
  private let restMask: (UInt64, UInt64, UInt64)
  /// How many bytes.
  let count: Int
  /// Index of the first byte of the program's tag, counted from the end of the stamp.
  var start = 0
  /// Index of the last `/` in the tag, counted likewise, or below 0.
  var lastSlash = -1
  /// The number that stands for the host name in the keys of sessions.
  var host: UInt64 = 0
  /// The program, as the format numbers them.
  var program: UInt8 = 0

  /// The fewest bytes that are kept, and the most.
  static var counts: ClosedRange<Int> { 9...56 }
  /// How many of them are compared at once.
  static var headCount: Int { 32 }

  /// The tag that begins at this index and has this many bytes.
  init(_ line: borrowing Span<UInt8>, from start: Int, count: Int) {
    self.count = count
    func word(_ number: Int) -> UInt64 {
      var word: UInt64 = 0
      for k in 0..<8 where 8 * number + k < count { word |= UInt64(line[start + 8 * number + k]) << UInt64(8 * k) }
      return word
    }
    func mask(_ number: Int) -> UInt64 {
      let bits = min(max(count - 8 * number, 0), 8) * 8
      return bits == 64 ? .max : 1 << UInt64(bits) - 1
    }
    head = (word(0), word(1), word(2), word(3))
    headMask = (mask(0), mask(1), mask(2), mask(3))
    rest = (word(4), word(5), word(6))
    restMask = (mask(4), mask(5), mask(6))
  }

  /// Whether these are its first bytes, as far as it has them.
  @inline(__always)
  func begins(_ bytes: (UInt64, UInt64, UInt64, UInt64)) -> Bool {
    let different =
      (bytes.0 & headMask.0 ^ head.0) | (bytes.1 & headMask.1 ^ head.1) | (bytes.2 & headMask.2 ^ head.2)
      | (bytes.3 & headMask.3 ^ head.3)
    return different == 0
  }

  /// Whether what it has behind its head stands here too; `start` is where the tag begins.
  @inline(__always)
  func goesOn(_ bytes: borrowing Span<UInt8>, from start: Int) -> Bool {
    guard count > SyslogTag.headCount else { return true }
    guard start <= bytes.count &- SyslogTag.counts.upperBound else { return false }
    let different =
      (bytes.word64(at: start &+ 32) & restMask.0 ^ rest.0) | (bytes.word64(at: start &+ 40) & restMask.1 ^ rest.1)
      | (bytes.word64(at: start &+ 48) & restMask.2 ^ rest.2)
    return different == 0
  }
}
