/// Days, counted from a first one that whoever keeps the set knows, a bit each.
struct DaySet: Sendable, Equatable {
  private var words: [UInt64] = []

  init() {}

  init(_ days: some Sequence<Int>) { for day in days { insert(day) } }

  mutating func insert(_ day: Int) {
    let word = day >> 6
    while words.count <= word { words.append(0) }
    words[word] |= 1 << UInt64(day & 63)
  }

  /// Takes up to 64 days, a bit each, the lowest of them being this day.
  mutating func insert(_ bits: UInt64, from day: Int) {
    if bits == 0 { return }
    let (word, shift) = (day >> 6, UInt64(day & 63))
    let isSplit = shift > 0 && bits >> (64 - shift) != 0
    while words.count <= word + (isSplit ? 1 : 0) { words.append(0) }
    words[word] |= bits << shift
    if isSplit { words[word + 1] |= bits >> (64 - shift) }
  }

  func contains(_ day: Int) -> Bool {
    let word = day >> 6
    return day >= 0 && word < words.count && words[word] & 1 << UInt64(day & 63) != 0
  }

  mutating func formUnion(_ other: DaySet) {
    while words.count < other.words.count { words.append(0) }
    for i in other.words.indices { words[i] |= other.words[i] }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  var first: Int? {
    words.firstIndex { $0 != 0 }.map { $0 << 6 + words[$0].trailingZeroBitCount }
  }

  var last: Int? {
    words.lastIndex { $0 != 0 }.map { $0 << 6 + 63 - words[$0].leadingZeroBitCount }
  }

  /// How many days of a range are in the set.
  func count(in range: ClosedRange<Int>) -> Int { range.reduce(0) { contains($1) ? $0 + 1 : $0 } }

  /// The days, in order.
  func forEach(_ body: (Int) -> Void) {
    for (number, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body(number << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  /// Each day with as many that follow it.
  func widened(by days: Int) -> DaySet {
    var result = self
    result.words.append(0)
    for _ in 0..<days {
      // One day later: each word to the left by a bit, with the highest of the word before.
      var carry: UInt64 = 0
      for i in result.words.indices {
        let word = result.words[i]
        result.words[i] |= word << 1 | carry
        carry = word >> 63
      }
    }
    return result
  }

  /// Days that are in this set alone.
  func subtracting(_ other: DaySet) -> DaySet {
    var result = self
    for i in result.words.indices where i < other.words.count { result.words[i] &= ~other.words[i] }
    return result
  }
}
