import MailModel

/// The text of a client's address in two words: whether two lines name the same client is told without reading addresses.
struct ClientMark: Hashable, Sendable {
  /// Up to 16 bytes as they are, and a hash of all of a longer text, with its length.
  var words: (UInt64, UInt64) = (0, 0)

  /// Nobody is named.
  init() {}

  init(words: (UInt64, UInt64)) { self.words = words }

  /// The bytes of an address.
  @inline(__always)
  init(_ line: borrowing Span<UInt8>, _ range: ByteRange) {
    let (start, end) = (Int(range.start), Int(range.end))
    words = (line.word(at: start, upTo: end), line.word(at: start &+ 8, upTo: end))
    if end &- start > 16 { addRest(line, from: start &+ 16, to: end) }
  }

  /// Whether anybody is named: `unknown[unknown]` is nobody.
  var isKnown: Bool { @inline(__always) get { words.0 != 0 } }

  @inline(never)
  private mutating func addRest(_ line: borrowing Span<UInt8>, from start: Int, to end: Int) {
    var i = start
    while i < end {
      words.1 = StringTable.mix(words.1 ^ line.word(at: i, upTo: end)) &+ UInt64(truncatingIfNeeded: end &- i)
      i += 8
    }
  }

  @inline(__always)
  static func == (a: ClientMark, b: ClientMark) -> Bool { a.words == b.words }

  func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}
