/// What is counted under a `FactKey`; merging is commutative and associative, so that the order of reading is no matter.
protocol Fact: Sendable {
  /// Adds what was counted elsewhere under the same key.
  mutating func merge(_ other: Self)
}
