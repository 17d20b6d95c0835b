/// A fixed stretch of bytes to look for in a line.
///
/// Made once per parser, so that comparing makes no text and takes no memory.
struct BytePattern: Sendable {
  private let bytes: [UInt8]

  /// Takes the pattern as text.
  init(_ text: String) { bytes = Array(text.utf8) }

  /// How many bytes.
  var count: Int { bytes.count }

  /// Whether the line has the pattern at this index.
  @inline(__always)
  func matches(_ line: borrowing Span<UInt8>, at start: Int) -> Bool {
    let count = bytes.count
    guard start >= 0, start <= line.count - count else { return false }
    for k in 0..<count where line[start &+ k] != bytes[k] { return false }
    return true
  }

  /// Where the pattern begins for the first time at or after this index.
  func first(in line: borrowing Span<UInt8>, from start: Int) -> Int? {
    let first = bytes[0]
    var i = start
    let end = line.count - bytes.count
    while i <= end {
      if line[i] == first, matches(line, at: i) { return i }
      i += 1
    }
    return nil
  }

  /// Where the pattern begins for the last time at or after this index.
  func last(in line: borrowing Span<UInt8>, from start: Int) -> Int? {
    let first = bytes[0]
    var i = line.count - bytes.count
    while i >= start {
      if line[i] == first, matches(line, at: i) { return i }
      i -= 1
    }
    return nil
  }
}
