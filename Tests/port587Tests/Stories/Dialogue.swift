import Analysis
import ByteScanning
import Foundation
import LogFormats
import MailModel

/// A few sessions of an IceWarp server, written as the bodies of their lines, and the report of them in one line.
///
/// `# 203.0.113.9 0A11 08:10:00` says from which peer, in which thread and when the lines behind it are; each line is one
/// second later than the one before.
struct Dialogue {
  var text: String
  var localDomains: Set<String> = []
  var accounts = AccountDirectory()
  var ports = PortContext()

  /// The lines of the log.
  var lines: [[UInt8]] {
    var peer = "198.51.100.7"
    var thread = "0A10"
    var second = 8 * 3600
    var lines: [[UInt8]] = []
    for row in text.split(separator: "\n") {
      if row.hasPrefix("# ") {
        let words = row.split(separator: " ")
        peer = String(words[1])
        thread = String(words[2])
        let clock = words[3].split(separator: ":").compactMap { Int($0) }
        second = clock[0] * 3600 + clock[1] * 60 + clock[2]
        continue
      }
      let stamp = [second / 3600 % 24, second / 60 % 60, second % 60].map { ($0 < 10 ? "0" : "") + "\($0)" }
      lines.append(Array("\(peer) [\(thread)] \(stamp.joined(separator: ":")) \(row)".utf8))
      second += 1
    }
    return lines
  }

  /// The lines as a file of 16 March 2026 tells them; its clock is UTC.
  var formatContext: FormatContext {
    IceWarpFormat.context(
      for: LogSample(
        lines: lines, fileName: "s20260316-00.log", path: "s20260316-00.log",
        modified: CivilDate(daysSinceEpoch: 20_528)),
      defaults: FormatContext(lastDay: CivilDate(daysSinceEpoch: 20_528), offset: 0))
  }

  static func traits(piece: Int = 0) -> SourceTraits {
    SourceTraits(source: 0, piece: UInt32(piece), format: 0, rsetEndsLogin: true)
  }

  var context: AnalysisContext {
    AnalysisContext(zone: ZoneRules(fixedOffset: 0), ports: ports, seed: 587)
  }

  /// Reads lines into an assembler that has begun a piece.
  static func read(
    _ lines: some Sequence<[UInt8]>, _ context: FormatContext, into assembler: inout SessionAssembler
  ) {
    var format = IceWarpFormat(context: context)
    var event = LogEvent()
    for (number, line) in lines.enumerated() where format.parse(line.span, into: &event) == .event {
      assembler.apply(event, line.span, number: number + 1)
    }
  }

  /// The tally of all lines, read from first to last.
  func tally() -> Tally {
    var assembler = SessionAssembler(context: context)
    assembler.begin(Dialogue.traits(), continuing: OpenSessions())
    Dialogue.read(lines, formatContext, into: &assembler)
    let end = assembler.end()
    assembler.finishAll(assembler.settle(end, after: OpenSessions()))
    return assembler.takeTally()
  }

  func report(_ tally: Tally) -> ReportModel {
    var builder = ReportBuilder(
      tally: tally,
      input: ReportInput(
        accounts: accounts, localDomains: localDomains, generator: Generator(version: "0"),
        generatedAt: Timestamp(seconds: 0)))
    return builder.build()
  }

  /// `sessions 1, logins 1, messages 1; ana@example.com notReady; submissionRequired 1`; what is zero is left out.
  var summary: String {
    let model = report(tally())
    let totals = model.totals
    let numbers = [
      ("sessions", totals.sessions), ("logins", totals.authenticatedSessions), ("messages", totals.messages),
      ("clear", totals.plaintextLogins), ("failed", totals.failedLogins), ("relays", totals.unauthenticatedRelays),
    ].filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
    let users = model.users.map { user in
      "\(user.identity) \(user.readiness)" + (user.kind == .authenticated ? "" : " by \(user.kind)")
    }
    let refusals = model.refusals.map { "\($0.refusalClass) \($0.count)" }
    return [numbers, users, refusals].filter { !$0.isEmpty }.map { $0.joined(separator: ", ") }.joined(separator: "; ")
  }
}
