internal import ByteScanning

/// A fixed stretch of bytes to look for in a line.
///
/// Made once per parser, so that comparing makes no text and takes no memory. Its first and last eight bytes are kept as
/// numbers: nearly every comparison is settled by one word of the line, and every one by two up to sixteen bytes.
struct BytePattern: Sendable {
  private let bytes: [UInt8]
  /// The first eight bytes, the first one lowest; 0 where the pattern has fewer.
  private let head: UInt64
  /// All bits of the bytes that `head` has.
  private let mask: UInt64
  /// The last eight bytes; of no meaning where the pattern has fewer.
  private let tail: UInt64
  /// How many bytes.
  let count: Int

  /// Takes the pattern as text.
  init(_ text: String) {
    bytes = Array(text.utf8)
    count = bytes.count
    head = bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    mask = count >= 8 ? .max : 1 << UInt64(8 * count) - 1
    tail = bytes.suffix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Whether the line has the pattern at this index.
  @inline(__always)
  func matches(_ line: borrowing Span<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start <= line.count &- count else { return false }
    guard start <= line.count &- 8 else { return hasBytes(line, at: start, from: 0) }
    guard (line.word64(at: start) ^ head) & mask == 0 else { return false }
    guard count > 8 else { return true }
    return line.word64(at: start &+ count &- 8) == tail && (count <= 16 || hasBytes(line, at: start, from: 8))
  }

  @inline(never)
  private func hasBytes(_ line: borrowing Span<UInt8>, at start: Int, from index: Int) -> Bool {
    for k in index..<count where line[start &+ k] != bytes[k] { return false }
    return true
  }

  /// Where the pattern begins for the first time at or after this index.
  func first(in line: borrowing Span<UInt8>, from start: Int) -> Int? {
    let first = UInt8(truncatingIfNeeded: head)
    var i = start
    while let place = line.firstIndex(of: first, from: i) {
      if matches(line, at: place) { return place }
      i = place &+ 1
    }
    return nil
  }

  /// Where the pattern begins for the last time at or after this index.
  func last(in line: borrowing Span<UInt8>, from start: Int) -> Int? {
    let first = UInt8(truncatingIfNeeded: head)
    var i = line.count &- count
    while i >= start {
      if line[i] == first, matches(line, at: i) { return i }
      i &-= 1
    }
    return nil
  }
}
