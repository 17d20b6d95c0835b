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

  /// The servers that have read their configuration since, with the day of the last time.
  public func configured(since before: ServerHistories) -> [ConfiguredServer] {
    known.compactMap { name, history in
      guard let moment = history.configuredAt, moment > before.known[name]?.configuredAt ?? .min else { return nil }
      return ConfiguredServer(name: name, day: Int32(truncatingIfNeeded: CivilDate.number(ofDayAt: moment)))
    }
  }

  /// Settles what was counted on a day, or on days none of which is a seam but the first.
  public func settle(_ tally: inout Tally, day: Int64) {
    noteServers(of: &tally)
    tally.settleClaims { name, claim in
      guard let history = known[name] else { return }
      if PortSettlement.isOpen(claim) {
        claim.isBeforeReload = history.isBeforeLabels(on: day, isBefore: claim.isBeforeReload)
      }
      claim.isBeforeTLSLog = history.isBeforeTLSLog(on: day, isBefore: claim.isBeforeTLSLog)
    }
  }

  /// Lets a tally know what its servers log, whether that shows on its days or not.
  public func noteServers(of tally: inout Tally) {
    for number in 0..<UInt32(tally.servers.count) {
      guard let history = known[tally.servers[number]] else { continue }
      if history.labelledAt != nil { tally.labellingServers.insert(number) }
      if history.tlsLoggedAt != nil { tally.tlsLoggingServers.insert(number) }
    }
  }
}
