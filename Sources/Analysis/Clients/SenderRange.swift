/// How many identities a client has, as far as that tells a server from somebody's computer.
enum SenderRange: UInt8, Sendable, Comparable {
  /// One or two: a person, perhaps with a second account.
  case few
  /// From three on.
  case several
  /// From ten on.
  case many

  init(_ identities: Int) { self = identities >= 10 ? .many : identities >= 3 ? .several : .few }

  static func < (a: SenderRange, b: SenderRange) -> Bool { a.rawValue < b.rawValue }
}
