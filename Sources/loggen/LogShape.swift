import ArgumentParser
import MailModel

/// What every kind of generated log can be told.
struct LogShape: ParsableArguments {
  @Option(help: "Size of the log, for instance 1GB, 300MB, 64KiB; it ends within one session of it.")
  var bytes: ByteCount

  @Option(help: "The same seed and options give the same bytes.")
  var seed: UInt64 = 7

  @Option(help: "Users that log in.")
  var users = 5000

  @Option(help: "Addresses that connect.")
  var addresses = 20_000

  @Option(help: "Sessions that run at the same time.")
  var sessions = 160

  @Option(help: "First day.")
  var date: FirstDay?

  @Option(help: "Days that the log covers; sessions run over midnight.")
  var days = 1

  @Option(help: "File to write; - for standard output.")
  var out: String?

  @Option(help: "Write the totals that an audit must find, as JSON.")
  var truth: String?

  /// The first day, 2011-05-16 unless another was given.
  var firstDay: CivilDate { date?.day ?? CivilDate(daysSinceEpoch: 15_110) }

  mutating func validate() throws {
    guard users >= 10 else { throw ValidationError("--users: at least 10") }
    guard addresses >= 20, addresses <= 1_000_000 else { throw ValidationError("--addresses: 20 to 1000000") }
    guard (1...1000).contains(sessions) else { throw ValidationError("--sessions: 1 to 1000") }
    guard (1...3650).contains(days) else { throw ValidationError("--days: 1 to 3650") }
  }

  /// Weaves the log, writes the truth, and says on standard error how it went.
  func make<Composer: SessionComposer>(
    format: String, style: StampStyle, lineEnd: String, naming: FileDestination.Naming, composer: Composer
  ) throws {
    let clock = LogClock(firstDay: firstDay, days: days, bytes: bytes.bytes, style: style)
    var loom = LogLoom(
      composer: composer, destination: FileDestination(naming), clock: clock, bytes: bytes.bytes, lanes: sessions,
      lineEnd: lineEnd, seed: seed)
    let tally = try loom.weave()
    if let truth {
      try Truth(format: format, seed: seed, bytes: loom.written, lines: loom.lines, tally: tally).write(to: truth)
    }
    Notice.write("loggen: \(loom.written) bytes, \(loom.lines) lines, \(tally.sessions) sessions")
  }
}
