import MailModel

/// Since when a server labels its services and logs TLS, and when it had what else tells the port of a plain service, as far as its log shows.
///
/// All of that may begin, and end, at any time, often because a report advised it. What was logged before then is not to be read by what is
/// logged since. It comes with a new master.cf, and that is read when Postfix begins or reloads:
///
/// ```
/// postfix/master[812]: reload -- version 3.7.11, configuration /etc/postfix
/// postfix/submission/smtpd[4156]: connect from unknown[192.0.2.11]
/// ```
///
/// So what a line shows holds for the *stretch* between two such lines in which it lies. Moments are milliseconds by the log's own clock.
struct ServerHistory: Sendable, Equatable {
  /// What the log calls the host; empty where an earlier version read it.
  var host: [UInt8] = []
  /// The begin of the first session of a service with a label for submission.
  var labelledAt: Int64?
  /// Times at which the configuration was read, in order: those next to what was seen, and the last ones.
  ///
  /// Several, for a clock that was ahead for a while must not stand for all: `daemon started` before the clock was set.
  private(set) var readings: [Int64] = []
  /// The first line that says that TLS was established.
  var tlsLoggedAt: Int64?
  /// A session from before the first reading, by whose begin the stretch in which the log begins is known.
  private(set) var begin: Int64?
  /// Whether port 25 was postscreen's.
  var gate = GateHistory()
  /// The ports other than 25 that labels, or sessions of a plain service, have shown.
  private(set) var ports: [PortHistory] = []
  /// Logins at a plain service of which postscreen had said nothing, one for each stretch with such, in order.
  ///
  /// They mean something where the same stretch shows postscreen, which may be seen later than they are.
  private(set) var unannounced: [Int64] = []
  /// Whether somebody logged in at a plain service whose port is no other's and not the one that postscreen had; known when all logs are put
  /// together.
  private(set) var isReachedElsewhere = false

  private static let lastReadings = 8
  private static let mostReadings = 32
  private static let mostPorts = 100
  private static let mostUnannounced = 32

  init(labelledAt: Int64? = nil, readings: [Int64] = [], tlsLoggedAt: Int64? = nil) {
    self.labelledAt = labelledAt
    self.readings = readings
    self.tlsLoggedAt = tlsLoggedAt
  }

  /// Takes a reading of the configuration.
  mutating func addReading(_ local: Int64) {
    guard !readings.contains(local) else { return }
    readings.insert(local, at: readings.firstIndex { $0 > local } ?? readings.endIndex)
    if readings.count > ServerHistory.mostReadings { trimReadings() }
  }

  /// Lets go of readings between which nothing changed.
  private mutating func trimReadings() {
    let sightings = ports.flatMap(\.moments) + gate.runs.flatMap { [$0.first, $0.last] }
    let moments = [labelledAt].compactMap { $0 } + unannounced + sightings
    var kept = Set(readings.suffix(ServerHistory.lastReadings))
    for moment in moments {
      if let before = readings.last(where: { $0 < moment }) { kept.insert(before) }
      if let at = readings.first(where: { $0 >= moment }) { kept.insert(at) }
    }
    readings.removeAll { !kept.contains($0) }
  }

  /// Takes a session of a service whose label names a port.
  mutating func noteLabel(_ port: UInt16, at local: Int64) {
    for known in ports where known.port == port && known.labelledAt != nil { return }
    change(port) { $0.labelledAt = local }
  }

  /// Takes it that the plain service was reached on another port than 25.
  ///
  /// - Parameter isCounted: whether anvil says so, which may mean another connection of that client.
  mutating func notePlain(_ port: UInt16, at local: Int64, isCounted: Bool) {
    change(port) { isCounted ? $0.noteCounted(at: local) : $0.notePlain(at: local) }
  }

  /// Takes a login at a plain service of which postscreen has said nothing.
  @inline(__always)
  mutating func noteUnannounced(at local: Int64) {
    // Nearly always of the last stretch, of which one is known.
    if let last = unannounced.last, last <= local, readings.last.map({ $0 < last }) ?? true { return }
    addUnannounced(local)
  }

  private mutating func addUnannounced(_ local: Int64) {
    let after = stretch(of: local).after
    guard !unannounced.contains(where: { stretch(of: $0).after == after }) else { return }
    unannounced.insert(local, at: unannounced.firstIndex { $0 > local } ?? unannounced.endIndex)
    guard unannounced.count > ServerHistory.mostUnannounced else { return }
    unannounced.remove(at: unannounced.firstIndex { !gate.isSeen(in: stretch(of: $0)) } ?? 0)
  }

  private mutating func change(_ port: UInt16, _ change: (inout PortHistory) -> Void) {
    let place = ports.firstIndex { $0.port == port } ?? ports.count
    if place == ports.count {
      // Labels come from the configuration; a hundred ports are no configuration.
      guard place < ServerHistory.mostPorts else { return }
      ports.append(PortHistory(port: port))
    }
    change(&ports[place])
  }

  /// Takes it that smtpd itself had port 25; nothing where postscreen was seen in the same stretch.
  mutating func noteOpenGate(at local: Int64) {
    if gate.extendOpen(to: local) { return }
    if !gate.isSeen(in: stretch(of: local)) { gate.note(isGated: false, at: local) }
  }

  /// A moment by which the stretch is known in which a session began; one that begins with a reading is of the stretch before.
  mutating func since(_ local: Int64) -> Int64 {
    // Nearly always the last one.
    var place = readings.count
    while place > 0 {
      place -= 1
      if readings[place] < local { return readings[place] &+ 1 }
    }
    if let begin { return begin }
    begin = local
    return local
  }

  /// What several logs of one server tell.
  ///
  /// Not two by two: which readings came before the first label shows when all labels are known.
  static func merged(_ logs: [ServerHistory]) -> ServerHistory {
    var whole = ServerHistory()
    whole.host = logs.map(\.host).filter { !$0.isEmpty }.min { $0.lexicographicallyPrecedes($1) } ?? []
    whole.labelledAt = logs.compactMap(\.labelledAt).min()
    whole.tlsLoggedAt = logs.compactMap(\.tlsLoggedAt).min()
    whole.readings = Set(logs.flatMap(\.readings)).sorted()
    whole.gate = GateHistory.merged(logs.map(\.gate))
    for port in logs.flatMap(\.ports) { whole.change(port.port) { $0.merge(port) } }
    for local in logs.flatMap(\.unannounced).sorted() { whole.addUnannounced(local) }
    whole.isReachedElsewhere =
      whole.gate.wasGated && whole.unannounced.contains { whole.gate.isSeen(in: whole.stretch(of: $0)) }
    return whole
  }
}

extension ServerHistory {
  func encode(into out: inout ByteWriter) {
    for moment in [labelledAt, tlsLoggedAt, begin] { out.moment(moment) }
    out.number(UInt64(readings.count))
    for reading in readings { out.signed(reading) }
    gate.encode(into: &out)
    out.number(UInt64(ports.count))
    for port in ports { port.encode(into: &out) }
    out.number(UInt64(unannounced.count))
    for local in unannounced { out.signed(local) }
    out.text(host)
  }

  /// - Parameter version: of the open sessions; before version 6 neither postscreen nor ports had moments, before version 8 hosts had no
  ///   name.
  init(_ reader: inout ByteReader, version: UInt8) throws(EncodingFault) {
    labelledAt = try reader.moment()
    tlsLoggedAt = try reader.moment()
    if version > 5 { begin = try reader.moment() }
    // None is let go of before everything is there that it may lie next to.
    var known: Set<Int64> = []
    for _ in 0..<(try reader.count()) { known.insert(try reader.signed()) }
    readings = known.sorted()
    guard version > 5 else { return }
    gate = try GateHistory(&reader)
    for _ in 0..<(try reader.count()) {
      let port = try PortHistory(&reader)
      change(port.port) { $0.merge(port) }
    }
    for _ in 0..<(try reader.count()) { addUnannounced(try reader.signed()) }
    if version > 7 { host = try reader.text() }
  }
}
