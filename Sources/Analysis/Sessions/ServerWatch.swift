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
    /// The reading of the configuration that began it; `Int64.min` where the log begins within it.
    var from: Int64
    /// The begin of its first session.
    var first: Int64
    /// By which claims of one are told from those of another.
    var number: UInt32 = 0
  }

  /// A server of the log at hand.
  struct Watched: Sendable {
    /// Its number in the tally.
    var server: UInt32
    var history = ServerHistory()
    /// Place of the last epoch with a session in `epochs`.
    var epoch: Int?
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
  /// The places in `watched`.
  private var places: [UInt32: Int] = [:]
  private(set) var epochs: [Epoch] = []
  private var last = 0
  /// Numbers are not used again, so that what is remembered of one is of no other.
  private var numbers: UInt32 = 0

  /// Takes up where another assembler stopped.
  mutating func restore(_ server: UInt32, _ history: ServerHistory) {
    let place = place(of: server)
    watched[place].history = history
    watched[place].epoch = epochs.lastIndex { $0.server == server }
  }

  /// Takes the epochs of the reading at hand; before the servers.
  mutating func restore(_ restored: [Epoch]) {
    epochs = restored
    for i in epochs.indices { epochs[i].number = nextNumber() }
  }

  /// Judges by what all logs have shown, from here on.
  mutating func settle(_ history: (UInt32) -> ServerHistory?) {
    for place in watched.indices {
      if let whole = history(watched[place].server) { watched[place].history = whole }
      watched[place].isSettled = true
    }
  }

  /// Forgets everything but the numbers that are used.
  mutating func clear() {
    watched = []
    places = [:]
    epochs = []
    last = 0
  }

  /// The server has read its configuration.
  mutating func noteConfigured(_ server: UInt32, at local: Int64) {
    let place = place(of: server)
    guard watched[place].history.labelledAt == nil else { return }
    watched[place].history.addReading(local)
  }

  /// The server labels a service for submission.
  @inline(__always)
  mutating func noteLabel(_ server: UInt32, at local: Int64) {
    let place = place(of: server)
    guard watched[place].history.labelledAt == nil else { return }
    watched[place].history.labelledAt = local
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
  mutating func stand(of server: UInt32, begin local: Int64, mark: LineMark, isPlain: Bool) -> Stand {
    let place = place(of: server)
    var stand = Stand()
    stand.isBeforeTLSLog = watched[place].history.tlsLoggedAt.map { local < $0 } ?? true
    guard isPlain else { return stand }
    if watched[place].isSettled {
      stand.isBeforeReload = watched[place].history.isBeforeReading(at: local)
    } else if local < watched[place].history.labelledAt ?? .max {
      stand.epoch = epochs[epoch(place, at: local, mark)].number
    }
    return stand
  }

  /// The line by which an epoch is known.
  func mark(ofEpoch number: UInt32) -> LineMark? { epochs.last { $0.number == number }?.mark }

  /// The place of the epoch in which a session began; one that ends behind a reading is of the epoch before.
  private mutating func epoch(_ place: Int, at local: Int64, _ mark: LineMark) -> Int {
    let from = watched[place].history.readings.last { $0 < local } ?? .min
    if let last = watched[place].epoch, epochs[last].from == from {
      epochs[last].first = min(epochs[last].first, local)
      return last
    }
    let server = watched[place].server
    if let known = epochs.lastIndex(where: { $0.server == server && $0.from == from }) {
      epochs[known].first = min(epochs[known].first, local)
      return known
    }
    epochs.append(Epoch(server: server, mark: mark, from: from, first: local, number: nextNumber()))
    if from >= watched[place].epoch.map({ epochs[$0].from }) ?? .min { watched[place].epoch = epochs.count - 1 }
    return epochs.count - 1
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

  private mutating func nextNumber() -> UInt32 {
    numbers &+= 1
    return numbers
  }
}
