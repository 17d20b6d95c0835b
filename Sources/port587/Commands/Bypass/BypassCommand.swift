import ArgumentParser

/// The command `port587 bypass`.
struct BypassCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bypass",
    abstract: "Checks IceWarp's submissionbypass.dat, and proposes lines for those who cannot move.",
    subcommands: [BypassCheckCommand.self, BypassSuggestCommand.self])
}
