import MailModel

/// How many senders (MAIL FROM) a login has used, as far as one word can tell: each sender sets one of 64 bits.
///
/// Two senders can share a bit, so the count is a lower bound, and it stops at `limit`. Sketches are joined in any order and
/// as often as one likes; no address can be read out of one. They are kept in a state, so the bit of a sender never changes.
struct SenderSketch: Sendable, Equatable {
  /// What counts as many; more is not told apart.
  static let limit = UserReport.manySenders

  private(set) var bits: UInt64 = 0

  /// No sender was seen.
  init() {}

  /// As it was kept.
  init(bits: UInt64) { self.bits = bits }

  /// At least so many senders, `limit` for all that is more; nothing when no sender was seen.
  var count: Int? { bits == 0 ? nil : min(bits.nonzeroBitCount, SenderSketch.limit) }

  mutating func formUnion(_ other: SenderSketch) { bits |= other.bits }

  /// Takes a sender, in lower case.
  mutating func insert(_ text: borrowing PackedText) {
    var hash = UInt64(text.count)
    for i in 0..<text.wordCount { hash = SenderSketch.mix(hash ^ text.words[i]) }
    bits |= 1 << (SenderSketch.mix(hash) >> 58)
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0x2545_f491_4f6c_dd1d) &* 0x9e37_79b9_7f4a_7c15
    return product ^ product >> 32
  }
}
