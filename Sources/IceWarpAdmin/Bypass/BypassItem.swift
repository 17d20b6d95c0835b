/// What stands behind the prefix of a bypass line.
enum BypassItem: Sendable, Equatable {
  /// Nothing, as `l:` and `t:` want it.
  case blank
  /// An address, a mask or a network.
  case addresses(AddressPattern)
  /// An e-mail address or a mask of one.
  case mail(TextMask)
  /// A domain or a mask of one.
  case domain(TextMask)
  /// A host name, a server or a path.
  case name(String)
  /// Nothing that could be read.
  case unread

  /// Whether an e-mail address is one of those; nothing where the item is no such thing.
  func holds(mail address: String) -> Bool? {
    switch self {
    case .mail(let mask): mask.matches(address)
    case .domain(let mask): address.split(separator: "@").last.map { mask.matches($0) } ?? false
    case .blank, .addresses, .name, .unread: nil
    }
  }
}
