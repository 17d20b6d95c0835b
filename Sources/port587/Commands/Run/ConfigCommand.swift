import ArgumentParser

/// The command `port587 config`.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Checks the configuration of port587 run, or prints an example of one.",
    subcommands: [ConfigCheckCommand.self, ConfigExampleCommand.self])
}
