import MailModel

/// How far one entry of a list of addresses reaches.
struct AddressReach: Sendable, Equatable {
  /// The entry: `127.0.0.1`, `192.168.0.0/16`, `192.0.2.10-192.0.2.20`.
  let text: String
  /// Whether it is one address.
  let isSingle: Bool
  /// Whether it holds nothing but loopback.
  let isLoopback: Bool
  /// Whether it holds a large part of the Internet: public networks of /8 (IPv4) or /32 (IPv6) and wider.
  let isAtLarge: Bool

  /// Reads a pattern.
  init(_ pattern: AddressPattern) {
    let ends = pattern.span.map { [$0.lowerBound, $0.upperBound] } ?? []
    let isIPv4 = ends.first?.isIPv4 ?? true
    let isOwn = !ends.isEmpty && ends.allSatisfy { $0.isPrivate || $0.isLoopback }
    let isLarge = pattern.size >= (isIPv4 ? 1 << 24 : 1 << 96)
    isAtLarge = isLarge && (!isOwn || pattern.size > (isIPv4 ? 1 << 24 : 1 << 121))
    switch pattern {
    case .mask(let value, let mask):
      let octets = [24, 16, 8, 0].map { shift in
        (mask >> UInt128(shift)) & 0xff == 0 ? "*" : "\((value >> UInt128(shift)) & 0xff)"
      }
      text = octets.joined(separator: ".")
      isSingle = false
      isLoopback = octets[0] == "127"
    case .range(let range):
      isSingle = range.lowerBound == range.upperBound
      isLoopback = range.lowerBound.isLoopback && range.upperBound.isLoopback
      text = isSingle ? "\(range.lowerBound)" : AddressReach.network(range) ?? "\(range.lowerBound)-\(range.upperBound)"
    }
  }

  /// `192.168.0.0/16`, or nothing where the range is no network.
  private static func network(_ range: ClosedRange<IPAddress>) -> String? {
    let hosts = range.lowerBound.bits ^ range.upperBound.bits
    guard hosts & (hosts &+ 1) == 0, range.lowerBound.bits & hosts == 0 else { return nil }
    return "\(range.lowerBound)/\((range.lowerBound.isIPv4 ? 32 : 128) - hosts.nonzeroBitCount)"
  }
}

extension TrustedAddresses {
  /// How far each entry reaches that is trusted, in the order of the list.
  var reaches: [AddressReach] { patterns.map(AddressReach.init) }
}
