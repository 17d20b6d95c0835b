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
