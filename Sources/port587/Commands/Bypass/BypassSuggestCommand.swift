import ArgumentParser
import Foundation
import IceWarpAdmin
import MailModel
import Reporting

/// The command `port587 bypass suggest --state FILE`.
struct BypassSuggestCommand: ParsableCommand, PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Proposes the fewest and narrowest lines for those who cannot move.",
    discussion: """
      Without --user, --address and --kind: printers and scanners, web forms and programs that were refused, or that send without a login. \
      One line frees one address. Nothing is written without --output or --in-place; what is written comes with FILE.notes.json: \
      why each line is there, who answers for it and until when.
      """)

  @Option(help: "The state that audit keeps.")
  var state: String
  @Option(help: "The bypass file as it is: what it frees already is not proposed again.")
  var bypass: String?
  @Option(
    name: .customLong("kind"),
    help: "A kind of client that cannot move (repeatable; default printer, web-application, application).")
  var kinds: [ClientKindArgument] = []
  @Option(name: .customLong("address"), help: "The address of a client that cannot move (repeatable).")
  var addresses: [AddressArgument] = []
  @Option(name: .customLong("user"), help: "A user or sender who cannot move (repeatable).")
  var users: [String] = []
  @Option(help: "Who answers for the lines (default: whoever sends).")
  var owner: String?
  @Option(help: "The day on which the lines should go (default: in 90 days).")
  var expires: DayArgument?
  @OptionGroup var reading: BypassStateOptions
  @Option(name: .customLong("output"), help: "Write the file with the new lines here; nothing is overwritten.")
  var output: String?
  @Flag(help: "Add the lines to the file of --bypass; a copy of it is set aside first.")
  var inPlace = false
  @OptionGroup var printing: PrintingOptions

  func validate() throws {
    try EmptyPath.refuse(("--output", output))
    if inPlace, bypass == nil { throw ValidationError("--in-place wants --bypass FILE, the file to be added to.") }
    if inPlace, output != nil { throw ValidationError("--in-place and --output exclude each other.") }
    for address in addresses.map(\.address) where address.isUnspecified {
      throw ValidationError("--address \(address) is the address of no client.")
    }
    if let owner, owner.isEmpty { throw ValidationError("--owner wants a name.") }
  }

  func run() throws {
    do throws(AuditFault) {
      let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
      let loader = BypassLoader(includeFolder: reading.includeFolder)
      let tree = try bypass.map { path throws(AuditFault) in try loader.tree(path) }
      let world = try BypassSurvey.world(state, reading, now)
      let language = printing.spoken
      let suggestion = BypassSuggester(
        world: world, choice: choice(now), tree: tree, language: language, guessName: { language.name(of: $0) }
      ).suggestion(now: now)
      let environment = ProcessInfo.processInfo.environment
      if printing.json {
        try BypassLoader.print(json: suggestion)
      } else if !printing.quiet {
        let summary = SuggestionSummary(
          columns: Terminal.columns(environment),
          colour: printing.colour, language: language)
        try BypassLoader.print(summary.render(suggestion))
      }
      let writer = BypassFileWriter(loader: loader, now: now)
      if inPlace, let bypass, let tree {
        try writer.add(suggestion.proposals, to: bypass, tree.file)
      } else if let output {
        try writer.write(suggestion.proposals, after: tree?.file, notesOf: bypass, to: output)
      }
    } catch {
      Console.note(error.lines.enumerated().map { $0 == 0 ? "port587: \($1)" : $1 })
      throw error.status
    }
  }

  private func choice(_ now: Timestamp) -> BypassChoice {
    let isNamed = !addresses.isEmpty || !users.isEmpty
    let usual = isNamed ? [] : BypassChoice.usualGuesses
    let day = expires?.day ?? CivilDate(daysSinceEpoch: Int(now.seconds / 86_400) + 90)
    return BypassChoice(
      guesses: kinds.isEmpty ? usual : Set(kinds.map(\.guess)), addresses: Set(addresses.map(\.address)),
      users: Set(users.map { $0.lowercased() }), owner: owner, expires: day.description)
  }
}
