import MailModel
import Testing

@testable import Analysis

/// Small cases, each with what must come out.
struct ConnectionJoinTests {
  static let home = IPAddress(ipv4: 0xc633_6407)
  static let begin: Int64 = 1_795_392_000_000

  /// Twenty clients with one session each, so that the clocks can be compared, and the case itself.
  static func join(
    _ sessions: [(second: Double, clientPort: UInt16)], _ records: [(second: Double, port: UInt16, clientPort: UInt16)],
    ahead: Int64 = 0
  ) -> [UInt16?] {
    var all: [SessionSighting] = []
    var found: [ConnectionSighting] = []
    for k in 0..<20 {
      let client = IPAddress(ipv4: 0xcb00_7100 + UInt32(k))
      let at = begin + Int64(k) * 60_000 + Int64(k * 37 % 400)
      all.append(SessionSighting(client: client, at: at + 20, mark: LineMark(source: 1, piece: 0, line: UInt32(k))))
      found.append(
        ConnectionSighting(client: client, at: at + ahead, mark: ConnectionMark(source: 1, line: UInt32(k)), port: 25))
    }
    let marks = sessions.indices.map { LineMark(source: 0, piece: 0, line: UInt32($0) + 1) }
    for (mark, session) in zip(marks, sessions) {
      all.append(
        SessionSighting(
          client: home, at: begin + Int64(session.second * 1000) + 20, mark: mark, clientPort: session.clientPort))
    }
    for (k, record) in records.enumerated() {
      found.append(
        ConnectionSighting(
          client: home, at: begin + Int64(record.second * 1000) + ahead,
          mark: ConnectionMark(source: 0, line: UInt32(k) + 1), clientPort: record.clientPort, port: record.port))
    }
    let join = ConnectionJoin(sessions: all, records: found)
    return marks.map { join.matches[$0]?.port }
  }

  @Test func oneAfterTheOther() {
    #expect(Self.join([(0, 0), (10, 0)], [(0, 25, 0), (10, 587, 0)]) == [25, 587])
  }

  @Test func clockAhead() {
    #expect(Self.join([(0, 0), (10, 0)], [(0, 25, 0), (10, 587, 0)], ahead: 2400) == [25, 587])
  }

  @Test func twoAtOnceOnOnePort() {
    #expect(Self.join([(0, 0), (0.01, 0)], [(0, 587, 0), (0.01, 587, 0)]) == [587, 587])
  }

  @Test func twoAtOnceOnTwoPorts() {
    #expect(Self.join([(0, 0), (0.01, 0)], [(0, 25, 0), (0.01, 587, 0)]) == [nil, nil])
  }

  /// The one record may be of either session, so it is of none.
  @Test func oneRecordForTwo() {
    #expect(Self.join([(0, 0), (0.01, 0)], [(0, 587, 0)]) == [nil, nil])
  }

  @Test func noRecord() {
    #expect(Self.join([(0, 0)], [(30, 587, 0)]) == [nil])
  }

  @Test func clientPortTellsThemApart() {
    #expect(Self.join([(0, 4001), (0.01, 4002)], [(0, 25, 4002), (0.01, 587, 4001)]) == [587, 25])
  }

  /// SYN packets of one connection, repeated after a second: the last counts.
  @Test func repeatedSYN() {
    #expect(Self.join([(1, 0), (10, 0)], [(0, 25, 4001), (1, 25, 4001), (10, 587, 4002)]) == [25, 587])
  }

  /// A mail log in whole seconds with finer records, and two sessions within one second: which is which, the order of their
  /// lines tells, if they are far enough apart and of one file, and the log is in order.
  static func sameSecond(_ records: [Int64], sources: [UInt32] = [0, 0], isShuffled: Bool = false) -> [UInt16?] {
    var all: [SessionSighting] = []
    var found: [ConnectionSighting] = []
    for k in 0..<400 {
      let client = IPAddress(ipv4: 0xcb00_7100 + UInt32(k / 2))
      let at = begin + Int64(k) * 60_000 + Int64(k * 37 % 1000)
      let line = isShuffled ? 1000 - UInt32(k) : UInt32(k) + 1
      all.append(
        SessionSighting(client: client, at: (at + 5) / 1000 * 1000, mark: LineMark(source: 0, piece: 0, line: line)))
      found.append(
        ConnectionSighting(client: client, at: at, mark: ConnectionMark(source: 0, line: UInt32(k)), port: 25))
    }
    let marks = sources.enumerated().map { LineMark(source: $1, piece: 0, line: UInt32(2000 + $0)) }
    all += marks.map { SessionSighting(client: home, at: begin, mark: $0) }
    for (k, record) in records.enumerated() {
      found.append(
        ConnectionSighting(
          client: home, at: begin + record, mark: ConnectionMark(source: 0, line: 1000 + UInt32(k)),
          port: [25, 587][k % 2]))
    }
    let join = ConnectionJoin(sessions: all, records: found)
    return marks.map { join.matches[$0]?.port }
  }

  @Test func linesOfOneSecond() {
    #expect(Self.sameSecond([100, 800]) == [25, 587])
    // So close that the second could have overtaken the first on its way into the log.
    #expect(Self.sameSecond([100, 200]) == [nil, nil])
    // One record is of neither port in particular.
    #expect(Self.sameSecond([100]) == [nil, nil])
    #expect(Self.sameSecond([100, 800], sources: [0, 1]) == [nil, nil])
    // One client's lines run against its stamps elsewhere in the log: order says nothing there.
    #expect(Self.sameSecond([100, 800], isShuffled: true) == [nil, nil])
  }

  @Test func orderOfTheListsChangesNothing() {
    var settings = JoinWorld.Settings(seed: 11)
    settings.loss = 0.02
    let world = JoinWorld(settings)
    let a = ConnectionJoin(sessions: world.sessions, records: world.records)
    let b = ConnectionJoin(sessions: world.sessions.reversed(), records: world.records.reversed())
    #expect(a.counts == b.counts)
    #expect(a.matches.mapValues { $0.port } == b.matches.mapValues { $0.port })
  }
}
