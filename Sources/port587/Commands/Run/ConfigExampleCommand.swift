import ArgumentParser

/// The command `port587 config example`.
struct ConfigExampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "example", abstract: "Prints a configuration that explains every key.")

  func run() throws {
    try Console.out(Array(ConfigurationExample.text.utf8))
  }
}
