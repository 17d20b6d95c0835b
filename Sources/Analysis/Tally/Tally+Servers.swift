import MailModel

/// How sessions stand to what their servers log since some moment.
extension Tally {
  /// Takes it that sessions counted by an earlier version, of which only the side of their day's last reading is known, may lie before any that
  /// comes now.
  public mutating func forgetSides() {
    guard claims.contains(where: { $0.since == PortClaim.endOfDay }) else { return }
    settleClaims { claim in
      if claim.since == PortClaim.endOfDay { claim.since = nil }
    }
  }

  /// Gives the servers names that no other part of a state has: two machines may have one short name, and labels of one say nothing of the other.
  public mutating func setServersApart(_ part: Int64) {
    var apart = StringTable(limit: servers.count, seed: seed)
    let mark = (0..<8).map { UInt8(truncatingIfNeeded: part >> (8 * $0)) }
    for number in 0..<UInt32(servers.count) { _ = apart.intern(servers[number] + mark) }
    servers = apart
  }

  /// Changes claims in their places; claims that are alike then stay apart until tallies are merged.
  mutating func settleClaims(_ change: (inout PortClaim) -> Void) {
    for i in claims.indices { change(&claims[i]) }
    claimNumbers = Dictionary(
      claims.enumerated().map { ($0.element, UInt32($0.offset)) }, uniquingKeysWith: { first, _ in first })
  }
}
