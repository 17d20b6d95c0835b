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

extension PortArgument {
  /// What is said of ports that were given for one another: RFC 8314 has STARTTLS on 587, and TLS from the first byte on 465.
  static func swapped(starttls: PortArgument?, tls: PortArgument?) -> [String] {
    var lines: [String] = []
    if starttls?.port == 465 {
      lines.append(
        "--submission-port 465: there TLS begins with the first byte; a program that is told STARTTLS waits for ever "
          + "(--submissions-port names such a port)")
    }
    if tls?.port == 587 {
      lines.append(
        "--submissions-port 587: there STARTTLS is spoken; a program that begins with TLS is not understood "
          + "(--submission-port names such a port)")
    }
    return lines
  }
}
