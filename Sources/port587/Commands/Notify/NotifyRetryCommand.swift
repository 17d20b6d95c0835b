import ArgumentParser
import MailModel
import Notices
import StateStore

/// The command `port587 notify retry`.
struct NotifyRetryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Takes back that addresses take no mail, so that the next run tells them.")

  @Argument(help: "Addresses that were written off wrongly.")
  var addresses: [String] = []
  @Option(help: "All whose refusal or bounce has these words, for instance \"Sender address rejected\".")
  var like: String?
  @Option(help: "The state, where it is kept who was told.")
  var state: String

  func validate() throws {
    if addresses.isEmpty, like == nil { throw ValidationError("Name addresses, or the words with --like.") }
    if like?.isEmpty == true { throw ValidationError("--like wants some words of the refusal.") }
  }

  func run() throws {
    let found: [NoticeRecord]
    do throws(NotifyFault) {
      found = try takeBack()
      do {
        try Console.out(Array(NotifyRetryCommand.text(found).utf8))
      } catch {
        throw .cannotPrint("\(error)")
      }
    } catch {
      Console.note(error.lines.enumerated().map { $0 == 0 ? "port587: \($1)" : $1 })
      throw error.status
    }
    let met = Set(found.map { $0.recipient.lowercased() })
    let missing = addresses.filter { !met.contains($0.lowercased()) }
    for address in missing {
      Console.note("port587: \(OneLine.make(address)) is not among the addresses that take no mail")
    }
    if !missing.isEmpty { throw ExitStatus.partly }
  }

  private func takeBack() throws(NotifyFault) -> [NoticeRecord] {
    let now = NoticeRun.clock()
    let locked = try LockedLedger(state: state, now: now)
    defer { withExtendedLifetime(locked) {} }
    let named = Set(addresses.map { $0.lowercased() })
    let words = like?.lowercased()
    do throws(NoticeLedgerFault) {
      let found = try locked.ledger.records().filter { record in
        guard record.outcome == .undeliverable else { return false }
        if named.contains(record.recipient.lowercased()) { return true }
        return words.map { record.detail?.lowercased().contains($0) == true } ?? false
      }
      for record in found { try locked.ledger.finish(record.takenBack(at: now)) }
      return found
    } catch {
      throw .ledger(error)
    }
  }

  private static func text(_ records: [NoticeRecord]) -> String {
    var text = ""
    for record in records {
      text += "taken back  \(OneLine.make(record.recipient))  "
      text += "(\(record.campaign), round \(record.round), \(OneLine.make(record.detail ?? "no reason given")))\n"
    }
    return text + "\(records.count) taken back\n"
  }
}
