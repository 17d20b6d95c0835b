import ArgumentParser

/// Whom a command is about.
struct StatePersonOptions: ParsableArguments {
  @Argument(help: "The user, as the report names it.")
  var identity: String
  @Option(help: "The state file.")
  var state: String
  @Option(help: "The domain of logins without one.")
  var defaultDomain: String?
  @Option(help: "The account list, so that aliases are found as well.")
  var accounts: String?
}
