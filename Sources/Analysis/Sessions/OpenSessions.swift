import MailModel

/// Sessions in progress, free of the tables of the assembler that read them.
public struct OpenSessions: Sendable {
  /// One session with its texts.
  struct Portable: Sendable {
    var state: SessionState
    var details: SessionDetails
    var helo: [UInt8]
    var sender: [UInt8]
    var label: [UInt8]?
    var server: [UInt8]?
    var logins: [(name: [UInt8]?, senders: [[UInt8]?])]
    var refusals: [(login: [UInt8]?, sender: [UInt8]?, reply: [UInt8])]
    var failures: [[UInt8]?]
    var relays: [[UInt8]?]
  }

  var sessions: [Portable] = []
  var held: [Portable] = []
  var gate = GateWatch()
  /// Connections near those of `sessions` and `held`, for anvil.
  var recents: [RecentConnections.Connection] = []

  /// What the log has shown of its servers.
  var servers: [(name: [UInt8], history: ServerHistory)] = []
  /// The epochs of this reading of the log, while its pieces follow one another.
  var epochs: [(name: [UInt8], mark: LineMark, from: Int64, first: Int64)] = []

  /// Whether an earlier version wrote them, which did not keep what the log had shown of its servers.
  public var isOfEarlierForm = false

  /// No session is open: the begin of a log.
  public init() {}
}

extension OpenSessions {
  /// Hands over the epochs that lie before the configuration with the first labels, or before the last one where there are no labels yet, once
  /// everything was read for now; what comes later is of epochs of its own.
  public mutating func takeEpochs(before servers: ServerHistories) -> [LineMark] {
    defer { epochs = [] }
    return epochs.filter { servers[$0.name]?.isBeforeReading(at: $0.first) ?? false }.map(\.mark)
  }

  /// Takes it that a server has labelled services, and logged TLS, since a day: so an earlier version took it when a day showed it.
  public mutating func takeServers(of day: Tally, since first: Int64) {
    let begin = first * 86_400_000
    for number in 0..<UInt32(day.servers.count) {
      let name = day.servers[number]
      let place = servers.firstIndex { $0.name == name } ?? servers.count
      if place == servers.count { servers.append((name, ServerHistory())) }
      if day.labellingServers.contains(number) { servers[place].history.labelledAt = begin }
      if day.tlsLoggingServers.contains(number) { servers[place].history.tlsLoggedAt = begin }
    }
  }

  /// Takes it that servers without a label have read their configuration at a moment.
  public mutating func takeReading(at local: Int64) {
    guard local > .min else { return }
    for place in servers.indices where servers[place].history.labelledAt == nil {
      servers[place].history.addReading(local)
    }
  }
}
