public import MailModel

/// A login in clear was on a port that takes it; where that is one port, it was there: AUTH refused on 587 in clear means
/// that a login in clear was on 25.
///
/// In a log that does not show TLS, a login without STARTTLS may also have been on the port with TLS from the first byte; so
/// there must be no such port, or the log must show TLS.
public enum ClearLoginInference: PortInferenceRule {
  /// `clearLogin`.
  public static let rule = InferenceRule.clearLogin

  /// The only port with AUTH in clear.
  public static func port(_ hints: PortHints, _ server: ServerFacts) -> UInt16? {
    guard hints.isSuperset(of: [.login, .commands]), hints.isDisjoint(with: [.starttls, .tls]) else { return nil }
    let ports = server.possible(hints)
    guard server.showsTLS || !ports.contains(where: { $0.implicitTLS }) else { return nil }
    let possible = ports.filter { $0.authInClear }
    return possible.count == 1 ? possible.first?.port : nil
  }

  /// A log that shows TLS; one that does not; a server without 465; 465 with an address of its own, which this session
  /// did not reach; 587 that takes a login in clear as well; TLS in the session; a begin that is missing.
  public static var examples: [(hints: PortHints, server: ServerFacts, port: UInt16?)] {
    var shows = PortInferenceRules.usual
    shows.showsTLS = true
    var without = PortInferenceRules.usual
    without.offers.removeAll { $0.implicitTLS }
    var open = without
    open.offers[1].authInClear = true
    return [
      ([.login, .commands], shows, 25),
      ([.login, .commands], without, 25),
      ([.login, .commands], PortInferenceRules.usual, nil),
      ([.login, .commands, .begin, .listener], PortInferenceRules.ownAddress, 25),
      ([.login, .commands, .begin], PortInferenceRules.ownAddress, nil),
      ([.login, .commands], open, nil),
      ([.login, .commands, .tls], shows, nil),
      ([.login], shows, nil),
    ]
  }
}
