/// Blocks of a plain file, for one piece of it.
@usableFromInline
struct PlainFeed: BlockFeed {
  private let file: PlainFile
  private var position: Int64
  private let lineLimit: Int64
  private var transcoder: UTF16Transcoder?
  private var raw: [UInt8] = []
  private var rawCount: Int64 = 0
  @usableFromInline private(set) var beginLimit = 0
  @usableFromInline private(set) var fault: FileError?
  private let isEmpty: Bool
  private let skippedMark: Int64

  @usableFromInline init(file: PlainFile, from: Int64, to: Int64?) {
    self.file = file
    let begin = max(0, from)
    let isTranscoded = file.encoding != .utf8
    isEmpty = begin >= to ?? file.size || (isTranscoded && begin > 0)
    // The piece at 0 of a file that cannot be cut gives all of it.
    lineLimit = isTranscoded ? max(to ?? 0, file.size) : to ?? file.size
    // One byte earlier, to see whether a line begins at `begin`.
    position = begin == 0 ? Int64(file.markLength) : begin - 1
    skippedMark = begin == 0 ? Int64(file.markLength) : 0
    transcoder = isTranscoded ? UTF16Transcoder(encoding: file.encoding) : nil
    if !isEmpty && begin == 0 { file.descriptor.adviseSequential() }
  }

  @usableFromInline mutating func fill(_ splitter: LineSplitter) -> Int {
    guard !isEmpty, fault == nil else { return 0 }
    if transcoder != nil { return fillTranscoded(splitter) }
    let block = unsafe splitter.block
    // Near the end of the piece only so much is read as the line that crosses it is likely to need.
    let toLimit = lineLimit - position
    let wanted = toLimit > 0 ? min(Int64(block.count), toLimit + 4_096) : Int64(block.count)
    beginLimit = toLimit > Int64(block.count) ? Int.max : Int(max(toLimit, 0))
    let count = unsafe file.descriptor.read(at: position, into: UnsafeMutableRawBufferPointer(rebasing: block[..<Int(wanted)]))
    if count <= 0 {
      end(count)
      return 0
    }
    position += Int64(count)
    return count
  }

  /// Notes why no more bytes came.
  private mutating func end(_ count: Int) {
    if count < 0 {
      fault = .readFailed(path: file.path.description, errno: Int32(-count))
    } else if position < min(lineLimit, file.size) {
      fault = .shortened(path: file.path.description, expected: file.size, found: position)
    }
  }

  private mutating func fillTranscoded(_ splitter: LineSplitter) -> Int {
    beginLimit = Int.max
    let room = unsafe splitter.block
    // Two bytes become at most three, so a third of the block always has room for its text and a closing U+FFFD.
    let capacity = room.count / 3
    if raw.isEmpty { raw = [UInt8](repeating: 0, count: capacity) }
    while true {
      let wanted = Int(min(Int64(capacity), max(0, lineLimit - position)))
      let count = unsafe raw.withUnsafeMutableBytes { buffer in
        unsafe file.descriptor.read(at: position, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]))
      }
      if count <= 0 {
        end(count)
        return unsafe transcoder?.finish(into: room) ?? 0
      }
      position += Int64(count)
      rawCount += Int64(count)
      let written = unsafe transcoder?.transcode(raw.prefix(count), into: room) ?? 0
      if written > 0 { return written }
    }
  }

  @usableFromInline func rawBytes(given: Int64) -> Int64 {
    if isEmpty { return 0 }
    return transcoder == nil ? given + skippedMark : rawCount + skippedMark
  }
}
