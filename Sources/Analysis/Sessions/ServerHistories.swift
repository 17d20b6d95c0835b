import MailModel

/// The histories of the servers of several logs.
public struct ServerHistories: Sendable {
  private var known: [[UInt8]: ServerHistory] = [:]

  /// Takes what the logs have shown up to where they were read.
  public init(_ logs: some Sequence<OpenSessions>) {
    var all: [[UInt8]: [ServerHistory]] = [:]
    for log in logs { for server in log.servers { all[server.name, default: []].append(server.history) } }
    known = all.mapValues { ServerHistory.merged($0) }
  }

  /// What is known of a server.
  subscript(name: [UInt8]) -> ServerHistory? { known[name] }

  /// Days before which something may be known otherwise than from them on: no block may reach over one.
  public var seams: Set<Int64> { Set(known.values.flatMap(\.seams)) }

  /// Judges what was counted, by what held when it came.
  ///
  /// - Parameter day: the day on which it was counted, or the first of several none of which is a seam; nothing where each claim has a moment.
  public func settle(_ tally: inout Tally, day: Int64? = nil) {
    noteServers(of: &tally)
    guard tally.servers.count > 0 else { return }
    let histories = (0..<UInt32(tally.servers.count)).map { known[tally.servers[$0]] }
    tally.settleClaims { claim in
      defer { claim.since = nil }
      let isOpen = PortSettlement.isOpen(claim)
      guard claim.server < LoginKey.nobody else {
        // Of more servers than there is room for nothing is known.
        claim.servesOthers = isOpen && claim.server == StringTable.overflow
        return
      }
      guard let history = histories[Int(claim.server)] else { return }
      if let day { claim.isBeforeTLSLog = history.isBeforeTLSLog(on: day, isBefore: claim.isBeforeTLSLog) }
      guard isOpen || claim.evidence == .connectionLog, let moment = moment(of: claim, on: day) else { return }
      claim.isBeforeReload = history.isBeforeLabels(at: moment)
      guard isOpen else { return }
      claim.servesOthers = history.servesOthers(at: moment)
      claim.isAnothers = claim.evidence == .anvil && history.isLabelled(claim.port, at: moment)
    }
  }

  /// A moment in the stretch of a claim.
  private func moment(of claim: PortClaim, on day: Int64?) -> Int64? {
    guard let day else { return claim.since }
    let begin = day &* 86_400_000
    return claim.since == PortClaim.endOfDay ? begin &+ 86_399_999 : claim.since ?? begin
  }

  /// Lets a tally know what its servers log, whether that shows on its days or not.
  public func noteServers(of tally: inout Tally) {
    for number in 0..<UInt32(tally.servers.count) {
      guard let history = known[tally.servers[number]] else { continue }
      if !history.host.isEmpty { tally.hosts[number] = history.host }
      if history.labelledAt != nil { tally.labellingServers.insert(number) }
      if history.tlsLoggedAt != nil { tally.tlsLoggingServers.insert(number) }
    }
  }
}
