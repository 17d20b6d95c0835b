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

  /// Digits, letters (hex, and the zone of `fe80::1%eth0`), `.`, `:` and `%`.
  @inline(__always)
  private static func isAddressByte(_ c: UInt8) -> Bool {
    c &- 46 < 13 && c != 47 || (c | 0x20) &- 97 < 26 || c == UInt8(ascii: "%")
  }

  @inline(__always)
  private static func looksNumeric(_ c: UInt8) -> Bool { c &- 48 < 11 || (c | 0x20) &- 97 < 6 }
}
