import ArgumentParser
import Probing

/// An address that MAIL or RCPT is going to name.
struct PolicyAddressArgument: ExpressibleByArgument, Sendable {
  let address: String

  init?(argument: String) {
    guard PolicyAddress.isBare(argument) else { return nil }
    address = argument
  }
}
