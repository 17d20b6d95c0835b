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
  /// Sessions that have ended and wait for what becomes of their messages.
  var waiting: [Portable] = []
  var gate = GateWatch()
  /// Connections near those of `sessions` and `held`, for anvil.
  var recents: [RecentConnections.Connection] = []

  /// What the log has shown of its servers.
  var servers: [(name: [UInt8], history: ServerHistory)] = []

  /// Whether an earlier version wrote them, which did not keep all that the log had shown of its servers.
  public var isOfEarlierForm = false
  /// Whether it did not keep since when there were labels either.
  var lacksLabels = false

  /// No session is open: the begin of a log.
  public init() {}
}

extension OpenSessions {
  /// Takes what a day shows of its servers where an earlier version did not keep it: that holds for all of the day.
  ///
  /// - Parameter first: the first of all days, since which a server is then taken to have labelled services and logged TLS.
  public mutating func takeServers(of counts: Tally, on day: Int64, since first: Int64) {
    let (begin, end) = (day &* 86_400_000, day &* 86_400_000 &+ 86_399_999)
    for number in 0..<UInt32(counts.servers.count) {
      let place = place(of: counts.servers[number])
      guard lacksLabels else { continue }
      if counts.labellingServers.contains(number) { servers[place].history.labelledAt = first &* 86_400_000 }
      if counts.tlsLoggingServers.contains(number) { servers[place].history.tlsLoggedAt = first &* 86_400_000 }
    }
    for claim in counts.claims where claim.server < LoginKey.nobody && claim.port != 0 {
      let place = place(of: counts.servers[claim.server])
      switch claim.evidence {
      case .serviceLabel:
        // Labels of one day came together.
        let label = servers[place].history.labelledAt ?? begin
        servers[place].history.noteLabel(claim.port, at: max(label, begin) <= end ? max(label, begin) : begin)
      case .postscreen where claim.isPlainService && claim.port == 25:
        for moment in [begin, end] { servers[place].history.gate.noteGated(at: moment) }
      case .anvil where claim.isPlainService && claim.port != 25:
        servers[place].history.notePlain(claim.port, at: begin, isCounted: true)
      case .implicitTLS where claim.isPlainService && claim.port != 25:
        for moment in [begin, end] { servers[place].history.notePlain(claim.port, at: moment, isCounted: false) }
      default: break
      }
    }
    for claim in counts.claims where claim.server < LoginKey.nobody && claim.port == 0 && claim.hints.contains(.login) {
      let place = place(of: counts.servers[claim.server])
      if claim.isPlainService { servers[place].history.noteUnannounced(at: begin) }
    }
  }

  private mutating func place(of name: [UInt8]) -> Int {
    if let known = servers.firstIndex(where: { $0.name == name }) { return known }
    servers.append((name, ServerHistory()))
    return servers.count - 1
  }

  /// Takes it that servers have read their configuration at a moment, where an earlier version did not keep whether they had.
  public mutating func takeReading(at local: Int64) {
    guard local > .min else { return }
    for place in servers.indices where lacksLabels || servers[place].history.labelledAt != nil {
      servers[place].history.addReading(local)
    }
  }
}
