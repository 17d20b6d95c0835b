import MailModel

/// One entry of a list of trusted addresses.
enum AddressPattern: Equatable {
  /// `192.0.2.1`, `192.0.2.0/24`, `192.0.2.10-192.0.2.20`, `192.168.*.*`: from a first to a last address.
  case range(ClosedRange<IPAddress>)
  /// `10.*.0.1`: those bits of an IPv4 address that the mask holds must be those of the value.
  case mask(value: UInt128, mask: UInt128)

  /// Reads an entry without blanks around it.
  init(_ text: ArraySlice<UInt8>) throws(TrustedAddressesFaultReason) {
    if let slash = text.firstIndex(of: UInt8(ascii: "/")) {
      self = .range(try AddressPattern.network(text[..<slash], text[(slash + 1)...]))
    } else if text.contains(UInt8(ascii: "*")) {
      self = try AddressPattern.masked(text)
    } else if let hyphen = text.firstIndex(of: UInt8(ascii: "-")) {
      self = .range(try AddressPattern.span(text[..<hyphen], text[(hyphen + 1)...]))
    } else {
      let address = try AddressPattern.address(text)
      self = .range(address...address)
    }
  }

  /// Whether the address is one of them.
  ///
  /// IPv4 is never part of an IPv6 network such as `::/0`.
  func contains(_ address: IPAddress) -> Bool {
    switch self {
    case .range(let range): range.lowerBound.isIPv4 == address.isIPv4 && range.contains(address)
    case .mask(let value, let mask): address.isIPv4 && address.bits & mask == value
    }
  }

  private static func address(_ text: ArraySlice<UInt8>) throws(TrustedAddressesFaultReason) -> IPAddress {
    var bare = TextLines.trimmed(text)
    // Postfix writes `[2001:db8::]/32`.
    if bare.first == UInt8(ascii: "["), bare.last == UInt8(ascii: "]") { bare = bare.dropFirst().dropLast() }
    guard let address = IPAddress(Array(bare).span) else { throw .notAnAddress }
    return address
  }

  private static func network(
    _ base: ArraySlice<UInt8>, _ prefix: ArraySlice<UInt8>
  ) throws(TrustedAddressesFaultReason) -> ClosedRange<IPAddress> {
    let address = try address(base)
    guard
      let network = IPNetwork(address, isMapped: base.contains(UInt8(ascii: ":")), prefix: TextLines.trimmed(prefix))
    else { throw .badPrefixLength }
    return network.range
  }

  /// `192.0.2.10-192.0.2.20`, or `192.0.2.10-20` within the last octet.
  private static func span(
    _ from: ArraySlice<UInt8>, _ to: ArraySlice<UInt8>
  ) throws(TrustedAddressesFaultReason) -> ClosedRange<IPAddress> {
    let first = try address(from)
    let end = TextLines.trimmed(to)
    let last: IPAddress
    if first.isIPv4, !end.isEmpty, end.allSatisfy({ (48...57).contains($0) }) {
      guard let octet = UInt8(AddressText.lowercase(end)) else { throw .notAnAddress }
      last = IPAddress(bits: first.bits & ~0xff | UInt128(octet))
    } else {
      last = try address(end)
    }
    guard first.isIPv4 == last.isIPv4, first <= last else { throw .badRange }
    return first...last
  }

  /// Four octets, each a number or `*`.
  private static func masked(_ text: ArraySlice<UInt8>) throws(TrustedAddressesFaultReason) -> AddressPattern {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { throw .notAnAddress }
    var value: UInt32 = 0
    var mask: UInt32 = 0
    for part in parts {
      value <<= 8
      mask <<= 8
      if part.elementsEqual("*".utf8) { continue }
      guard part.allSatisfy({ (48...57).contains($0) }), let octet = UInt8(AddressText.lowercase(part)) else {
        throw .notAnAddress
      }
      value |= UInt32(octet)
      mask |= 0xff
    }
    if ~mask & (~mask &+ 1) == 0 { return .range(IPAddress(ipv4: value)...IPAddress(ipv4: value | ~mask)) }
    return .mask(value: 0xffff_0000_0000 | UInt128(value), mask: UInt128.max << 32 | UInt128(mask))
  }
}
