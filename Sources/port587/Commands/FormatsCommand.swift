import ArgumentParser
import LogFormats

/// The command `port587 formats`.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "Lists the log formats, how each tells the port, and what to set when it does not.")

  func run() throws {
    for format in LogFormats.all {
      let notes = FormatNotes.of(format.identifier)
      try Console.print(format.identifier)
      try Console.print("  logs      \(notes.server)")
      try Console.print("  the port  \(notes.port)")
      try Console.print("  if not    \(notes.remedy)")
    }
  }
}
