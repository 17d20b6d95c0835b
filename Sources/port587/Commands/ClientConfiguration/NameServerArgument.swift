import ArgumentParser
import Transport

/// The IPv4 address of a DNS server, with its port if it is not 53.
struct NameServerArgument: ExpressibleByArgument, Sendable {
  let server: NameServer

  init?(argument: String) {
    guard let server = NameServer(argument) else { return nil }
    self.server = server
  }
}
