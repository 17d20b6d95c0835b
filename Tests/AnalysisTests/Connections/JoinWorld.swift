import MailModel

@testable import Analysis

/// A day at an invented server: sessions, the records of their connections, and the truth.
struct JoinWorld {
  var sessions: [SessionSighting] = []
  var records: [ConnectionSighting] = []
  var truth: [LineMark: UInt16] = [:]

  /// What a simulated day is like.
  struct Settings {
    var seed: UInt64
    /// The recorder's clock is ahead by this much, in milliseconds, and this much more at the end of the day.
    var offset: Int64 = 0
    var drift: Int64 = 0
    /// Share of records that are lost.
    var loss = 0.0
    /// Share of sessions before which a connection was made that never reached SMTP, and how many of them on any port.
    var retries = 0.0
    var strangeRetries = 0.0
    /// Addresses with a device or two, each with some sessions.
    var homes = 300
    var sessionsPerHome = 30
    /// Sessions per second at the busiest of the offices behind one address.
    var officeRate = 0.5
    var offices = 2
    /// Mail log and recorder write whole seconds.
    var wholeSeconds = true
    /// The recorder alone writes milliseconds.
    var hasFineRecords = false
    /// Share of sessions that wait for a name server before they are logged, and for how many milliseconds at most.
    var slowShare = 0.02
    var slowest = 100.0
    /// By so many milliseconds lines can come into the log out of turn.
    var shuffle = 0.0
  }

  private var state: UInt64
  private var line: UInt32 = 0

  /// Where each session's line stands: the moment at which it was written.
  private var written: [Double] = []

  init(_ settings: Settings) {
    state = settings.seed
    let day: Int64 = 86_400_000
    let begin: Int64 = 1_795_392_000_000
    for home in 0..<settings.homes {
      let client = IPAddress(ipv4: 0xc633_6400 + UInt32(home))
      let usual: UInt16 = [25, 587, 465][Int(next() % 3)]
      for _ in 0..<settings.sessionsPerHome {
        let port = chance() < 0.8 ? usual : [25, 587, 465][Int(next() % 3)]
        session(client, begin + Int64(chance() * Double(day)), port, settings, begin, day)
      }
    }
    for office in 0..<settings.offices {
      let client = IPAddress(ipv4: 0xcb00_7100 + UInt32(office))
      let hour: Int64 = 3_600_000
      for _ in 0..<Int(settings.officeRate * 3600) {
        let at = begin + 9 * hour + Int64(chance() * Double(hour))
        session(client, at, [25, 587, 465][Int(next() % 3)], settings, begin, day)
      }
    }
    number()
  }

  /// Gives the sessions the lines on which they stand in the log.
  private mutating func number() {
    var lines: [UInt32: UInt32] = [:]
    for (line, index) in written.indices.sorted(by: { written[$0] < written[$1] }).enumerated() {
      lines[sessions[index].mark.line] = UInt32(line) + 1
    }
    func moved(_ mark: LineMark) -> LineMark { LineMark(source: 0, piece: 0, line: lines[mark.line] ?? 0) }
    for index in sessions.indices { sessions[index].mark = moved(sessions[index].mark) }
    truth = Dictionary(truth.map { (moved($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func session(
    _ client: IPAddress, _ at: Int64, _ port: UInt16, _ settings: Settings, _ begin: Int64, _ day: Int64
  ) {
    line += 1
    let mark = LineMark(source: 0, piece: 0, line: line)
    // From the connection to the line of the mail log it takes some milliseconds, at times a hundred.
    let delay = Int64(2 + chance() * 8 + (chance() < settings.slowShare ? chance() * settings.slowest : 0))
    let seen = at + delay
    sessions.append(SessionSighting(client: client, at: settings.wholeSeconds ? seen / 1000 * 1000 : seen, mark: mark))
    truth[mark] = port
    written.append(Double(seen) + (settings.shuffle > 0 ? chance() * settings.shuffle : 0))
    func recorded(_ moment: Int64) -> Int64 {
      let shifted = moment + settings.offset + settings.drift * (moment - begin) / day
      return settings.wholeSeconds && !settings.hasFineRecords ? shifted / 1000 * 1000 : shifted
    }
    if chance() < settings.retries {
      let early = at - Int64(chance() * 5000)
      records.append(
        ConnectionSighting(
          client: client, at: recorded(early), mark: ConnectionMark(source: 0, line: line),
          port: chance() < settings.strangeRetries ? [25, 587, 465][Int(next() % 3)] : port))
    }
    guard chance() >= settings.loss else { return }
    records.append(
      ConnectionSighting(client: client, at: recorded(at), mark: ConnectionMark(source: 1, line: line), port: port))
  }

  /// Known share and number of wrong ports.
  func judge() -> (known: Double, wrong: Int, join: ConnectionJoin) {
    let join = ConnectionJoin(sessions: sessions, records: records)
    let wrong = join.matches.count { truth[$0.key] != $0.value.port }
    return (Double(join.matches.count) / Double(sessions.count), wrong, join)
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return (z ^ z >> 31) >> 11
  }

  private mutating func chance() -> Double { Double(next() % (1 << 50)) / Double(UInt64(1) << 50) }
}
