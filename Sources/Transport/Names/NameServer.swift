/// A DNS server to be asked instead of the system's: an IPv4 address with a port.
public struct NameServer: Sendable, Equatable {
  /// The address.
  public var address: String
  /// The port.
  public var port: Int

  /// Reads `192.0.2.53` or `192.0.2.53:5353`.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].split(separator: ".").count == 4,
      parts[0].utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }),
      let port = parts.count == 2 ? Int(parts[1]) : 53, (1...65535).contains(port)
    else { return nil }
    address = String(parts[0])
    self.port = port
  }
}
