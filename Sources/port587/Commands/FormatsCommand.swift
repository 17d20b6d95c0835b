import ArgumentParser
import LogFormats

/// The command `port587 formats`.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "Lists the log formats, how each tells the port, and what to set when it does not.")

  func run() {
    for format in LogFormats.all {
      let notes = FormatNotes.of(format.identifier)
      print(format.identifier)
      print("  logs      \(notes.server)")
      print("  the port  \(notes.port)")
      print("  if not    \(notes.remedy)")
    }
  }
}
