import MailModel

@testable import loggen

/// Small logs for the tests, and what their makers say of them.
struct SmallLog {
  let log = CollectedLog()
  let tally: TruthTally
  let written: Int

  static func icewarp(
    bytes: Int = 300_000, seed: UInt64 = 7, days: Int = 1, options: IceWarpOptions = IceWarpOptions(),
    style: StampStyle = .time, lineEnd: String = "\r\n", lanes: Int = 16
  ) throws -> SmallLog {
    var options = options
    options.bytesPerLine = style.length + lineEnd.utf8.count
    let composer = IceWarpComposer(
      population: Population(users: 200, addresses: 400), options: options, lanes: lanes, seed: seed)
    return try SmallLog(
      composer, bytes: bytes, days: days, style: style, lineEnd: lineEnd, lanes: lanes, seed: seed)
  }

  static func postfix(bytes: Int = 300_000, seed: UInt64 = 7, labels: Bool = true, lanes: Int = 16) throws -> SmallLog {
    let composer = PostfixComposer(
      population: Population(users: 200, addresses: 400), labels: labels, bytesPerLine: StampStyle.syslog.length + 1,
      lanes: lanes, seed: seed)
    return try SmallLog(composer, bytes: bytes, days: 1, style: .syslog, lineEnd: "\n", lanes: lanes, seed: seed)
  }

  private init<Composer: SessionComposer>(
    _ composer: Composer, bytes: Int, days: Int, style: StampStyle, lineEnd: String, lanes: Int, seed: UInt64
  ) throws {
    let clock = LogClock(firstDay: CivilDate(daysSinceEpoch: 15_110), days: days, bytes: bytes, style: style)
    var loom = LogLoom(
      composer: composer, destination: CollectingDestination(log: log), clock: clock, bytes: bytes, lanes: lanes,
      lineEnd: lineEnd, seed: seed)
    tally = try loom.weave()
    written = loom.written
  }
}
