/// Byte strings, each kept once and known by a small number.
///
/// Log content is hostile: the hash is seeded, and the table stops at its limit. A string that no longer fits gets
/// `overflow`, so that what it counts for is still counted, together with others.
struct StringTable: Sendable {
  /// The number of every string that came after the table was full.
  static let overflow = UInt32.max

  private let limit: Int
  private let seed: UInt64
  /// The strings one after another, each from a word of its own on.
  private var words: [UInt64] = []
  private var places: [Place] = []
  /// The upper half of a string's hash beside its number plus one.
  private var index: [UInt64]

  /// Where a string stands.
  private struct Place {
    var start: UInt32
    var count: UInt32
  }

  init(limit: Int, seed: UInt64) {
    self.limit = limit
    self.seed = seed
    index = Array(repeating: 0, count: 64)
  }

  var count: Int { places.count }

  /// Lets go of what finds a string, once nothing is added any more: strings can only be asked for by their numbers from here on.
  mutating func dropIndex() { index = [] }

  /// Lets go of everything, once it was taken over.
  mutating func drop() {
    words = []
    places = []
    index = []
  }

  /// The number of a string, new or known.
  mutating func intern(_ text: borrowing PackedText) -> UInt32 {
    let words = text.words.span
    return intern(words, from: 0, count: text.count, hash: hash(words, from: 0, count: text.count))
  }

  /// The number of a string, new or known, that stands somewhere among words, and whose hash is known.
  mutating func intern(_ text: borrowing Span<UInt64>, from first: Int, count: Int, hash: UInt64) -> UInt32 {
    var place = Int(truncatingIfNeeded: hash) & (index.count &- 1)
    while index[place] != 0 {
      let found = index[place]
      if (found ^ hash) >> 32 == 0 {
        let id = Int(found & 0xffff_ffff) &- 1
        if equals(id, text, from: first, count: count) { return UInt32(truncatingIfNeeded: id) }
      }
      place = (place &+ 1) & (index.count &- 1)
    }
    let start = words.count
    let length = (count &+ 7) &>> 3
    if places.count >= limit || start &+ length >= Int(UInt32.max) { return StringTable.overflow }
    for i in 0..<length { words.append(text[first &+ i]) }
    places.append(Place(start: UInt32(start), count: UInt32(count)))
    index[place] = hash & ~0xffff_ffff | UInt64(places.count)
    if places.count &* 3 > index.count &* 2 { grow() }
    return UInt32(places.count &- 1)
  }

  /// What the index holds in the first place for a hash; asked early, it is at hand when the string is looked up.
  @inline(__always)
  func glance(_ hash: UInt64) -> UInt64 { index[Int(truncatingIfNeeded: hash) & (index.count &- 1)] }

  /// Where the string begins that the index held, 0 if it held none; see `glance`.
  @inline(__always)
  func start(_ glance: UInt64) -> UInt64 {
    let id = Int(glance & 0xffff_ffff)
    return id == 0 ? 0 : UInt64(places[id &- 1].start)
  }

  /// The first word of a string that begins there; see `glance`.
  @inline(__always)
  func firstWord(_ start: UInt64) -> UInt64 { start < words.count ? words[Int(start)] : 0 }

  mutating func intern(_ text: [UInt8]) -> UInt32 { intern(PackedText(text)) }

  /// The bytes of a string.
  subscript(id: UInt32) -> [UInt8] { PackedText.bytes(words(places[Int(id)]), count: Int(places[Int(id)].count)) }

  /// Puts a string into a text.
  func copy(_ id: UInt32, into text: inout PackedText) {
    let place = places[Int(id)]
    text.set(words(place), count: Int(place.count))
  }

  private func words(_ place: Place) -> ArraySlice<UInt64> {
    words[Int(place.start)..<(Int(place.start) + (Int(place.count) + 7) / 8)]
  }

  /// The numbers of another table's strings in this one.
  mutating func absorb(_ other: StringTable) -> [UInt32] {
    var text = PackedText()
    return other.places.map { place in
      text.set(other.words(place), count: Int(place.count))
      return intern(text)
    }
  }

  @inline(__always)
  private func equals(_ id: Int, _ text: borrowing Span<UInt64>, from first: Int, count: Int) -> Bool {
    let place = places[id]
    guard Int(place.count) == count else { return false }
    let start = Int(place.start)
    var i = (count &+ 7) &>> 3
    while i > 0 {
      i &-= 1
      if words[start &+ i] != text[first &+ i] { return false }
    }
    return true
  }

  private mutating func grow() {
    var wider = [UInt64](repeating: 0, count: index.count * 2)
    let all = words
    for (id, string) in places.enumerated() {
      let hash = hash(all.span, from: Int(string.start), count: Int(string.count))
      var place = Int(truncatingIfNeeded: hash) & (wider.count - 1)
      while wider[place] != 0 { place = (place + 1) & (wider.count - 1) }
      wider[place] = hash & ~0xffff_ffff | UInt64(id + 1)
    }
    index = wider
  }

  /// The hash of a string that stands somewhere among words.
  @inline(__always)
  func hash(_ text: borrowing Span<UInt64>, from first: Int, count: Int) -> UInt64 {
    var hash = seed ^ UInt64(count)
    for i in 0..<(count &+ 7) &>> 3 { hash = StringTable.mix(hash ^ text[first &+ i]) }
    return StringTable.mix(hash)
  }

  /// The product's upper and lower half together: every input bit reaches every output bit.
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xff51_afd7_ed55_8ccd)
    return product.high ^ product.low ^ (value >> 32)
  }
}
