import ArgumentParser

/// A port, or `none` where it is not to be named.
struct PortArgument: ExpressibleByArgument, Sendable {
  let port: Int?

  init?(argument: String) {
    if argument == "none" {
      port = nil
      return
    }
    guard let port = Int(argument), (1...65535).contains(port) else { return nil }
    self.port = port
  }
}
