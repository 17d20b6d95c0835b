import ByteScanning
import MailModel

/// Where peer, thread, stamp and body stand in a line.
///
/// A file keeps one shape: the peer is padded to 15 columns (10.3.1) or not (2004), the thread has 4, 8 or 16 digits. So
/// the places of the last line are tried first, and only a line that differs is searched.
struct IceWarpLayout: Sendable {
  /// What a search found.
  enum Finding {
    case located, otherStamp, noFrame
  }

  /// Length of the peer at the begin of the line.
  var peerLength = 0
  /// Index of `[`.
  var open = 0
  /// Index of `]`.
  var close = 0
  /// Index of the stamp.
  var stamp = 0
  /// Index of the body.
  var body = 0

  /// The peer as a range of the line.
  var peer: ByteRange { ByteRange(0, peerLength) }

  mutating func locate(_ line: borrowing Span<UInt8>, like form: IceWarpStampForm) -> Finding {
    let count = line.count
    var i = 0
    while i < count, line[i] != 0x20, line[i] != 0x09, i < 64 { i &+= 1 }
    let length = i
    while i < count, line[i] == 0x20 || line[i] == 0x09 { i &+= 1 }
    guard length > 0, i > length, i < count, line[i] == 0x5b else { return .noFrame }
    let newOpen = i
    i &+= 1
    while i < count, i &- newOpen <= 17, IceWarpLayout.isHex(line[i]) { i &+= 1 }
    guard i < count, line[i] == 0x5d, i &- newOpen > 1, i &- newOpen <= 17 else { return .noFrame }
    let newClose = i
    i &+= 1
    guard i < count, line[i] == 0x20 || line[i] == 0x09 else { return .noFrame }
    while i < count, line[i] == 0x20 || line[i] == 0x09 { i &+= 1 }
    peerLength = length
    open = newOpen
    close = newClose
    stamp = i
    guard let end = form.end(line, from: i) else {
      // Where the body stands is for the caller to find; until then the next line is not to be read by these places.
      body = Int.max
      return .otherStamp
    }
    body = end
    while body < count, line[body] == 0x20 || line[body] == 0x09 { body &+= 1 }
    return .located
  }

  /// Takes the places of an earlier line over; false when this line's peer or thread does not fill them.
  @inline(__always)
  mutating func adopt(_ line: borrowing Span<UInt8>, open: Int, close: Int, body: Int) -> Bool {
    self.open = open
    self.close = close
    self.body = body
    stamp = body &- 9
    guard line[open &- 1] == 0x20, line[close &+ 1] == 0x20 else { return false }
    measurePeer(line)
    guard peerLength > 0 else { return false }
    for i in 0..<peerLength where line[i] == 0x20 || line[i] == 0x09 { return false }
    for i in (open &+ 1)..<close where !IceWarpLayout.isHex(line[i]) { return false }
    return true
  }

  /// Length of a peer that is padded to a column of 16, by words instead of bytes; nothing when something else than one
  /// word stands there, or when the thread is not of hexadecimal digits.
  @inline(__always)
  static func paddedPeerLength(_ high: UInt64, _ low: UInt64, thread digits: UInt32) -> Int? {
    let blanks: UInt64 = 0x2020_2020_2020_2020
    guard low >> 56 == 0x20, areHex(digits) else { return nil }
    let tail = low ^ blanks
    let head = high ^ blanks
    guard head & 0xff != 0 else { return nil }
    let tailLength = 8 &- tail.leadingZeroBitCount / 8
    let headLength = 8 &- head.leadingZeroBitCount / 8
    let length = tailLength > 0 ? 8 &+ tailLength : headLength
    // What fills the column becomes a letter; no other blank or control character is let pass.
    let letters: UInt64 = 0x4040_4040_4040_4040
    let filledTail = low | letters << UInt64(8 &* tailLength)
    let filledHead = tailLength > 0 || headLength == 8 ? high : high | letters << UInt64(8 &* headLength)
    let blank = belowBang(filledTail) | belowBang(filledHead)
    guard blank == 0 else { return nil }
    return length
  }

  /// Not 0 if a byte is a blank or a control character.
  @inline(__always)
  private static func belowBang(_ word: UInt64) -> UInt64 {
    (word &- 0x2121_2121_2121_2121) & ~word & 0x8080_8080_8080_8080
  }

  /// Whether a padded peer is of digits and dots; false as well for an address of another kind.
  @inline(__always)
  static func isDotted(_ high: UInt64, _ low: UInt64) -> Bool {
    let dots = matches(high, 0x2e) | matches(low, 0x2e)
    let tops: UInt64 = 0x8080_8080_8080_8080
    func known(_ word: UInt64) -> UInt64 { digits(word) | matches(word, 0x2e) | matches(word, 0x20) }
    return dots != 0 && known(high) & known(low) == tops
  }

  /// The top bit of every byte that is a decimal digit.
  @inline(__always)
  private static func digits(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = word & (0x7f &* ones)
    // Adding 0x80 - n to a byte below 0x80 sets its top bit from n on, without a carry.
    return (low &+ (0x80 - 0x30) &* ones) & ~(low &+ (0x80 - 0x3a) &* ones) & ~word & (0x80 &* ones)
  }

  /// The top bit of every byte that is this one.
  @inline(__always)
  private static func matches(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let low: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
    let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    return ~((difference & low &+ low) | difference | low)
  }

  /// Whether `isHex` holds for each of four bytes.
  @inline(__always)
  private static func areHex(_ digits: UInt32) -> Bool {
    let tops: UInt32 = 0x8080_8080
    guard digits & tops == 0 else { return false }
    // Adding 0x80 - n to a byte below 0x80 sets its top bit from n on, without a carry.
    let letters = digits | 0x2020_2020
    let isDigit = (digits &+ 0x5050_5050) & ~(digits &+ 0x4646_4646)
    let isLetter = (letters &+ 0x1f1f_1f1f) & ~(letters &+ 0x1919_1919)
    return (isDigit | isLetter) & tops == tops
  }

  /// Finds the end of the peer before the blanks that fill its column.
  @inline(__always)
  mutating func measurePeer(_ line: borrowing Span<UInt8>) {
    if open == 16 {
      let blanks: UInt64 = 0x2020_2020_2020_2020
      let high = line.word64(at: 8) ^ blanks
      let low = line.word64(at: 0) ^ blanks
      peerLength = high != 0 ? 16 &- high.leadingZeroBitCount / 8 : 8 &- low.leadingZeroBitCount / 8
      return
    }
    var length = open
    while length > 0, line[length &- 1] == 0x20 { length &-= 1 }
    peerLength = length
  }

  /// `250-SIZE` without peer and thread: a further line of a reply.
  static func isReplyContinuation(_ line: borrowing Span<UInt8>) -> Bool {
    if line.isEmpty { return true }
    guard line.count >= 4, line[0] &- 0x32 < 4, line[1] &- 0x30 < 10, line[2] &- 0x30 < 10 else { return false }
    return line[3] == 0x2d || line[3] == 0x20
  }

  @inline(__always)
  static func isHex(_ c: UInt8) -> Bool { c &- 0x30 < 10 || (c | 0x20) &- 0x61 < 6 }

  /// Service lines carry a word such as `SYSTEM` where others carry the address.
  func peerIsAddress(_ line: borrowing Span<UInt8>) -> Bool { IceWarpLayout.isAddress(line, peer) }

  /// Whether a peer is of hexadecimal digits with dots or colons between them; `[…]` around it and the zone behind it, as
  /// in `fe80::1%12`, may be there.
  static func isAddress(_ line: borrowing Span<UInt8>, _ peer: ByteRange) -> Bool {
    var separator = false
    for i in address(line, peer).indices {
      let c = line[i]
      if c == 0x2e || c == 0x3a {
        separator = true
      } else if c == 0x25 {
        return separator
      } else if !IceWarpLayout.isHex(c) {
        return false
      }
    }
    return separator
  }

  /// Whether something stands before the IPv4 address of the peer that is no part of any address: `12:198.51.100.7`,
  /// `s20261102-00.log:198.51.100.7`, `C:\logs\s20261102-00.log:12:198.51.100.7`.
  func peerIsPicked(_ line: borrowing Span<UInt8>) -> Bool {
    let bytes = Array(peer.indices.map { line[$0] })
    guard let colon = bytes.lastIndex(of: 0x3a), colon > 0 else { return false }
    let address = bytes[(colon + 1)...]
    guard address.count(where: { $0 == 0x2e }) == 3, address.allSatisfy({ $0 == 0x2e || $0 &- 0x30 < 10 }) else {
      return false
    }
    // "::ffff:198.51.100.7", "0:0:0:0:0:ffff:198.51.100.7"
    let before = bytes[..<colon].split(separator: 0x3a, omittingEmptySubsequences: false)
    return before.count < 6 && !before.dropFirst().contains { $0.isEmpty }
  }

  /// A peer without brackets around it.
  static func address(_ line: borrowing Span<UInt8>, _ peer: ByteRange) -> ByteRange {
    let (start, end) = (Int(peer.start), Int(peer.end))
    guard end &- start > 2, line[start] == 0x5b, line[end &- 1] == 0x5d else { return peer }
    return ByteRange(start &+ 1, end &- 1)
  }

  /// A thread of four digits as a number.
  @inline(__always)
  static func lane(_ digits: UInt32) -> UInt64 {
    // Each byte becomes its digit: letters have bit 6 set, and their lower half begins at 1.
    let values = digits & 0x0f0f_0f0f &+ (digits &>> 6 & 0x0101_0101) &* 9
    let pairs = values &<< 4 | values &>> 8
    return UInt64(pairs & 0xff) << 8 | UInt64(pairs &>> 16 & 0xff)
  }

  /// The thread as a number.
  @inline(__always)
  private func lane(_ line: borrowing Span<UInt8>) -> UInt64 {
    if close &- open == 5 { return IceWarpLayout.lane(line.word32(at: open &+ 1)) }
    var lane: UInt64 = 0
    var i = open &+ 1
    while i < close {
      let c = line[i]
      lane = lane << 4 | UInt64(c &- 0x30 < 10 ? c &- 0x30 : (c | 0x20) &- 0x57)
      i &+= 1
    }
    return lane
  }

  /// The peer as text in two words, padded with spaces, and the thread as a number.
  ///
  /// A peer of more than 16 bytes (IPv6) is hashed; the top bit, which no text has, keeps the two apart.
  @inline(__always)
  func key(_ line: borrowing Span<UInt8>) -> SessionKey {
    let lane = lane(line)
    if open == 16 {
      return SessionKey(high: line.word64(at: 0), low: line.word64(at: 8), lane: lane)
    }
    if peerLength <= 16 {
      var words: (UInt64, UInt64) = (0x2020_2020_2020_2020, 0x2020_2020_2020_2020)
      for k in 0..<peerLength {
        let shift = UInt64(8 &* (k & 7))
        let change = UInt64(line[k] ^ 0x20) << shift
        if k < 8 { words.0 ^= change } else { words.1 ^= change }
      }
      return SessionKey(high: words.0, low: words.1, lane: lane)
    }
    var high: UInt64 = 0xcbf2_9ce4_8422_2325
    var low: UInt64 = 0x9e37_79b9_7f4a_7c15
    for k in 0..<peerLength {
      high = (high ^ UInt64(line[k] | 0x20)) &* 0x100_0000_01b3
      low = (low &+ UInt64(line[k] | 0x20)) &* 0xff51_afd7_ed55_8ccd
      low ^= low >> 29
    }
    return SessionKey(high: high | 1 << 63, low: low, lane: lane)
  }
}
