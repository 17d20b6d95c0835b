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

  /// What the log has shown of its servers; `epoch` while pieces of one reading follow one another.
  var servers: [(name: [UInt8], history: ServerHistory, epoch: LineMark?)] = []
  /// Epochs that ended without a label.
  var closedEpochs: [LineMark] = []
  /// Servers that read their configuration in this reading of the log before any label, with the days.
  var configured: [(name: [UInt8], day: Int32)] = []

  /// Whether an earlier version wrote them, which did not keep what the log had shown of its servers.
  public internal(set) var isOfEarlierForm = false

  /// No session is open: the begin of a log.
  public init() {}
}

extension OpenSessions {
  /// Hands over the epochs that ended without a label, once everything was read for now; what comes later is of epochs of its own.
  public mutating func takeClosedEpochs() -> [LineMark] {
    var taken: [LineMark] = []
    swap(&taken, &closedEpochs)
    for i in servers.indices { servers[i].epoch = nil }
    return taken
  }

  /// Hands over which servers read their configuration before any label, and when.
  public mutating func takeConfigured() -> [ConfiguredServer] {
    defer { configured = [] }
    return configured.map { ConfiguredServer(name: $0.name, day: $0.day) }
  }

  /// Takes it that a server has labelled services, and logged TLS, since a day: so an earlier version took it when a day showed it.
  public mutating func takeServers(of day: Tally, since first: Int64) {
    for (numbers, isLabel) in [(day.labellingServers, true), (day.tlsLoggingServers, false)] {
      for number in numbers where number < LoginKey.nobody {
        var history = ServerHistory()
        if isLabel { history.labelledOn = Int32(clamping: first) } else { history.tlsLoggedOn = Int32(clamping: first) }
        if !isLabel { history.tlsLoggedAt = .min }
        let name = day.servers[number]
        if let place = servers.firstIndex(where: { $0.name == name }) {
          servers[place].history = ServerHistory.merged([servers[place].history, history])
        } else {
          servers.append((name, history, nil))
        }
      }
    }
  }
}
