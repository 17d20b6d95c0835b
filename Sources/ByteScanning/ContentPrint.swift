/// What a file begins with, as numbers: the same log is known again after it was renamed, copied or compressed, and no
/// byte of it is kept.
///
/// The hash at the end of each of the first lines is kept. Of two prints one begins like the other when they agree at the
/// last line end that both have.
public struct ContentPrint: Sendable, Equatable {
  /// How much of the begin of a file is looked at.
  public static let headLength = 4_096
  /// How many line ends are kept.
  public static let mostLines = 256

  /// The end of a line and the hash of everything up to it.
  public struct LineEnd: Sendable, Equatable {
    /// Bytes from the begin of the text, the line's end included.
    public var length: UInt32
    /// Hash of these bytes.
    public var hash: UInt64

    /// Takes both.
    public init(length: UInt32, hash: UInt64) {
      self.length = length
      self.hash = hash
    }
  }

  /// The line ends in order.
  public var lineEnds: [LineEnd]

  /// Takes known line ends.
  public init(lineEnds: [LineEnd]) { self.lineEnds = lineEnds }

  /// Looks at the begin of a text.
  ///
  /// - Parameter isWhole: whether the text goes on no further.
  public init(head: some Collection<UInt8>, isWhole: Bool = false) {
    lineEnds = []
    var hash = ContentPrint.seed
    var length: UInt32 = 0
    for byte in head.prefix(ContentPrint.headLength) {
      hash = ContentPrint.step(hash, byte)
      length += 1
      guard byte == 0x0A else { continue }
      lineEnds.append(LineEnd(length: length, hash: hash))
      if lineEnds.count == ContentPrint.mostLines { return }
    }
    // A first line longer than the head is known by its begin, one without an end by all of it.
    if lineEnds.isEmpty, length == ContentPrint.headLength || isWhole && length > 0 {
      lineEnds.append(LineEnd(length: length, hash: hash))
    }
  }

  /// Whether nothing is known: there is no whole line yet.
  public var isEmpty: Bool { lineEnds.isEmpty }

  /// Whether one of the two texts begins with what is known of the other.
  public func agrees(with other: ContentPrint) -> Bool {
    let common = min(lineEnds.count, other.lineEnds.count)
    return common > 0 && lineEnds[common - 1] == other.lineEnds[common - 1]
  }

  /// How many lines at the begin are the same in both.
  public func commonLines(with other: ContentPrint) -> Int {
    // Each hash is that of everything before it.
    zip(lineEnds, other.lineEnds).prefix { $0 == $1 }.count
  }

  /// The print of the first `length` bytes only.
  public func cut(at length: Int64) -> ContentPrint {
    ContentPrint(lineEnds: lineEnds.filter { Int64($0.length) <= length })
  }

  /// The hash of some bytes (FNV-1a, 64 bits): against chance, not against somebody who can write the log.
  public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = step(hash, byte) }
    return hash
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
