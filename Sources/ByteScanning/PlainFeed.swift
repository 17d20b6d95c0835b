/// Blocks of a plain file that needs no transcoding, for one piece of it.
@usableFromInline
struct PlainFeed: BlockFeed {
  private let file: PlainFile
  private var position: Int64
  private let lineLimit: Int64
  @usableFromInline private(set) var beginLimit = 0
  @usableFromInline private(set) var fault: FileError?
  private let isEmpty: Bool
  private let skippedMark: Int64

  @usableFromInline init(file: PlainFile, from: Int64, to: Int64?) {
    self.file = file
    let begin = max(0, from)
    lineLimit = to ?? file.size
    isEmpty = begin >= lineLimit
    // One byte earlier, to see whether a line begins at `begin`.
    position = begin == 0 ? Int64(file.markLength) : begin - 1
    skippedMark = begin == 0 ? Int64(file.markLength) : 0
    if !isEmpty && begin == 0 { file.descriptor.adviseSequential() }
  }

  @usableFromInline mutating func fill(_ splitter: LineSplitter) -> Int {
    guard !isEmpty, fault == nil else { return 0 }
    let block = unsafe splitter.block
    // Near the end of the piece only so much is read as the line that crosses it is likely to need.
    let toLimit = lineLimit - position
    let wanted = toLimit > 0 ? min(Int64(block.count), toLimit + 4_096) : Int64(block.count)
    beginLimit = toLimit > Int64(block.count) ? Int.max : Int(max(toLimit, 0))
    let count = unsafe file.descriptor.read(
      at: position, into: UnsafeMutableRawBufferPointer(rebasing: block[..<Int(wanted)]))
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

  @usableFromInline func rawBytes(leftUnits: Int) -> Int64 { 0 }

  @usableFromInline func rawBytes(given: Int64) -> Int64 {
    isEmpty ? 0 : given + skippedMark
  }
}
