/// Facts by key, in an open-addressing table.
///
/// Past its limit new keys are not taken; the caller then counts under a coarser key. An index entry holds the upper half
/// of the key's hash beside the place of the fact, so that a look-up touches no other fact than its own. Two thirds of it
/// are in use at most.
struct FactTable<Key: FactKey, Value: Fact>: Sendable {
  /// A key with its fact.
  struct Entry: Sendable {
    let key: Key
    var value: Value
  }

  /// The facts in the order of their first coming.
  private(set) var entries: ContiguousArray<Entry> = []
  private var index: ContiguousArray<UInt64>
  private let seed: UInt64
  let limit: Int

  init(limit: Int, seed: UInt64) {
    self.limit = limit
    self.seed = seed
    index = ContiguousArray(repeating: 0, count: 64)
  }

  /// The facts with their keys, to be gone through.
  var pairs: some Sequence<(Key, Value)> { entries.lazy.map { ($0.key, $0.value) } }

  /// Changes every fact in place.
  mutating func update(_ change: (inout Value) -> Void) {
    for i in entries.indices { change(&entries[i].value) }
  }

  /// Makes room for so many facts in an empty table, so that it need not grow step by step.
  mutating func reserve(_ count: Int) {
    guard entries.isEmpty, count * 3 > index.count * 2 else { return }
    entries.reserveCapacity(count)
    var size = index.count
    while size * 2 < count * 3 { size *= 2 }
    index = ContiguousArray(repeating: 0, count: size)
  }

  /// Lets go of what finds a fact by its key, once nothing is added any more: facts can only be gone through from here on.
  mutating func dropIndex() { index = [] }

  /// Lets go of everything, once it was taken over.
  mutating func drop() {
    entries = []
    index = []
  }

  var isFull: Bool { entries.count >= limit }

  /// Adds a fact and says where in `entries` it is; nothing when the key is new and the table is full.
  @discardableResult
  mutating func add(_ key: Key, _ value: Value, evenIfFull: Bool = false) -> Int? {
    add(key, value, hash: hash(key), evenIfFull: evenIfFull)
  }

  /// The same, when the hash of the key is known.
  @discardableResult @inline(__always)
  mutating func add(_ key: Key, _ value: Value, hash: UInt64, evenIfFull: Bool = false) -> Int? {
    var place = Int(truncatingIfNeeded: hash) & (index.count &- 1)
    while index[place] != 0 {
      let found = index[place]
      if (found ^ hash) >> 32 == 0 {
        let i = Int(found & 0xffff_ffff) &- 1
        if entries[i].key == key {
          entries[i].value.merge(value)
          return i
        }
      }
      place = (place &+ 1) & (index.count &- 1)
    }
    if isFull && !evenIfFull { return nil }
    entries.append(Entry(key: key, value: value))
    index[place] = hash & ~0xffff_ffff | UInt64(entries.count)
    if entries.count &* 3 > index.count &* 2 { grow() }
    return entries.count &- 1
  }

  /// What the index holds in the first place for a hash; asked early, it is at hand when the fact is added.
  @inline(__always)
  func glance(_ hash: UInt64) -> UInt64 { index[Int(truncatingIfNeeded: hash) & (index.count &- 1)] }

  /// A word of the fact that the index held, 0 if it held none; see `glance`.
  @inline(__always)
  func firstWord(_ glance: UInt64) -> UInt64 {
    let i = Int(glance & 0xffff_ffff)
    return i == 0 ? 0 : entries[i &- 1].key.words.0
  }

  @inline(__always)
  func hash(_ key: Key) -> UInt64 {
    let (a, b) = key.words
    return StringTable.mix(StringTable.mix(a ^ seed) ^ b)
  }

  private mutating func grow() {
    let size = index.count * 2
    var wider = ContiguousArray<UInt64>(repeating: 0, count: size)
    for (i, entry) in entries.enumerated() {
      let hash = hash(entry.key)
      var place = Int(truncatingIfNeeded: hash) & (size - 1)
      while wider[place] != 0 { place = (place + 1) & (size - 1) }
      wider[place] = hash & ~0xffff_ffff | UInt64(i + 1)
    }
    index = wider
  }
}
