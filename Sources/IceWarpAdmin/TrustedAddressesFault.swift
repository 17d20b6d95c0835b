/// An entry of a list of trusted addresses that was not taken.
public struct TrustedAddressesFault: Sendable, Equatable {
  /// Number of the line, from 1.
  public var line: Int
  /// The entry, free of what a terminal would obey.
  public var entry: String
  /// Why.
  public var reason: TrustedAddressesFaultReason

  /// Takes every part.
  public init(line: Int, entry: String, reason: TrustedAddressesFaultReason) {
    self.line = line
    self.entry = entry
    self.reason = reason
  }
}
