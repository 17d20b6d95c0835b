import MailModel

/// Follows a log and tells, for each session of a plain service, how it stands to the labels of its server.
///
/// Whether a server labels its services may show long after a session of a plain one. Until then its sessions carry the *epoch* in which they
/// began: the stretch between two readings of master.cf. An epoch that ends without a label is closed, and its sessions keep an unknown port;
/// the one with the first label, and what comes after it, is labelled.
struct ServerWatch: Sendable {
  /// A server of the log at hand.
  struct Watched: Sendable {
    /// Its number in the tally.
    var server: UInt32
    var history = ServerHistory()
    /// A line of the epoch at hand, by which that is known, once it has a session.
    var epoch: LineMark?
    /// Changes with the epoch.
    var number: UInt32
  }

  /// How a session stands to what its server logs.
  struct Stand: Hashable, Sendable {
    /// The number of its epoch, or 0 where that is no matter.
    var epoch: UInt32 = 0
    var isBeforeReload = false
    var isBeforeTLSLog = false
  }

  private(set) var watched: [Watched] = []
  /// Epochs that ended without a label.
  private(set) var closed: [LineMark] = []
  /// Servers that read their configuration before any label, with the days.
  private(set) var configured: [(server: UInt32, day: Int32)] = []
  private var last = 0
  /// Numbers are not used again, so that what is remembered of one is of no other.
  private var numbers: UInt32 = 0

  /// Takes up where another assembler stopped.
  mutating func restore(_ server: UInt32, _ history: ServerHistory, epoch: LineMark?) {
    let place = place(of: server)
    watched[place].history = history
    watched[place].epoch = epoch ?? watched[place].epoch
    renumber(place)
  }

  mutating func restore(closed: [LineMark], configured: [(server: UInt32, day: Int32)]) {
    self.closed += closed
    self.configured += configured
  }

  /// Forgets everything but the numbers that are used.
  mutating func clear() {
    watched = []
    closed = []
    configured = []
    last = 0
  }

  /// The server has read its configuration.
  mutating func noteConfigured(_ server: UInt32, at local: Int64, mark: LineMark) {
    let place = place(of: server)
    guard watched[place].history.labelledOn == nil else { return }
    if let epoch = watched[place].epoch { closed.append(epoch) }
    let day = ServerWatch.day(local)
    watched[place].epoch = mark
    watched[place].history.configuredOn = max(watched[place].history.configuredOn ?? day, day)
    watched[place].history.configuredAt = max(watched[place].history.configuredAt ?? local, local)
    renumber(place)
    if !configured.contains(where: { $0.server == server && $0.day == day }) { configured.append((server, day)) }
  }

  /// The server labels a service for submission.
  @inline(__always)
  mutating func noteLabel(_ server: UInt32, at local: Int64) {
    let place = place(of: server)
    guard watched[place].history.labelledOn == nil else { return }
    watched[place].history.labelledOn = ServerWatch.day(local)
    watched[place].epoch = nil
    renumber(place)
  }

  /// The server logs TLS; `local` is the begin of the session that shows it.
  @inline(__always)
  mutating func noteTLS(_ server: UInt32, at local: Int64) {
    let place = place(of: server)
    guard watched[place].history.tlsLoggedAt == nil else { return }
    watched[place].history.tlsLoggedOn = ServerWatch.day(local)
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
    } else if watched[place].history.labelledOn == nil {
      if watched[place].epoch == nil { watched[place].epoch = mark }
      stand.epoch = watched[place].number
    }
    return stand
  }

  /// The epoch of a server that is at hand.
  func epoch(of server: UInt32) -> LineMark? { watched.first { $0.server == server }?.epoch }

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

  private static func day(_ local: Int64) -> Int32 { Int32(truncatingIfNeeded: CivilDate.number(ofDayAt: local)) }
}
