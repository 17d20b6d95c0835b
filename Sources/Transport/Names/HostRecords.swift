/// What the DNS says of a host beside its addresses.
public struct HostRecords: Sendable, Equatable {
  /// Whether the DNS knows the name at all.
  public var exists: Bool
  /// The names that the host is an alias of, one leading to the next.
  public var aliases: [String]
  /// The CAA records that hold for it, of itself or of the nearest name above.
  public var authorities: [AuthorityRecord]

  /// Takes every part.
  public init(exists: Bool = true, aliases: [String] = [], authorities: [AuthorityRecord] = []) {
    self.exists = exists
    self.aliases = aliases
    self.authorities = authorities
  }
}
