/// Blocks of a byte source, as UTF-8.
@usableFromInline
struct StreamFeed: BlockFeed {
  private let source: any ByteSource
  private var transcoder: UTF16Transcoder?
  private var raw: [UInt8] = []
  private var rawCount: Int64 = 0
  /// How many bytes the U+FFFD stands for that was given in place of half a letter at the end; 0 without one.
  private var lastHalf = 0
  private let markLength: Int64
  private let remembered: PeekableSource?

  /// - Parameters:
  ///   - source: what is read, after its byte order mark.
  ///   - encoding: how it is coded.
  ///   - markLength: length of the mark that was passed over.
  ///   - remembered: the same, when it keeps its last bytes in mind.
  init(
    _ source: any ByteSource, encoding: TextEncoding, markLength: Int, remembered: PeekableSource? = nil
  ) {
    self.remembered = remembered
    self.source = source
    self.markLength = Int64(markLength)
    transcoder = encoding == .utf8 ? nil : UTF16Transcoder(encoding: encoding)
  }

  @usableFromInline var tailHash: UInt64? { remembered?.remembersTail == true ? remembered?.tailHash : nil }
  @usableFromInline var beginLimit: Int { Int.max }
  @usableFromInline var fault: FileError? { source.fault }

  @usableFromInline mutating func fill(_ splitter: LineSplitter) -> Int {
    let room = unsafe splitter.block
    guard transcoder != nil else { return unsafe source.read(into: room) }
    // Two bytes become at most three, so the text of a quarter of the block always fits.
    if raw.isEmpty { raw = [UInt8](repeating: 0, count: room.count / 4) }
    while true {
      let count = unsafe raw.withUnsafeMutableBytes { unsafe source.read(into: $0) }
      rawCount += Int64(count)
      if count == 0 {
        let waiting = transcoder?.waitingBytes ?? 0
        if waiting > 0 { lastHalf = waiting }
        return unsafe transcoder?.finish(into: room) ?? 0
      }
      // A lone first half of a pair gives no text yet: that is not the end.
      let written = unsafe transcoder?.transcode(raw[..<count], into: room) ?? 0
      if written > 0 { return written }
    }
  }

  @usableFromInline func rawBytes(leftUnits: Int) -> Int64 {
    // Of UTF-8 only what was given is counted.
    guard transcoder != nil else { return 0 }
    return Int64(lastHalf > 0 ? 2 * (leftUnits - 1) + lastHalf : 2 * leftUnits)
  }

  @usableFromInline func rawBytes(given: Int64) -> Int64 {
    markLength + (transcoder == nil ? given : rawCount)
  }
}
