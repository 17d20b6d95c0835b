/// The order of users in a report: most messages on legacy ports first, then by the identity.
struct UserRank {
  /// Number of the user's draft.
  let number: Int
  let legacyMessages: Int
  /// The first eight bytes of the identity, the first one highest: they settle most comparisons.
  let begin: UInt64

  init(number: Int, legacyMessages: Int, identity: String) {
    self.number = number
    self.legacyMessages = legacyMessages
    let bytes = identity.utf8.span
    var begin: UInt64 = 0
    for i in 0..<8 { begin = begin << 8 | (i < bytes.count ? UInt64(bytes[i]) : 0) }
    self.begin = begin
  }

  /// Whether a user comes before another; `identity` tells them apart where the rest is equal.
  static func precedes(_ a: UserRank, _ b: UserRank, identity: (Int) -> String) -> Bool {
    if a.legacyMessages != b.legacyMessages { return a.legacyMessages > b.legacyMessages }
    if a.begin != b.begin { return a.begin < b.begin }
    return ReportBuilder.codePointOrder(identity(a.number), identity(b.number))
  }
}
