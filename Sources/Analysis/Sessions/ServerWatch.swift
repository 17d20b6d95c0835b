import MailModel

/// Follows a log and tells, for each session of a plain service, how it stands to the labels of its server.
///
/// Whether a server labels its services may show long after a session of a plain one, and in another log. Until the log has shown a label such
/// sessions carry the *epoch* in which they began: the stretch between two readings of master.cf. When everything is read, it is known which
/// epochs lie before the configuration that has labels.
struct ServerWatch: Sendable {
  /// A stretch in which labels do not change.
  struct Epoch: Sendable {
    /// Number of the server in the tally.
    var server: UInt32
    /// The line of one of its sessions, by which it is known.
    var mark: LineMark
    /// The begin of its first session.
    var first: Int64
  }

  /// A server of the log at hand.
  struct Watched: Sendable {
    /// Its number in the tally.
    var server: UInt32
    var history = ServerHistory()
    /// Place of the epoch at hand in `epochs`, once it has a session.
    var epoch: Int?
    /// Changes with the epoch.
    var number: UInt32
    /// Whether everything was read, so that nothing is left to come.
    var isSettled = false
  }

  /// How a session stands to what its server logs.
  struct Stand: Hashable, Sendable {
    /// The number of its epoch, or 0 where that is no matter.
    var epoch: UInt32 = 0
    var isBeforeReload = false
    var isBeforeTLSLog = false
  }

  private(set) var watched: [Watched] = []
  private(set) var epochs: [Epoch] = []
  private var last = 0
  /// Numbers are not used again, so that what is remembered of one is of no other.
  private var numbers: UInt32 = 0

  /// Takes up where another assembler stopped; `epoch` is the place of the epoch at hand among those that are restored.
  mutating func restore(_ server: UInt32, _ history: ServerHistory, epoch: Int?) {
    let place = place(of: server)
    watched[place].history = history
    watched[place].epoch = epoch
    renumber(place)
  }

  mutating func restore(_ epochs: [Epoch]) { self.epochs = epochs }

  /// Judges by what all logs have shown, from here on.
  mutating func settle(_ history: (UInt32) -> ServerHistory?) {
    for place in watched.indices {
      if let whole = history(watched[place].server) { watched[place].history = whole }
      watched[place].isSettled = true
      renumber(place)
    }
  }

  /// Forgets everything but the numbers that are used.
  mutating func clear() {
    watched = []
    epochs = []
    last = 0
  }

  /// The server has read its configuration.
  mutating func noteConfigured(_ server: UInt32, at local: Int64) {
    let place = place(of: server)
    guard watched[place].history.labelledAt == nil else { return }
    watched[place].history.configuredAt = max(watched[place].history.configuredAt ?? local, local)
    watched[place].epoch = nil
    renumber(place)
  }

  /// The server labels a service for submission.
  @inline(__always)
  mutating func noteLabel(_ server: UInt32, at local: Int64) {
    let place = place(of: server)
    guard watched[place].history.labelledAt == nil else { return }
    watched[place].history.labelledAt = local
    watched[place].epoch = nil
    renumber(place)
  }

  /// The server logs TLS; `local` is the begin of the session that shows it.
  @inline(__always)
  mutating func noteTLS(_ server: UInt32, at local: Int64) {
    let place = place(of: server)
    guard watched[place].history.tlsLoggedAt == nil else { return }
    watched[place].history.tlsLoggedAt = local
  }

  /// How a session stands that began at a moment.
  ///
  /// - Parameter isPlain: whether its service has no label.
  mutating func stand(of server: UInt32, begin local: Int64, mark: LineMark, isPlain: Bool) -> Stand {
    let place = place(of: server)
    var stand = Stand()
    stand.isBeforeTLSLog = watched[place].history.tlsLoggedAt.map { local < $0 } ?? true
    guard isPlain else { return stand }
    // A session over the reading of the configuration goes on as it began.
    if let configured = watched[place].history.configuredAt, local <= configured {
      stand.isBeforeReload = true
    } else if watched[place].history.labelledAt == nil, !watched[place].isSettled {
      if let epoch = watched[place].epoch {
        epochs[epoch].first = min(epochs[epoch].first, local)
      } else {
        watched[place].epoch = epochs.count
        epochs.append(Epoch(server: server, mark: mark, first: local))
      }
      stand.epoch = watched[place].number
    }
    return stand
  }

  /// The epoch of a server that is at hand.
  func epoch(of server: UInt32) -> LineMark? {
    watched.first { $0.server == server }?.epoch.map { epochs[$0].mark }
  }

  @inline(__always)
  private mutating func place(of server: UInt32) -> Int {
    if last < watched.count, watched[last].server == server { return last }
    return search(server)
  }

  private mutating func search(_ server: UInt32) -> Int {
    last = watched.firstIndex { $0.server == server } ?? watched.count
    if last == watched.count {
      watched.append(Watched(server: server, number: 0))
      renumber(last)
    }
    return last
  }

  private mutating func renumber(_ place: Int) {
    numbers &+= 1
    watched[place].number = numbers
  }
}
