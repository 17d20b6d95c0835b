import Analysis
import ArgumentParser
import MailModel
import StateStore

/// The command `port587 state show IDENTITY`.
struct StateShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Prints everything that the state holds of a user, one row a line.")

  @OptionGroup var person: StatePersonOptions

  func run() throws {
    try StateTask.run(person.state) { file, reader in
      let isMeant = try StateTask.matcher(
        person.identity, defaultDomain: person.defaultDomain, accounts: person.accounts)
      var rows = 0
      for part in try file.parts() {
        for number in try file.dayNumbers(of: part.id) {
          guard let day = try file.day(number, of: part.id) else { continue }
          for mention in try reader.counts(day).mentions(of: isMeant) {
            rows += 1
            try Console.print(StateShowCommand.line(mention, day, part))
          }
        }
      }
      if rows == 0 { Console.note(["port587: the state holds nothing of \(person.identity)"]) }
    }
  }

  private static func line(_ mention: Mention, _ day: StoredDay, _ part: StoredPart) -> String {
    let date = CivilDate(daysSinceEpoch: Int(day.day)).description
    let cells = [
      date, part.server, mention.what, mention.port, mention.address ?? "others", mention.helo ?? "-",
      "\(mention.sessions)", "\(mention.messages)", mention.lastAt?.description ?? "-",
    ]
    return cells.joined(separator: "\t")
  }
}
