import ArgumentParser

/// Writes logs of a mail server that does not exist, for measuring and testing.
@main
struct Loggen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loggen", abstract: "Write SMTP logs for measuring and testing, the same bytes for the same seed.",
    subcommands: [IceWarpCommand.self, PostfixCommand.self, CompareCommand.self])
}
