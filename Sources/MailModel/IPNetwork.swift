/// A network of IP addresses, as lists of trusted clients name it.
///
/// ```
/// 192.0.2.0/24   10.0.0.0/255.0.0.0   [2001:db8::]/32
/// [::ffff:10.0.0.0]/104                a network of IPv4, as every Debian writes it into Postfix' mynetworks
/// ```
public struct IPNetwork: Sendable, Hashable {
  /// The first address.
  public let base: IPAddress
  /// How many bits of an address are fixed, of 32 (IPv4) or 128.
  public let length: Int

  /// Takes an address with what stands behind the `/`, or nothing where that is no length for it.
  ///
  /// - Parameters:
  ///   - address: any address of the network.
  ///   - isMapped: whether it stands there as IPv6, `::ffff:10.0.0.0`, whose length counts 96 bits more.
  ///   - prefix: a length (`24`) or, for IPv4, a mask of four numbers (`255.255.255.0`).
  public init?(_ address: IPAddress, isMapped: Bool, prefix: some Collection<UInt8>) {
    let width = address.isIPv4 ? 32 : 128
    guard let length = IPNetwork.length(of: address, isMapped: isMapped, Array(prefix)), (0...width).contains(length)
    else { return nil }
    self.length = length
    base = IPAddress(bits: address.bits & ~IPNetwork.hosts(width - length))
  }

  /// From the first to the last address.
  public var range: ClosedRange<IPAddress> {
    base...IPAddress(bits: base.bits | IPNetwork.hosts((base.isIPv4 ? 32 : 128) - length))
  }

  private static func length(of address: IPAddress, isMapped: Bool, _ prefix: [UInt8]) -> Int? {
    if address.isIPv4, !isMapped, let mask = IPAddress(prefix.span), mask.isIPv4 {
      let hosts = ~UInt32(truncatingIfNeeded: mask.bits)
      return hosts & (hosts &+ 1) == 0 ? 32 - hosts.nonzeroBitCount : nil
    }
    guard (1...3).contains(prefix.count), prefix.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let length = prefix.reduce(0) { $0 * 10 + Int($1 - 48) }
    return isMapped && address.isIPv4 ? length - 96 : length
  }

  private static func hosts(_ bits: Int) -> UInt128 { bits >= 128 ? .max : (1 << UInt128(bits)) - 1 }
}
