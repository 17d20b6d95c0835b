import ArgumentParser

/// The command `port587 state`.
struct StateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "state", abstract: "Looks after the file that remembers what was counted.",
    subcommands: [
      StateShowCommand.self, StateForgetCommand.self, StatePurgeCommand.self, StateMergeCommand.self,
      StateCheckCommand.self,
    ])
}
