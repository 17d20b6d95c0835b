import MailModel

/// One entry of `mynetworks` that is an address or a network: `192.0.2.60`, `10.0.0.0/8`, `[2001:db8::]/32`.
struct TrustedNetwork {
  private let address: IPAddress
  /// The bits that are fixed, of 32 or 128.
  private let length: Int

  /// Reads an entry; nothing where it is no address, as a table is.
  init?(_ entry: String) {
    let parts = entry.split(separator: "/", maxSplits: 1)
    guard let host = parts.first else { return nil }
    let bare = host.filter { $0 != "[" && $0 != "]" }
    guard let address = IPAddress(bare) else { return nil }
    self.address = address
    let width = address.isIPv4 ? 32 : 128
    guard parts.count == 2 else {
      length = width
      return
    }
    // What is no length is taken for the widest: nothing is called narrow that cannot be read.
    length = IPNetwork(address, isMapped: bare.contains(":"), prefix: parts[1].utf8)?.length ?? 0
  }

  /// Whether it is one address.
  var isSingle: Bool { length == (address.isIPv4 ? 32 : 128) }

  /// Whether it holds a large part of the Internet: public networks of /8 (IPv4) or /32 (IPv6) and wider.
  var isAtLarge: Bool {
    let isOwn = address.isPrivate || address.isLoopback
    return address.isIPv4 ? length < 8 || (length == 8 && !isOwn) : length < 7 || (length <= 32 && !isOwn)
  }

  /// Whether an entry holds this machine alone: `127.0.0.0/8`, `[::1]/128`, `[::ffff:127.0.0.0]/104`.
  static func isLoopback(_ entry: String) -> Bool {
    guard let network = TrustedNetwork(entry), network.address.isLoopback else { return false }
    return network.address.isIPv4 ? network.length >= 8 : network.isSingle
  }
}
