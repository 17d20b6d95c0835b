/// An entry of a list of trusted addresses that was not taken.
public struct TrustedAddressesFault: Sendable, Equatable {
  /// Number of the line, from 1.
  public var line: Int
  /// Why.
  public var reason: TrustedAddressesFaultReason

  /// Takes both parts.
  public init(line: Int, reason: TrustedAddressesFaultReason) {
    self.line = line
    self.reason = reason
  }
}
