import MailModel

/// How sessions stand to what their servers log since some moment.
extension Tally {
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
