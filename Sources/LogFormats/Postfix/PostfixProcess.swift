internal import ByteScanning

/// The process id behind a tag, and where the text begins: `[4156]: `.
struct PostfixProcess {
  /// The number between the brackets.
  var id: UInt64 = 0
  /// Index of the first byte of the text.
  var textStart = 0

  /// Reads what stands behind a tag, or nothing when that is no number in brackets.
  @inline(__always)
  init?(_ line: borrowing Span<UInt8>, from tagEnd: Int) {
    let count = line.count
    guard tagEnd < count, line[tagEnd] == UInt8(ascii: "[") else { return nil }
    var i = tagEnd &+ 1
    while i < count, line[i] &- 48 < 10 {
      id = id &* 10 &+ UInt64(line[i] &- 48)
      i &+= 1
    }
    guard i > tagEnd &+ 1, i &- tagEnd <= 20, i &+ 1 < count, line[i] == UInt8(ascii: "]"), line[i &+ 1] == 58 else {
      return nil
    }
    i &+= 2
    textStart = i < count && line[i] == 32 ? i &+ 1 : i
  }
}
