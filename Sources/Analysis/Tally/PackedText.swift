import MailModel

/// A byte string in words of eight bytes, the first byte lowest and the last word filled up with zeros: it is copied,
/// hashed and compared by words.
struct PackedText: Sendable {
  /// The words; those behind the last one in use mean nothing.
  private(set) var words: [UInt64] = []
  /// How many bytes.
  var count = 0

  var isEmpty: Bool { count == 0 }
  /// How many words are in use.
  var wordCount: Int { (count &+ 7) &>> 3 }

  /// Nothing.
  init() {}

  /// These bytes.
  init(_ bytes: [UInt8]) { set(bytes.span, 0..<bytes.count, limit: .max) }

  /// Takes the first bytes of a stretch of a line, up to the limit.
  mutating func set(_ line: borrowing Span<UInt8>, _ range: Range<Int>, limit: Int, lowercased: Bool = false) {
    count = min(range.count, limit)
    let needed = wordCount
    makeRoom(needed)
    // One look at whether the array is shared serves all words.
    let end = range.lowerBound &+ count
    var out = words.mutableSpan
    var place = range.lowerBound
    for i in 0..<needed {
      let word = line.word(at: place, upTo: end)
      out[i] = lowercased ? PackedText.lowercased(word) : word
      place &+= 8
    }
  }

  /// Takes some bytes of another text.
  mutating func set(_ other: borrowing PackedText, _ range: Range<Int>, lowercased: Bool = false) {
    count = range.count
    let needed = wordCount
    makeRoom(needed)
    var out = words.mutableSpan
    for i in 0..<needed {
      let word = other.word(at: range.lowerBound &+ 8 &* i, upTo: range.upperBound)
      out[i] = lowercased ? PackedText.lowercased(word) : word
    }
  }

  /// Up to eight bytes before `end`, wherever they begin, the first one lowest.
  @inline(__always)
  func word(at start: Int, upTo end: Int) -> UInt64 {
    let shift = UInt64(8 &* (start & 7))
    let place = start &>> 3
    var word = words[place] &>> shift
    if shift > 0, place &+ 1 < words.count { word |= words[place &+ 1] &<< (64 &- shift) }
    let left = end &- start
    return left >= 8 ? word : word & (1 &<< UInt64(8 &* left) &- 1)
  }

  /// Sees to it that so many words can be written.
  @inline(__always)
  private mutating func makeRoom(_ needed: Int) {
    if words.count < needed { words.append(contentsOf: repeatElement(0, count: needed &- words.count)) }
  }

  /// Takes words that hold this many bytes.
  mutating func set(_ given: ArraySlice<UInt64>, count bytes: Int) {
    count = bytes
    words.removeAll(keepingCapacity: true)
    words.append(contentsOf: given)
  }

  /// Puts a word behind the last one.
  mutating func append(_ word: UInt64) {
    let place = wordCount
    if place == words.count { words.append(word) } else { words[place] = word }
    count = 8 &* (place &+ 1)
  }

  /// Overwrites everything, so that a secret does not stay behind.
  mutating func wipe() {
    for i in words.indices { words[i] = 0 }
    count = 0
  }

  /// Drops the bytes from a place on.
  mutating func cut(to bytes: Int) {
    count = bytes
    if bytes & 7 != 0 { words[bytes &>> 3] &= 1 &<< UInt64(8 &* (bytes & 7)) &- 1 }
  }

  /// Index of the first such byte at or behind a place; nothing if there is none.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    var place = start
    while place < count {
      let word = word(at: place, upTo: count)
      // What lies behind the end of the text differs from the byte looked for.
      let rest = count &- place
      let filled =
        rest >= 8 ? word : word | UInt64(truncatingIfNeeded: ~byte) &* 0x0101_0101_0101_0101 &<< UInt64(8 &* rest)
      let difference = filled ^ UInt64(byte) &* 0x0101_0101_0101_0101
      let hit = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
      // A false hit lies above a true one only, so the lowest hit is right.
      if hit != 0 { return place &+ hit.trailingZeroBitCount / 8 }
      place &+= 8
    }
    return nil
  }

  /// Puts bytes of a line behind the last word, from a word of their own on.
  mutating func append(_ line: borrowing Span<UInt8>, _ range: Range<Int>) {
    var place = range.lowerBound
    while place < range.upperBound {
      append(line.word(at: place, upTo: range.upperBound))
      place &+= 8
    }
  }

  /// Eight ASCII letters to lower case at once; other bytes stay.
  @inline(__always)
  static func lowercased(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = word & (0x7f &* ones)
    // Adding 0x80 - n to a byte below 0x80 sets its top bit from n on, without a carry.
    let fromA = low &+ (0x80 - 0x41) &* ones
    let behindZ = low &+ (0x80 - 0x5b) &* ones
    return word | (fromA & ~behindZ & ~word & (0x80 &* ones)) &>> 2
  }

  /// Whether the bytes are the same.
  func equals(_ other: borrowing PackedText) -> Bool {
    guard count == other.count else { return false }
    for i in 0..<wordCount where words[i] != other.words[i] { return false }
    return true
  }

  /// The bytes.
  var bytes: [UInt8] { PackedText.bytes(words[...], count: count) }

  /// The bytes of words.
  static func bytes(_ words: ArraySlice<UInt64>, count: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    for word in words {
      var rest = word
      for _ in 0..<min(8, count - result.count) {
        result.append(UInt8(truncatingIfNeeded: rest))
        rest >>= 8
      }
    }
    return result
  }
}

extension Span where Element == UInt8 {
  /// Up to eight bytes before `end` as a number, the first one lowest.
  @inline(__always)
  func word(at i: Int, upTo end: Int) -> UInt64 {
    if i &+ 8 <= end { return word(at: i) }
    // Where eight bytes lie in front of the end, the last of them are the wanted ones.
    if end >= 8, i < end { return word(at: end &- 8) &>> UInt64(8 &* (8 &- (end &- i))) }
    var word: UInt64 = 0
    var k = end
    while k > i {
      k &-= 1
      word = word &<< 8 | UInt64(self[k])
    }
    return word
  }

  /// Eight bytes as a number, the first one lowest; the compiler makes one load of it.
  @inline(__always)
  func word(at i: Int) -> UInt64 {
    precondition(i >= 0 && i <= count &- 8)
    let low = UInt64(self[i]) | UInt64(self[i &+ 1]) << 8 | UInt64(self[i &+ 2]) << 16 | UInt64(self[i &+ 3]) << 24
    let high =
      UInt64(self[i &+ 4]) | UInt64(self[i &+ 5]) << 8 | UInt64(self[i &+ 6]) << 16 | UInt64(self[i &+ 7]) << 24
    return low | high << 32
  }
}
