import ArgumentParser
import Probing

/// A port and how TLS begins there: `587`, `2587:starttls`, `465:tls`, `25:plain`.
struct ProbePortArgument: ExpressibleByArgument, Sendable {
  let port: ProbePort

  init?(argument: String) {
    guard let port = ProbePort(argument) else { return nil }
    self.port = port
  }
}
