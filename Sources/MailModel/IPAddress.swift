/// An IPv4 or IPv6 address.
///
/// IPv4 addresses are kept as IPv4-mapped IPv6 (`::ffff:a.b.c.d`, RFC 4291 section 2.5.5.2), so that
/// `198.51.100.7` and `::ffff:198.51.100.7` in a log are the same client.
public struct IPAddress: Hashable, Sendable {
  /// The 128 bits in network order, most significant first.
  public let bits: UInt128

  /// Takes the 128 bits of an IPv6 (or IPv4-mapped) address.
  public init(bits: UInt128) { self.bits = bits }

  /// Takes the 32 bits of an IPv4 address, most significant octet first.
  public init(ipv4 value: UInt32) { bits = 0xffff_0000_0000 | UInt128(value) }

  /// Whether this is an IPv4 address (or IPv4-mapped IPv6).
  public var isIPv4: Bool { bits >> 32 == 0xffff }

  /// Whether the address is loopback: `127.0.0.0/8` or `::1`.
  public var isLoopback: Bool {
    isIPv4 ? (bits >> 24) & 0xff == 127 : bits == 1
  }

  /// Whether it stands for no machine: `0.0.0.0` or `::`.
  public var isUnspecified: Bool { bits == 0 || bits == 0xffff_0000_0000 }

  /// Whether the address belongs to a private or link-local network (RFC 1918, RFC 6598, RFC 4193, RFC 4291).
  public var isPrivate: Bool {
    if isIPv4 {
      let v = UInt32(truncatingIfNeeded: bits)
      return v >> 24 == 10 || v >> 20 == 0xac1 || v >> 16 == 0xc0a8 || v >> 16 == 0xa9fe || v >> 22 == 0x191
    }
    return bits >> 121 == 0x7e || bits >> 118 == 0x3fa
  }
}

extension IPAddress {
  /// Reads an address in text form, or nothing when the bytes are no address.
  ///
  /// Accepts dotted IPv4, RFC 4291 IPv6 in any case with an embedded IPv4 tail, and a zone (`%eth0`), which is dropped.
  public init?(_ text: borrowing Span<UInt8>) {
    if let value = IPAddress.shortIPv4(text) {
      bits = 0xffff_0000_0000 | UInt128(value)
      return
    }
    var colon = false
    for i in 0..<min(text.count, 6) where text[i] == UInt8(ascii: ":") { colon = true }
    if colon {
      guard let value = IPAddress.parseIPv6(text) else { return nil }
      bits = value
    } else {
      guard let value = IPAddress.parseIPv4(text, from: 0, to: text.count) else { return nil }
      bits = 0xffff_0000_0000 | UInt128(value)
    }
  }

  /// Reads an address in text form, or nothing when the text is no address.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes.span)
  }

  /// Reads a dotted address of 8 to 15 bytes, as nearly all are, number by number; nothing when that is not what the bytes are.
  private static func shortIPv4(_ text: borrowing Span<UInt8>) -> UInt32? {
    let count = text.count
    guard count >= 8, count <= 15 else { return nil }
    // A dot is put behind the last number, so that all four have one.
    var low = word(text, at: 0)
    var high = word(text, at: count &- 8) >> UInt64(8 &* (16 &- count)) | 0x2e << UInt64(8 &* (count &- 8))
    var result: UInt32 = 0
    var length = 0
    for _ in 0..<4 {
      let four = UInt32(truncatingIfNeeded: low)
      // The lowest dot is a true one; others may be found above it only.
      let difference = four ^ 0x2e2e_2e2e
      let dot = (difference &- 0x0101_0101) & ~difference & 0x8080_8080
      let digits = dot.trailingZeroBitCount &>> 3
      guard digits > 0, digits < 4 else { return nil }
      // One to three digits as the upper bytes of four, zeros in front of them.
      let shift = UInt32(truncatingIfNeeded: 8 &* (4 &- digits))
      let numbers = (four ^ 0x3030_3030) &<< shift
      guard ((numbers &+ 0x7676_7676) | numbers) & 0x8080_8080 == 0 else { return nil }
      let octet = (numbers >> 8 & 0xff) &* 100 &+ (numbers >> 16 & 0xff) &* 10 &+ numbers >> 24
      guard octet < 256 else { return nil }
      result = result << 8 | octet
      let read = digits &+ 1
      length &+= read
      low = low &>> UInt64(8 &* read) | high &<< UInt64(64 &- 8 &* read)
      high = high &>> UInt64(8 &* read)
    }
    return length == count &+ 1 ? result : nil
  }

  /// Eight bytes as a number, the first one lowest; the compiler makes one load of it.
  @inline(__always)
  private static func word(_ text: borrowing Span<UInt8>, at i: Int) -> UInt64 {
    precondition(i >= 0 && i <= text.count &- 8)
    let low =
      UInt64(text[i]) | UInt64(text[i &+ 1]) << 8 | UInt64(text[i &+ 2]) << 16 | UInt64(text[i &+ 3]) << 24
    let high =
      UInt64(text[i &+ 4]) | UInt64(text[i &+ 5]) << 8 | UInt64(text[i &+ 6]) << 16 | UInt64(text[i &+ 7]) << 24
    return low | high << 32
  }

  static func parseIPv4(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> UInt32? {
    var result: UInt32 = 0
    var octet: UInt32 = 0
    var digits = 0
    var dots = 0
    var i = start
    while i < end {
      let c = text[i]
      if c &- 48 < 10 {
        octet = octet &* 10 &+ UInt32(c &- 48)
        digits &+= 1
        if digits > 3 || octet > 255 { return nil }
      } else if c == 46 {
        if digits == 0 || dots == 3 { return nil }
        result = result << 8 | octet
        octet = 0
        digits = 0
        dots &+= 1
      } else {
        return nil
      }
      i &+= 1
    }
    return digits == 0 || dots != 3 ? nil : result << 8 | octet
  }

  private static func parseIPv6(_ text: borrowing Span<UInt8>) -> UInt128? {
    var groups: [UInt16] = []
    var gap: Int? = nil
    var i = 0
    var end = text.count
    for k in 0..<end where text[k] == UInt8(ascii: "%") {
      end = k
      break
    }
    if end < 2 || end > 45 { return nil }
    if text[0] == 58 {
      guard text[1] == 58 else { return nil }
      gap = 0
      i = 2
    }
    while i < end {
      var value: UInt32 = 0
      let start = i
      while i < end, let d = hexDigit(text[i]), i - start < 5 {
        value = value << 4 | UInt32(d)
        i += 1
      }
      if i < end, text[i] == 46 {
        guard let tail = parseIPv4(text, from: start, to: end) else { return nil }
        groups.append(UInt16(tail >> 16))
        groups.append(UInt16(tail & 0xffff))
        i = end
        break
      }
      if i == start || i - start > 4 { return nil }
      groups.append(UInt16(value))
      if i == end { break }
      guard text[i] == 58 else { return nil }
      i += 1
      if i == end { return nil }
      if text[i] == 58 {
        if gap != nil { return nil }
        gap = groups.count
        i += 1
      }
    }
    if gap == nil ? groups.count != 8 : groups.count > 7 { return nil }
    var result: UInt128 = 0
    let missing = 8 - groups.count
    for (index, group) in groups.enumerated() {
      let position = gap.map { index < $0 ? index : index + missing } ?? index
      result |= UInt128(group) << UInt128(16 * (7 - position))
    }
    return result
  }

  private static func hexDigit(_ c: UInt8) -> UInt8? {
    switch c {
    case 48...57: c - 48
    case 65...70: c - 55
    case 97...102: c - 87
    default: nil
    }
  }
}

extension IPAddress: CustomStringConvertible {
  /// Dotted IPv4, or IPv6 in the canonical form of RFC 5952.
  public var description: String {
    if isIPv4 { return dotted(UInt32(truncatingIfNeeded: bits)) }
    let groups = (0..<8).map { UInt16(truncatingIfNeeded: bits >> UInt128(16 * (7 - $0))) }
    var best = 0..<0
    var start = 0
    while start < 8 {
      var end = start
      while end < 8, groups[end] == 0 { end += 1 }
      if end - start > best.count { best = start..<end }
      start = max(end, start + 1)
    }
    if best.count < 2 { return groups.map { String($0, radix: 16) }.joined(separator: ":") }
    let head = groups[..<best.lowerBound].map { String($0, radix: 16) }.joined(separator: ":")
    let tail = groups[best.upperBound...].map { String($0, radix: 16) }.joined(separator: ":")
    return head + "::" + tail
  }

  /// Four numbers with dots between them, put together as bytes: fifteen bytes at most, for which a string needs no memory of its own.
  private func dotted(_ value: UInt32) -> String {
    var text = InlineArray<15, UInt8>(repeating: UInt8(ascii: "."))
    var count = 0
    var rest = value
    for number in 0..<4 {
      let octet = UInt8(truncatingIfNeeded: rest >> 24)
      rest <<= 8
      // Between the numbers the dots are there already.
      if number > 0 { count += 1 }
      if octet >= 100 {
        text[count] = 0x30 + octet / 100
        count += 1
      }
      if octet >= 10 {
        text[count] = 0x30 + octet / 10 % 10
        count += 1
      }
      text[count] = 0x30 + octet % 10
      count += 1
    }
    guard let utf8 = try? UTF8Span(validating: text.span.extracting(0..<count)) else { return "" }
    return String(copying: utf8)
  }
}

extension IPAddress: Comparable {
  /// Orders by the 128 bits, IPv4 as its mapped form.
  public static func < (a: IPAddress, b: IPAddress) -> Bool { a.bits < b.bits }
}
