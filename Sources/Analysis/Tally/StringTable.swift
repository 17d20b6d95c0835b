/// Byte strings, each kept once and known by a small number.
///
/// Log content is hostile: the hash is seeded, and the table stops at its limit. A string that no longer fits gets
/// `overflow`, so that what it counts for is still counted, together with others.
struct StringTable: Sendable {
  /// The number of every string that came after the table was full.
  static let overflow = UInt32.max

  private let limit: Int
  private let seed: UInt64
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var index: [UInt32]

  init(limit: Int, seed: UInt64) {
    self.limit = limit
    self.seed = seed
    index = Array(repeating: 0, count: 64)
  }

  var count: Int { ends.count }

  /// The number of a string, new or known.
  mutating func intern(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> UInt32 {
    let hash = StringTable.hash(text, from: start, to: end, seed: seed)
    var place = Int(truncatingIfNeeded: hash) & (index.count &- 1)
    while index[place] != 0 {
      let id = Int(index[place] &- 1)
      if equals(id, text, from: start, to: end) { return UInt32(id) }
      place = (place &+ 1) & (index.count &- 1)
    }
    if ends.count >= limit || bytes.count &+ (end &- start) >= Int(UInt32.max) { return StringTable.overflow }
    let id = UInt32(ends.count)
    for i in start..<end { bytes.append(text[i]) }
    ends.append(UInt32(bytes.count))
    index[place] = id &+ 1
    if ends.count &* 2 > index.count { grow() }
    return id
  }

  mutating func intern(_ text: [UInt8]) -> UInt32 { intern(text.span, from: 0, to: text.count) }

  /// The bytes of a string.
  subscript(id: UInt32) -> ArraySlice<UInt8> {
    let i = Int(id)
    return bytes[Int(i == 0 ? 0 : ends[i - 1])..<Int(ends[i])]
  }

  /// The numbers of another table's strings in this one.
  mutating func absorb(_ other: StringTable) -> [UInt32] {
    var map: [UInt32] = []
    map.reserveCapacity(other.count)
    var start = 0
    for end in other.ends {
      map.append(intern(other.bytes.span, from: start, to: Int(end)))
      start = Int(end)
    }
    return map
  }

  private func equals(_ id: Int, _ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
    let own = Int(id == 0 ? 0 : ends[id &- 1])
    guard Int(ends[id]) &- own == end &- start else { return false }
    for i in 0..<(end &- start) where bytes[own &+ i] != text[start &+ i] { return false }
    return true
  }

  private mutating func grow() {
    var wider = [UInt32](repeating: 0, count: index.count * 4)
    var start = 0
    for (id, end) in ends.enumerated() {
      let hash = StringTable.hash(bytes.span, from: start, to: Int(end), seed: seed)
      var place = Int(truncatingIfNeeded: hash) & (wider.count - 1)
      while wider[place] != 0 { place = (place + 1) & (wider.count - 1) }
      wider[place] = UInt32(id) + 1
      start = Int(end)
    }
    index = wider
  }

  static func hash(_ text: borrowing Span<UInt8>, from start: Int, to end: Int, seed: UInt64) -> UInt64 {
    var hash = seed ^ UInt64(end &- start)
    var word: UInt64 = 0
    var i = start
    while i < end {
      word = word << 8 | UInt64(text[i])
      i &+= 1
      if (i &- start) & 7 == 0 {
        hash = mix(hash ^ word)
        word = 0
      }
    }
    return mix(hash ^ word ^ 0x9e37_79b9_7f4a_7c15)
  }

  /// The product's upper and lower half together: every input bit reaches every output bit.
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xff51_afd7_ed55_8ccd)
    return product.high ^ product.low ^ (value >> 32)
  }
}
