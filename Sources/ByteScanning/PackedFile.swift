/// A compressed file, an archive, a FIFO or standard input: whatever is read once from front to back.
///
/// Members come one after another. A compressed file without an archive inside, and a stream that is not packed at all,
/// have one member. A compressed log inside a zip or tar archive (`logs.zip` of `s20260101-00.log.gz`) is unpacked too;
/// anything deeper is refused.
public final class PackedFile {
  /// The path it was opened by, or `standard input`.
  public let path: FilePath
  /// Length and times as of opening.
  public let status: FileStatus
  private let outer: ArchiveReader
  private let limits: UnpackLimits
  private var inner: ArchiveReader?
  private var source: PeekableSource?
  private var encoding = TextEncoding.utf8
  private var markLength = 0
  private var hasMembers = false

  /// Opens a file or a FIFO.
  public convenience init(path: FilePath, limits: UnpackLimits = UnpackLimits()) throws(FileError) {
    let status = try FileStatus(of: path)
    switch status.kind {
    case .folder: throw .isDirectory(path: path.description)
    case .socket, .blockDevice: throw .notReadableKind(path: path.description)
    case .file, .link, .pipe, .characterDevice: break
    }
    try self.init(descriptor: OpenDescriptor(opening: path), path: path, limits: limits)
  }

  /// Opens a file or a FIFO.
  public convenience init(path: String, limits: UnpackLimits = UnpackLimits()) throws(FileError) {
    try self.init(path: FilePath(path), limits: limits)
  }

  /// Opens standard input, packed or not.
  public static func standardInput(limits: UnpackLimits = UnpackLimits()) throws(FileError) -> PackedFile {
    try PackedFile(descriptor: OpenDescriptor(borrowing: 0), path: "standard input", limits: limits)
  }

  init(descriptor: OpenDescriptor, path: FilePath, limits: UnpackLimits) throws(FileError) {
    let status = try FileStatus(descriptor: descriptor.number, path: path)
    if status.kind == .folder { throw .isDirectory(path: path.description) }
    let size = status.kind == .file ? status.size : Int64.max
    outer = try ArchiveReader(
      descriptor: descriptor, path: path.description, packedSize: size, limits: limits)
    self.path = path
    self.status = status
    self.limits = limits
  }

  /// Packed bytes read so far, to show progress by.
  public var packedBytes: Int64 { outer.packedBytes }

  /// Goes to the next member that is a file; nil after the last one.
  ///
  /// What it throws is about one member where the archive can go on: call it again until it gives nil.
  public func nextMember() throws(FileError) -> PackedMember? {
    source = nil
    inner = nil
    while true {
      guard let entry = try outer.nextEntry() else {
        defer { hasMembers = true }
        return hasMembers ? nil : emptyMember()
      }
      hasMembers = true
      if entry.isFile { return try open(entry) }
    }
  }

  /// A compressed file, or a stream, of no bytes is one member of no bytes; an archive of no members has none.
  private func emptyMember() -> PackedMember? {
    guard outer.isWithoutBytes else { return nil }
    let filters = outer.filters
    source = PeekableSource(outer)
    return PackedMember(name: "", packing: filters.isEmpty ? FileKind.plain.rawValue : filters.joined(separator: "+"))
  }

  private func open(_ entry: ArchiveEntry) throws(FileError) -> PackedMember {
    let isBare = entry.format == .bare
    let place = isBare ? path.description : "\(path.description)!\(entry.name)"
    if entry.isEncrypted { throw .encryptedArchive(path: place) }
    // `.tar.gz` is one archive; `.gz.gz` and a compressed zip are boxes in boxes.
    if entry.filters.count > 1 || (entry.format == .zip && !entry.filters.isEmpty) {
      throw .nestedArchive(path: place)
    }
    var packing = entry.packing
    var opened = PeekableSource(outer)
    let kind = FileKind.sniff(Array(opened.peek(FileKind.headLength)))
    if kind.isPacked {
      if isBare { throw Self.unreadable(kind, path: place) }
      guard kind.isSingleStream else { throw .nestedArchive(path: place) }
      let reader = try ArchiveReader(member: opened, path: place, limits: limits)
      inner = reader
      if let inside = try reader.nextEntry() {
        if inside.filters.count > 1 { throw .nestedArchive(path: place) }
        packing += inside.filters
      } else {
        packing.append(kind.rawValue)
      }
      opened = PeekableSource(reader)
      if FileKind.sniff(Array(opened.peek(FileKind.headLength))).isPacked { throw .nestedArchive(path: place) }
    }
    (encoding, markLength) = TextEncoding.detect(Array(opened.peek(2_048)))
    opened.skip(markLength)
    source = opened
    return PackedMember(
      name: isBare ? "" : entry.name,
      packing: packing.isEmpty ? FileKind.plain.rawValue : packing.joined(separator: "+"),
      encoding: encoding, modified: isBare ? nil : entry.modified)
  }

  /// Why bytes that look packed came out of libarchive as they are.
  private static func unreadable(_ kind: FileKind, path: String) -> FileError {
    switch kind {
    case .sevenZip, .rar: .unsupportedPacking(path: path, kind: kind.rawValue)
    default: .corruptArchive(path: path, detail: "its \(kind.rawValue) header is broken")
    }
  }

  /// The first bytes of the current member, as UTF-8 and without a byte order mark; fewer if there are fewer.
  ///
  /// They are kept for the scan that follows.
  public func head(_ count: Int) -> [UInt8] {
    guard let source, count > 0 else { return [] }
    guard encoding != .utf8 else { return Array(source.peek(count)) }
    var transcoder = UTF16Transcoder(encoding: encoding)
    return Array(transcoder.transcode(Array(source.peek(count * 2))).prefix(count))
  }

  /// Gives the lines of the current member. After a fault, what came before it was given.
  @inlinable
  public func scan<C: LineConsumer>(into consumer: inout C) -> ScanResult {
    guard var feed = takeFeed() else { return ScanResult() }
    var splitter = LineSplitter(startsInsideLine: false)
    return splitter.run(&feed, into: &consumer)
  }

  /// The rest of the current member, once.
  @usableFromInline func takeFeed() -> StreamFeed? {
    guard let source else { return nil }
    self.source = nil
    return StreamFeed(source, encoding: encoding, markLength: markLength)
  }
}
