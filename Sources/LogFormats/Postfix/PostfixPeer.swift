internal import ByteScanning
internal import MailModel

/// A client as Postfix names it: `unknown[192.0.2.11]`, `pc.example.org[2001:db8::11]:55729` (the client's own port).
struct PostfixPeer {
  /// The address between the brackets; empty for `unknown[unknown]`.
  var address: ByteRange
  /// Index behind the whole name.
  var end: Int

  /// Reads the client whose name begins at this index, or nothing when there is none.
  ///
  /// Reverse DNS names are a stranger's text: the address is in the first brackets that hold one and that end the name.
  @inline(__always)
  init?(_ line: borrowing Span<UInt8>, from start: Int) {
    // The usual client has one pair of brackets, with a plain address.
    let bracket =
      line.hasPrefix("unknown[", at: start) ? start &+ 7 : line.firstIndex(ofEither: UInt8(ascii: "["), 32, from: start)
    guard bracket < line.count, line[bracket] == UInt8(ascii: "[") else { return nil }
    let open = bracket &+ 1
    let close = line.endOfAddress(from: open)
    if close > open, close < line.count, line[close] == UInt8(ascii: "]"),
      PostfixPeer.isEnd(line, at: close &+ 1)
    {
      self.init(PostfixPeer.looksNumeric(line[open]) ? ByteRange(open, close) : .none, end: close &+ 1)
      return
    }
    self.init(anyOf: line, from: start)
  }

  @inline(__always)
  private init(_ address: ByteRange, end: Int) {
    self.address = address
    self.end = end
  }

  /// Reads a client of any shape.
  @inline(never)
  private init?(anyOf line: borrowing Span<UInt8>, from start: Int) {
    let count = line.count
    var i = start
    while i < count {
      let c = line[i]
      i &+= 1
      if c == 32 { return nil }
      if c != UInt8(ascii: "[") { continue }
      let open = i
      while i < count, PostfixPeer.isAddressByte(line[i]) { i &+= 1 }
      guard i < count, line[i] == UInt8(ascii: "]"), i > open else { continue }
      var end = i &+ 1
      if end &+ 1 < count, line[end] == 58, line[end &+ 1] &- 48 < 10 {
        end &+= 1
        while end < count, line[end] &- 48 < 10 { end &+= 1 }
      }
      if end < count, line[end] != 32, line[end] != 44, line[end] != 58, line[end] != 59 { continue }
      self.end = end
      address = PostfixPeer.looksNumeric(line[open]) ? ByteRange(open, i) : .none
      return
    }
    return nil
  }

  /// Whether a client without a port may end before this index.
  @inline(__always)
  private static func isEnd(_ line: borrowing Span<UInt8>, at i: Int) -> Bool {
    guard i < line.count else { return true }
    switch line[i] {
    case 32, 44, 59: return true
    case 58: return i &+ 1 >= line.count || line[i &+ 1] &- 48 >= 10
    default: return false
    }
  }

  /// Digits, letters (hex, and the zone of `fe80::1%eth0`), `.`, `:` and `%`.
  @inline(__always)
  private static func isAddressByte(_ c: UInt8) -> Bool {
    c &- 46 < 13 && c != 47 || (c | 0x20) &- 97 < 26 || c == UInt8(ascii: "%")
  }

  @inline(__always)
  private static func looksNumeric(_ c: UInt8) -> Bool { c &- 48 < 11 || (c | 0x20) &- 97 < 6 }
}
