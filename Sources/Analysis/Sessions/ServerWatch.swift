import MailModel

/// Follows a log and tells, for each session, how it stands to what its server shows.
///
/// Whether a server labels its services, and what else tells the port of a plain one, may show long after a session of that, and in another
/// log. So such a session carries the stretch between two readings of master.cf in which it began, and `ServerHistories` judge it when everything
/// is read.
struct ServerWatch: Sendable {
  /// A server of the log at hand.
  struct Watched: Sendable {
    /// Its number in the tally.
    var server: UInt32
    var history = ServerHistory()
    /// The port of the label that was noted last, which most sessions have again.
    var lastLabel: UInt16 = 0
  }

  /// How a session stands to what its server logs.
  struct Stand: Hashable, Sendable {
    /// A moment by which its stretch is known; nothing where that is no matter.
    var since: Int64?
    var isBeforeTLSLog = false
  }

  private(set) var watched: [Watched] = []
  /// The places in `watched`.
  private var places: [UInt32: Int] = [:]
  private var last = 0

  /// Takes up where another assembler stopped.
  mutating func restore(_ server: UInt32, _ history: ServerHistory) {
    watched[place(of: server)] = Watched(server: server, history: history)
  }

  /// Judges by what all logs have shown, from here on.
  mutating func settle(_ history: (UInt32) -> ServerHistory?) {
    for place in watched.indices {
      if let whole = history(watched[place].server) { watched[place].history = whole }
      watched[place].lastLabel = 0
    }
  }

  /// Gives servers the names of their hosts.
  mutating func name(_ host: (UInt32) -> [UInt8]?) {
    for place in watched.indices where watched[place].history.host.isEmpty {
      if let host = host(watched[place].server) { watched[place].history.host = host }
    }
  }

  /// Forgets everything.
  mutating func clear() {
    watched = []
    places = [:]
    last = 0
  }

  /// The server has read its configuration.
  mutating func noteConfigured(_ server: UInt32, at local: Int64) {
    watched[place(of: server)].history.addReading(local)
  }

  /// A service has a label that names a port, perhaps one for submission.
  @inline(__always)
  mutating func noteLabel(_ server: UInt32, _ port: UInt16, isSubmission: Bool, at local: Int64) {
    let place = place(of: server)
    if watched[place].lastLabel == port { return }
    watched[place].lastLabel = port
    if isSubmission, watched[place].history.labelledAt == nil { watched[place].history.labelledAt = local }
    watched[place].history.noteLabel(port, at: local)
  }

  /// A plain session was on another port than 25.
  mutating func notePlain(_ server: UInt32, _ port: UInt16, at local: Int64, isCounted: Bool) {
    watched[place(of: server)].history.notePlain(port, at: local, isCounted: isCounted)
  }

  /// Postscreen has taken a connection to port 25.
  @inline(__always)
  mutating func noteGate(_ server: UInt32, at local: Int64) {
    watched[place(of: server)].history.gate.noteGated(at: local)
  }

  /// Port 25 is no postscreen's.
  @inline(__always)
  mutating func noteOpenGate(_ server: UInt32, at local: Int64) {
    watched[place(of: server)].history.noteOpenGate(at: local)
  }

  /// Somebody logged in at a plain service, and postscreen had said nothing.
  mutating func noteUnannounced(_ server: UInt32, at local: Int64) {
    watched[place(of: server)].history.noteUnannounced(at: local)
  }

  /// The server logs TLS; `local` is the moment of the line that shows it, so that it does not matter when sessions end.
  @inline(__always)
  mutating func noteTLS(_ server: UInt32, at local: Int64) {
    let place = place(of: server)
    guard watched[place].history.tlsLoggedAt == nil else { return }
    watched[place].history.tlsLoggedAt = local
  }

  /// How a session stands that began at a moment.
  ///
  /// - Parameter isPlain: whether its service has no label.
  @inline(__always)
  mutating func stand(of server: UInt32, begin local: Int64, isPlain: Bool) -> Stand {
    let place = place(of: server)
    return Stand(
      since: isPlain ? watched[place].history.since(local) : nil,
      isBeforeTLSLog: watched[place].history.tlsLoggedAt.map { local < $0 } ?? true)
  }

  @inline(__always)
  private mutating func place(of server: UInt32) -> Int {
    if last < watched.count, watched[last].server == server { return last }
    return search(server)
  }

  private mutating func search(_ server: UInt32) -> Int {
    last = places[server] ?? watched.count
    if last == watched.count {
      places[server] = last
      watched.append(Watched(server: server))
    }
    return last
  }
}
