import ArgumentParser
import MailModel
import Notices

/// The command `port587 notify status`.
struct NotifyStatusCommand: ParsableCommand {
  /// What `--json` prints (schema `port587-notify-status/1`).
  struct Status: Encodable {
    var schema = "port587-notify-status/1"
    var generatedAt: Timestamp
    var campaign: String
    var rounds: [RoundEffect]
    /// Addresses that take no mail.
    var undeliverable: [String]
    /// Notices whose end is not known.
    var open: [String]
  }

  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Says what each round of notices has brought: sent, failed, moved since, still there.")

  @OptionGroup var input: NoticeInputOptions
  @Option(help: "The day that names the campaign: 2026-12-01.")
  var cutover: DayArgument
  @Flag(help: "Print it as JSON on standard output, and nothing else.")
  var json = false

  func validate() throws {
    if input.state == nil { throw ValidationError("notify status needs --state FILE, where it is kept who was told.") }
  }

  func run() throws {
    do throws(NotifyFault) {
      let now = NoticeRun.clock()
      let input = try NoticeInput(input, domains: [], writes: false, now: now)
      let campaign = "\(cutover.day)"
      let records: [NoticeRecord]
      do throws(NoticeLedgerFault) {
        records = try input.ledger.records(campaign: campaign)
      } catch {
        throw .ledger(error)
      }
      let notices = records.filter { $0.kind == .notice }
      let status = Status(
        generatedAt: now, campaign: campaign,
        rounds: RoundEffect.all(
          records, in: input.model.usersWithoutClaims, policy: input.model.policy, until: input.model.knownUntil),
        undeliverable: notices.filter { $0.outcome == .undeliverable }.map(\.recipient),
        open: notices.filter { $0.outcome == nil }.map(\.recipient))
      do {
        try Console.out(json ? try PreviewFolder.json(status) : Array(NotifyStatusCommand.text(status).utf8))
      } catch {
        throw .cannotPrint("\(error)")
      }
    } catch {
      Console.note(error.lines.enumerated().map { $0 == 0 ? "port587: \($1)" : $1 })
      throw error.status
    }
  }

  private static func text(_ status: Status) -> String {
    guard !status.rounds.isEmpty else { return "Nobody was told for \(status.campaign) yet.\n" }
    var text = "Notices for \(status.campaign)\n"
    for round in status.rounds {
      text += "round \(round.round): \(round.sent) sent, \(round.failed) failed, \(round.undeliverable) undeliverable, "
      text += "\(round.open) without a known end; of those sent: \(round.movedSince) moved since, "
      text += "\(round.stillThere) still there, \(round.notSeen) not seen, "
      text += "\(round.toldAgain) told again\n"
    }
    for address in status.undeliverable { text += "undeliverable  \(OneLine.make(address))\n" }
    for address in status.open { text += "end not known  \(OneLine.make(address))\n" }
    return text
  }
}
