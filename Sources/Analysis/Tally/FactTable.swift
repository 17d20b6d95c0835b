/// Facts by key, in an open-addressing table.
///
/// Past its limit new keys are not taken; the caller then counts under a coarser key.
struct FactTable<Key: FactKey, Value: Fact>: Sendable {
  private(set) var keys: [Key] = []
  private(set) var values: [Value] = []
  private var index: [UInt32]
  private let seed: UInt64
  let limit: Int

  init(limit: Int, seed: UInt64) {
    self.limit = limit
    self.seed = seed
    index = Array(repeating: 0, count: 64)
  }

  var count: Int { keys.count }
  var isFull: Bool { keys.count >= limit }

  /// Adds a fact; false when the key is new and the table is full.
  @discardableResult
  mutating func add(_ key: Key, _ value: Value, evenIfFull: Bool = false) -> Bool {
    var place = slot(key, in: index.count)
    while index[place] != 0 {
      let i = Int(index[place] &- 1)
      if keys[i] == key {
        values[i].merge(value)
        return true
      }
      place = (place &+ 1) & (index.count &- 1)
    }
    if isFull && !evenIfFull { return false }
    keys.append(key)
    values.append(value)
    index[place] = UInt32(keys.count)
    if keys.count &* 2 > index.count { grow() }
    return true
  }

  @inline(__always)
  private func slot(_ key: Key, in size: Int) -> Int {
    let (a, b) = key.words
    return Int(truncatingIfNeeded: StringTable.mix(StringTable.mix(a ^ seed) ^ b)) & (size &- 1)
  }

  private mutating func grow() {
    let size = index.count * 4
    var wider = [UInt32](repeating: 0, count: size)
    for (i, key) in keys.enumerated() {
      var place = slot(key, in: size)
      while wider[place] != 0 { place = (place + 1) & (size - 1) }
      wider[place] = UInt32(i) + 1
    }
    index = wider
  }
}
