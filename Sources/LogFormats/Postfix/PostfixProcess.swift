internal import ByteScanning

/// The process id behind a tag, and where the text begins: `[4156]: `.
struct PostfixProcess {
  /// The number between the brackets.
  var id: UInt64
  /// Index of the first byte of the text.
  var textStart: Int

  /// Reads what stands behind a tag, or nothing when that is no number in brackets.
  @inline(__always)
  init?(_ line: borrowing Span<UInt8>, from tagEnd: Int) {
    guard tagEnd < line.count, line[tagEnd] == UInt8(ascii: "[") else { return nil }
    let start = tagEnd &+ 1
    guard start <= line.count &- 16 else {
      self.init(anyOf: line, from: start)
      return
    }
    // Up to seven digits, all at once: they are moved to the high end of the word, with zeros before them.
    let word = line.word64(at: start)
    let length = (Span<UInt8>.digits(word) ^ 0x8080_8080_8080_8080).trailingZeroBitCount / 8
    guard length > 0, length < 8, line.word16(at: start &+ length) == 0x3a5d else {
      self.init(anyOf: line, from: start)
      return
    }
    let digits = (word & 0x0f0f_0f0f_0f0f_0f0f) << UInt64(64 &- 8 &* length)
    let pairs = (digits &* 10 &+ digits >> 8) & 0x00ff_00ff_00ff_00ff
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_ffff_0000_ffff
    self.init(
      id: (fours &* 10_000 &+ fours >> 32) & 0xffff_ffff,
      textStart: start &+ length &+ (line[start &+ length &+ 2] == 32 ? 3 : 2))
  }

  @inline(__always)
  private init(id: UInt64, textStart: Int) {
    self.id = id
    self.textStart = textStart
  }

  /// Reads a number of any length, wherever the line ends.
  @inline(never)
  private init?(anyOf line: borrowing Span<UInt8>, from start: Int) {
    let count = line.count
    var i = start
    var id: UInt64 = 0
    while i < count, line[i] &- 48 < 10 {
      id = id &* 10 &+ UInt64(line[i] &- 48)
      i &+= 1
    }
    guard i > start, i &- start < 20, i &+ 1 < count, line[i] == UInt8(ascii: "]"), line[i &+ 1] == 58 else {
      return nil
    }
    i &+= 2
    self.init(id: id, textStart: i < count && line[i] == 32 ? i &+ 1 : i)
  }
}
