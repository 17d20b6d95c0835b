import ArgumentParser

/// Whom a command is about.
struct StatePersonOptions: ParsableArguments {
  @Argument(help: "The user, as the report names it.")
  var identity: String
  @Option(help: "The state file.")
  var state: String
  @Option(help: "The domain of logins without one.", transform: DomainArgument.read)
  var defaultDomain: DomainArgument?
  @Option(
    name: .customLong("local-domain"), help: "A domain of this server (repeatable).", transform: DomainArgument.read)
  var localDomains: [DomainArgument] = []
  @Option(help: "The account list, so that aliases are found as well.")
  var accounts: String?
}
