import MailModel

/// How sessions stand to what their servers log since some moment.
extension Tally {
  /// The claims of which something was counted.
  var claimsInUse: Set<UInt32> {
    var used: Set<UInt32> = []
    for entry in days.entries { used.insert(entry.key.claim) }
    for entry in refusals.entries { used.insert(entry.key.claim) }
    for entry in relays.entries { used.insert(entry.key.claim) }
    return used
  }

  /// Settles which sessions lie before the configuration with the first labels.
  ///
  /// - Parameter before: the epochs that do.
  public mutating func settleEpochs(_ before: some Sequence<LineMark>) {
    guard claims.contains(where: { $0.epoch != nil }) else { return }
    let before = Set(before)
    settleClaims { _, claim in
      guard let epoch = claim.epoch else { return }
      claim.epoch = nil
      if before.contains(epoch) { claim.isBeforeReload = true }
    }
  }

  /// Marks what was counted of a server before it read its configuration.
  public mutating func settle(before configured: ConfiguredServer) {
    settleClaims { server, claim in
      if server == configured.name, PortSettlement.isOpen(claim) { claim.isBeforeReload = true }
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
  mutating func settleClaims(_ change: ([UInt8], inout PortClaim) -> Void) {
    for i in claims.indices {
      let server = claims[i].server
      change(server < LoginKey.nobody ? servers[server] : [], &claims[i])
    }
    claimNumbers = Dictionary(
      claims.enumerated().map { ($0.element, UInt32($0.offset)) }, uniquingKeysWith: { first, _ in first })
  }
}
