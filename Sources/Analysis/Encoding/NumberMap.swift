/// Numbers by small numbers, for a table that is filled and emptied again and again.
struct NumberMap {
  /// What stands where there is nothing.
  private static let nothing = UInt32.max &- 2

  private var targets: [UInt32] = []
  private var known: [UInt32] = []

  /// The number for another; numbers that stand for nobody or for what did not fit have none.
  subscript(number: UInt32) -> UInt32? {
    get {
      guard Int(number) < targets.count, targets[Int(number)] != NumberMap.nothing else { return nil }
      return targets[Int(number)]
    }
    set {
      guard number < LoginKey.nobody, let newValue else { return }
      while targets.count <= Int(number) { targets.append(NumberMap.nothing) }
      if targets[Int(number)] == NumberMap.nothing { known.append(number) }
      targets[Int(number)] = newValue
    }
  }

  /// Empties it; the memory stays.
  mutating func reset() {
    for number in known { targets[Int(number)] = NumberMap.nothing }
    known.removeAll(keepingCapacity: true)
  }
}
