import ArgumentParser

/// The command line.
@main
struct Port587: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "port587", abstract: "Who still submits mail on port 25")
}
