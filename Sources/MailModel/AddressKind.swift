/// What a client address is, the first that fits.
///
/// Raw values are those of `report.json`.
public enum AddressKind: String, Codable, Sendable, CaseIterable, Hashable {
  /// A login succeeded from it, or a local sender was refused with `submissionRequired`.
  case client
  /// Loopback, or an address of the server itself: web mail, ActiveSync, local programs.
  case local
  /// Failed logins and no success.
  case guesser
  /// Delivered mail to local recipients without a login.
  case server
  /// Anything else.
  case other
}
