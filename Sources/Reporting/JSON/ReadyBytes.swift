/// A few bytes that are written often, made ready to be put eight at a time.
struct ReadyBytes {
  /// The most that there can be.
  static let limit = 32

  /// The bytes, the first one lowest.
  private(set) var words = InlineArray<4, UInt64>(repeating: 0)
  /// How many bytes.
  private(set) var count = 0

  init(_ text: String) {
    precondition(text.utf8.count <= ReadyBytes.limit)
    for byte in text.utf8 {
      words[count / 8] |= UInt64(byte) << UInt64(8 * (count % 8))
      count += 1
    }
  }
}
