import Analysis
import ArgumentParser
import Foundation
import MailModel
import StateStore

/// The command `port587 state show IDENTITY`.
struct StateShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Prints everything that the state holds of a user, one row a line.")

  @OptionGroup var person: StatePersonOptions

  func run() throws {
    let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
    let context = try Audit(options: try AuditOptions.parse([]), now: now).context(keepsDays: true)
    try StateTask.look(person.state) { file, reader in
      let user = try StatePerson(person)
      var rows = 0
      for part in try file.parts() {
        for number in try file.dayNumbers(of: part.id) {
          guard let day = try file.day(number, of: part.id) else { continue }
          for mention in try reader.counts(day).mentions(of: user.isNamed) {
            rows += 1
            try Console.print(StateShowCommand.line(mention, day.day, part))
          }
        }
        // Sessions that have not ended, or wait for what tells their port, belong to no day yet.
        let open = try PartDays(part.id, isOneOfSeveral: false, reader, context: context).unfinished(
          reader, keepsDays: true)
        for (day, counts) in open.byDay().sorted(by: { $0.key < $1.key }) {
          for mention in counts.mentions(of: user.isNamed) {
            rows += 1
            try Console.print(StateShowCommand.line(mention, Int64(day), part))
          }
        }
      }
      for notice in try file.notices.records()
      where notice.identity == user.identity || notice.recipient == user.identity {
        rows += 1
        try Console.print(StateShowCommand.line(notice))
      }
      if rows == 0 { Console.note(["port587: the state holds nothing of \(person.identity)"]) }
    }
  }

  private static func line(_ mention: Mention, _ day: Int64, _ part: StoredPart) -> String {
    let date = CivilDate(daysSinceEpoch: Int(day)).description
    let cells = [
      date, part.server, mention.what, mention.port, mention.address ?? "others", mention.helo ?? "-",
      "\(mention.sessions)", "\(mention.messages)", mention.lastAt?.description ?? "-",
    ]
    return cells.joined(separator: "\t")
  }

  private static func line(_ notice: NoticeRecord) -> String {
    let cells = [
      String(notice.intentAt.description.prefix(10)), notice.campaign, notice.kind.rawValue, "-", notice.recipient, "-",
      "\(notice.round)", notice.outcome?.rawValue ?? "unknown", notice.intentAt.description,
    ]
    return cells.joined(separator: "\t")
  }
}
