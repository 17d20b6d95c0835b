/// A file that is not packed, read with `pread` so that several threads can read pieces of it at the same time.
///
/// It is not mapped: a mapped file that is cut short by `copytruncate` kills the process, and mapping is no faster.
public final class PlainFile: Sendable {
  /// The path it was opened by.
  public let path: FilePath
  /// Its length when it was opened.
  public let size: Int64
  /// When it was last changed, in seconds since 1970, as of opening.
  public let modified: Int64
  /// What its first bytes say; if this is not `.plain`, open it as a `PackedFile`.
  public let kind: FileKind
  /// How its text is coded.
  public let encoding: TextEncoding
  let markLength: Int
  let descriptor: OpenDescriptor

  /// Whether pieces of it can be read by themselves.
  ///
  /// UTF-16 text cannot be cut at a byte: the piece that begins at 0
  /// gives all lines, the others none.
  public var isCuttable: Bool { encoding == .utf8 }

  /// Opens a file.
  public init(path: FilePath) throws(FileError) {
    let before = try FileStatus(of: path)
    switch before.kind {
    case .file: break
    case .folder: throw .isDirectory(path: path.description)
    // Asked before opening: opening a FIFO would wait for a writer.
    default: throw .notReadableKind(path: path.description)
    }
    let descriptor = try OpenDescriptor(opening: path)
    let status = try FileStatus(descriptor: descriptor.number, path: path)
    let head = try Self.read(descriptor, from: 0, count: 2_048, path: path)
    self.path = path
    self.descriptor = descriptor
    size = status.size
    modified = status.modified
    kind = FileKind.sniff(head)
    (encoding, markLength) = TextEncoding.detect(head)
  }

  /// Opens a file.
  public convenience init(path: String) throws(FileError) {
    try self.init(path: FilePath(path))
  }

  /// The first bytes, as UTF-8 and without a byte order mark; fewer if there are fewer.
  public func head(_ count: Int) throws(FileError) -> [UInt8] {
    let wanted = max(0, count)
    let unit = encoding == .utf8 ? 1 : 2
    let raw = try Self.read(descriptor, from: Int64(markLength), count: wanted * unit, path: path)
    guard encoding != .utf8 else { return raw }
    var transcoder = UTF16Transcoder(encoding: encoding)
    return Array(transcoder.transcode(raw).prefix(wanted))
  }

  /// The raw bytes at a place; fewer if there are fewer.
  public func bytes(from position: Int64, count: Int) throws(FileError) -> [UInt8] {
    try Self.read(descriptor, from: max(0, position), count: max(0, count), path: path)
  }

  private static func read(
    _ descriptor: OpenDescriptor, from position: Int64, count: Int, path: FilePath
  ) throws(FileError) -> [UInt8] {
    var failure = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled..<count])
        let got = unsafe descriptor.read(at: position + Int64(filled), into: rest)
        if got < 0 { failure = got }
        if got <= 0 { break }
        filled += got
      }
    }
    guard failure == 0 else { throw .readFailed(path: path.description, errno: Int32(-failure)) }
    return bytes
  }

  /// Gives the lines that begin in `from..<to`; a line that crosses `to` is given whole.
  ///
  /// A piece that does not begin at 0 looks at the byte before it: its first line begins after the first LF at or after
  /// `from - 1`. So pieces that touch give every line exactly once. The file may grow, shrink or vanish meanwhile.
  ///
  /// - Parameter to: where lines no longer begin; nil means the size at opening.
  @inlinable
  public func scan<C: LineConsumer>(from: Int64 = 0, to: Int64? = nil, into consumer: inout C) -> ScanResult {
    guard isCuttable else {
      guard from <= 0, (to ?? size) > 0 else { return ScanResult() }
      var feed = transcodingFeed()
      var splitter = LineSplitter(startsInsideLine: false)
      return splitter.run(&feed, into: &consumer)
    }
    var feed = PlainFeed(file: self, from: from, to: to)
    var splitter = LineSplitter(startsInsideLine: from > 0)
    return splitter.run(&feed, into: &consumer)
  }

  /// The whole file as UTF-8.
  @usableFromInline func transcodingFeed() -> StreamFeed {
    let source = PeekableSource(SequentialFileSource(self))
    _ = source.peek(markLength)
    source.skip(markLength)
    return StreamFeed(source, encoding: encoding, markLength: markLength)
  }
}
