/// The order of users in a report: most messages on legacy ports first, then by the identity.
struct UserRank {
  /// Number of the user's draft.
  let number: Int
  let legacyMessages: Int
  /// The first sixteen bytes of the identity, the first one highest: they settle most comparisons.
  let begin: UInt128

  init(number: Int, legacyMessages: Int, identity: String) {
    self.number = number
    self.legacyMessages = legacyMessages
    let bytes = identity.utf8.span
    var halves: (first: UInt64, second: UInt64) = (0, 0)
    for i in 0..<8 { halves.first = halves.first << 8 | (i < bytes.count ? UInt64(bytes[i]) : 0) }
    for i in 8..<16 { halves.second = halves.second << 8 | (i < bytes.count ? UInt64(bytes[i]) : 0) }
    begin = UInt128(halves.first) << 64 | UInt128(halves.second)
  }

  /// Whether a user comes before another; `identity` tells them apart where the rest is equal.
  static func precedes(_ a: UserRank, _ b: UserRank, identity: (Int) -> String) -> Bool {
    if a.legacyMessages != b.legacyMessages { return a.legacyMessages > b.legacyMessages }
    if a.begin != b.begin { return a.begin < b.begin }
    return ReportBuilder.codePointOrder(identity(a.number), identity(b.number))
  }
}
