import ArgumentParser
import MailModel

/// `IP=PORT`, as in `--port-of-address 192.0.2.2=587`.
struct AddressPort: ExpressibleByArgument, Sendable, Equatable {
  let address: IPAddress
  let port: UInt16

  init?(argument: String) {
    guard let equals = argument.lastIndex(of: "="), let port = UInt16(argument[argument.index(after: equals)...]),
      port > 0
    else { return nil }
    var text = String(argument[..<equals])
    if text.hasPrefix("["), text.hasSuffix("]") { text = String(text.dropFirst().dropLast()) }
    guard let address = IPAddress(text) else { return nil }
    self.address = address
    self.port = port
  }
}
