/// A key of a `FactTable`: a few small numbers.
protocol FactKey: Equatable, Sendable {
  /// The key's numbers as two words, for hashing.
  var words: (UInt64, UInt64) { get }
}
