import Analysis
import MailModel

/// What the ports of a server take, from its own settings (`port587 preflight --json`).
enum SettingsOffers {
  /// Adds what the settings call possible to what a probe has seen; what they leave open, the probe decides, and without one
  /// it is possible.
  static func add(_ ports: [PreflightPort], to offers: inout [PortOffer]) {
    for port in ports {
      guard let number = UInt16(exactly: port.port) else { continue }
      guard let place = offers.firstIndex(where: { $0.port == number }) else {
        offers.append(
          PortOffer(
            port: number, implicitTLS: port.implicitTLS, authBehindStarttls: port.authBehindStarttls ?? true,
            authInClear: port.authInClear ?? true, isSubmission: port.submission))
        continue
      }
      offers[place].implicitTLS = offers[place].implicitTLS || port.implicitTLS
      offers[place].authBehindStarttls = offers[place].authBehindStarttls || port.authBehindStarttls == true
      offers[place].authInClear = offers[place].authInClear || port.authInClear == true
      offers[place].isSubmission = port.submission
    }
  }
}
