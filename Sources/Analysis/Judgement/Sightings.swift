/// Which users were seen from which address, as pairs of numbers: most addresses have one user.
struct Sightings {
  private var pairs: [(address: UInt32, user: Int32)] = []

  mutating func add(_ user: Int, from address: UInt32) { pairs.append((address, Int32(user))) }

  /// Puts the pairs in order, each once.
  mutating func settle() {
    pairs.sort { $0.address != $1.address ? $0.address < $1.address : $0.user < $1.user }
    var kept = 0
    for pair in pairs where kept == 0 || pairs[kept - 1] != pair {
      pairs[kept] = pair
      kept += 1
    }
    pairs.removeLast(pairs.count - kept)
  }

  /// The numbers of the users seen from an address, once settled.
  func users(from address: UInt32) -> some Collection<Int> {
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle].address < address { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < pairs.count, pairs[end].address == address { end += 1 }
    return pairs[low..<end].lazy.map { Int($0.user) }
  }
}
