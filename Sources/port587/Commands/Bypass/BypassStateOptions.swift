import ArgumentParser

/// How what a state holds is read.
struct BypassStateOptions: ParsableArguments {
  @Option(help: "Leave out sessions that began before: 2026-11-16, 90d.")
  var since: String?
  @Option(name: .customLong("legacy-port"), help: "A port to be closed for submission (repeatable; default 25).")
  var legacyPorts: [Int] = []
  @Option(name: .customLong("submission-port"), help: "A port for submission with STARTTLS (repeatable; default 587).")
  var submissionPorts: [Int] = []
  @Option(
    name: .customLong("submissions-port"),
    help: "A port for submission with TLS from the first byte (repeatable; default 465).")
  var submissionsPorts: [Int] = []
  @Option(help: "A file with the accounts: IceWarp's tool export account, or one address a line.")
  var accounts: String?
  @Option(
    name: .customLong("local-domain"), help: "A domain of this server (repeatable).", transform: DomainArgument.read)
  var localDomains: [DomainArgument] = []
  @Option(help: "The domain of logins without one.", transform: DomainArgument.read)
  var defaultDomain: DomainArgument?
  @Option(help: "IceWarp's list of trusted addresses, one entry a line.")
  var trusted: String?
  @Option(help: "The folder in which files named by f: lines are looked for, by their name.")
  var includeFolder: String?

  /// What `audit` would be told.
  var arguments: [String] {
    var arguments = ["-", "--quiet", "--no-progress"]
    func add(_ name: String, _ values: [String]) { for value in values { arguments += [name, value] } }
    add("--since", [since].compactMap(\.self))
    add("--legacy-port", legacyPorts.map { "\($0)" })
    add("--submission-port", submissionPorts.map { "\($0)" })
    add("--submissions-port", submissionsPorts.map { "\($0)" })
    add("--accounts", [accounts].compactMap(\.self))
    add("--local-domain", localDomains.map(\.name))
    add("--default-domain", [defaultDomain?.name].compactMap(\.self))
    return arguments
  }

  func validate() throws {
    do { _ = try AuditOptions.parse(arguments) } catch { throw ValidationError(AuditOptions.message(for: error)) }
  }
}
