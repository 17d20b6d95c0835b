/// Which servers a run probes: the section `probes` of the configuration.
struct ProbeConfiguration: Sendable, Equatable {
  /// How old a result may be before the server is asked again, when the file does not say: younger than a night, so that each
  /// nightly run asks.
  static let usualMaxAge: Int64 = 20 * 3600

  /// The servers.
  var hosts: [String] = []
  /// The rest of the section in the words of the command line of `probe`.
  var arguments: [String] = []
  /// How old a result may be, in seconds.
  var maxAge = ProbeConfiguration.usualMaxAge

  /// Every key but `hosts` and `max-age`, with the option of `probe` that it stands for.
  static let keys = [
    ConfigurationKey(
      "ports", option: "--port",
      .values(wanted: "a port such as 587, or \"2587:starttls\"", accepts: { ProbePortArgument(argument: $0) != nil })),
    ConfigurationKey("timeout", .number(1...600)),
    ConfigurationKey("ca-file", .path(isSecret: false)),
    ConfigurationKey("ehlo-name", .text),
    ConfigurationKey("policy-check", .flag),
    ConfigurationKey("local-sender", as: PolicyAddressArgument.self, "an address"),
    ConfigurationKey("local-recipient", as: PolicyAddressArgument.self, "an address"),
    ConfigurationKey("external-recipient", as: PolicyAddressArgument.self, "an address"),
    ConfigurationKey("login", .path(isSecret: true)),
    ConfigurationKey("connections-at-once", .number(2...100)),
  ]
}
