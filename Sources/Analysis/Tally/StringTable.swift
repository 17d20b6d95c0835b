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
  /// The upper half of a string's hash beside its number plus one.
  private var index: [UInt64]

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
      let found = index[place]
      if (found ^ hash) >> 32 == 0 {
        let id = Int(found & 0xffff_ffff) &- 1
        if equals(id, text, from: start, to: end) { return UInt32(id) }
      }
      place = (place &+ 1) & (index.count &- 1)
    }
    if ends.count >= limit || bytes.count &+ (end &- start) >= Int(UInt32.max) { return StringTable.overflow }
    let id = UInt32(ends.count)
    for i in start..<end { bytes.append(text[i]) }
    ends.append(UInt32(bytes.count))
    index[place] = hash & ~0xffff_ffff | UInt64(id &+ 1)
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
    let known = bytes.span.extracting(own..<(own &+ (end &- start)))
    let given = text.extracting(start..<end)
    var i = 0
    while i &+ 8 <= given.count {
      if known.word(at: i) != given.word(at: i) { return false }
      i &+= 8
    }
    while i < given.count {
      if known[i] != given[i] { return false }
      i &+= 1
    }
    return true
  }

  private mutating func grow() {
    var wider = [UInt64](repeating: 0, count: index.count * 2)
    var start = 0
    for (id, end) in ends.enumerated() {
      let hash = StringTable.hash(bytes.span, from: start, to: Int(end), seed: seed)
      var place = Int(truncatingIfNeeded: hash) & (wider.count - 1)
      while wider[place] != 0 { place = (place + 1) & (wider.count - 1) }
      wider[place] = hash & ~0xffff_ffff | UInt64(id + 1)
      start = Int(end)
    }
    index = wider
  }

  static func hash(_ text: borrowing Span<UInt8>, from start: Int, to end: Int, seed: UInt64) -> UInt64 {
    let text = text.extracting(start..<end)
    var hash = seed ^ UInt64(text.count)
    var i = 0
    while i &+ 8 <= text.count {
      hash = mix(hash ^ text.word(at: i))
      i &+= 8
    }
    var word: UInt64 = 0
    while i < text.count {
      word = word << 8 | UInt64(text[i])
      i &+= 1
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

extension Span where Element == UInt8 {
  /// Eight bytes as a number, the first one lowest; the compiler makes one load of it.
  @inline(__always)
  fileprivate func word(at i: Int) -> UInt64 {
    precondition(i >= 0 && i <= count &- 8)
    let low = UInt64(self[i]) | UInt64(self[i &+ 1]) << 8 | UInt64(self[i &+ 2]) << 16 | UInt64(self[i &+ 3]) << 24
    let high =
      UInt64(self[i &+ 4]) | UInt64(self[i &+ 5]) << 8 | UInt64(self[i &+ 6]) << 16 | UInt64(self[i &+ 7]) << 24
    return low | high << 32
  }
}
