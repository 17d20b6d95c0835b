/// Why an entry of a list of trusted addresses was not taken.
public enum TrustedAddressesFaultReason: String, Error, Sendable, CaseIterable, Hashable {
  /// It is no address, network, mask or range.
  case notAnAddress
  /// The length of the network's prefix is no number, or too large for the address.
  case badPrefixLength
  /// It holds nothing but wildcards (`*`, `0/0`): whether the server takes it for everybody is not documented.
  case perhapsEverybody
  /// The range ends before it begins, or joins IPv4 and IPv6.
  case badRange
}

extension TrustedAddressesFaultReason: CustomStringConvertible {
  /// Why, as a sentence begins that the administrator reads.
  public var description: String {
    switch self {
    case .notAnAddress: "this is no address, network, mask or range"
    case .badPrefixLength: "the length behind / is no number, or too large for the address"
    case .perhapsEverybody: "this may stand for everybody; it was taken for nobody here"
    case .badRange: "the range ends before it begins, or joins IPv4 and IPv6"
    }
  }
}
