/// The hashes of lines that are looked for elsewhere, with what was found of them.
///
/// Nine bytes a place, two to four places for a line: at most 9 MiB, since no more than half a million are held. A `Set` takes
/// several times as long to find a line, and the sets of session keys have room for more than a hash, and none for what was found.
final class LineHashes {
  private var slots: [UInt64] = Array(repeating: 0, count: 1 << 10)
  private var isFound: [Bool] = Array(repeating: false, count: 1 << 10)
  /// How many lines are looked for.
  private(set) var count = 0
  /// How many of them were not found yet.
  private(set) var missing = 0
  private static let most = 1 << 19

  init(_ hashes: some Sequence<UInt64> = []) {
    for hash in hashes { insert(hash) }
  }

  /// Whether those that it holds are to be looked for before it takes more; so its memory is bounded.
  var isFull: Bool { count >= LineHashes.most }

  /// Takes a line that is to be found.
  func insert(_ hash: UInt64) {
    if count * 2 >= slots.count { grow() }
    let place = place(of: hash)
    guard slots[place] == 0 else { return }
    slots[place] = LineHashes.key(hash)
    count += 1
    missing += 1
  }

  /// Notes that a line was found, if it is looked for.
  func find(_ hash: UInt64) {
    let place = place(of: hash)
    guard slots[place] != 0, !isFound[place] else { return }
    isFound[place] = true
    missing -= 1
  }

  /// Whether a line was looked for and found.
  func isFound(_ hash: UInt64) -> Bool {
    let place = place(of: hash)
    return slots[place] != 0 && isFound[place]
  }

  /// Forgets all lines.
  func removeAll() {
    for place in slots.indices where slots[place] != 0 {
      slots[place] = 0
      isFound[place] = false
    }
    (count, missing) = (0, 0)
  }

  /// Zero stands for a free place.
  private static func key(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  private func place(of hash: UInt64) -> Int {
    let key = LineHashes.key(hash)
    var place = Int(truncatingIfNeeded: key) & (slots.count - 1)
    while slots[place] != 0, slots[place] != key { place = (place + 1) & (slots.count - 1) }
    return place
  }

  private func grow() {
    let (old, found) = (slots, isFound)
    slots = Array(repeating: 0, count: old.count * 2)
    isFound = Array(repeating: false, count: old.count * 2)
    for (hash, wasFound) in zip(old, found) where hash != 0 {
      let place = place(of: hash)
      slots[place] = hash
      isFound[place] = wasFound
    }
  }
}
