import ArgumentParser

/// The command `port587 notify`.
struct NotifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notify",
    abstract: "Tells each affected user what to change; writes previews, and sends only with --send.",
    subcommands: [
      NotifyRunCommand.self, NotifyStatusCommand.self, NotifyBouncesCommand.self, NotifyRetryCommand.self,
      NotifyTemplatesCommand.self,
    ],
    defaultSubcommand: NotifyRunCommand.self)
}
