/// A compressed file, an archive, a FIFO or standard input: whatever is read once from front to back.
///
/// Members come one after another. A compressed file without an archive inside, and a stream that is not packed at all,
/// have one member. A compressed log inside a zip or tar archive (`logs.zip` of `s20260101-00.log.gz`) is unpacked too;
/// anything deeper is refused. (The check sum of gzip is not verified by libarchive: bits that changed in a way that still
/// unpacks go unnoticed, as malformed lines at most.)
public final class PackedFile {
  /// The path it was opened by, or `standard input`.
  public let path: FilePath
  /// Length and times as of opening.
  public let status: FileStatus
  /// Reads the file; missing when libarchive did not come through the head of a gzip file.
  private let outer: ArchiveReader?
  /// What `outer` gives; of a gzip file also what it does not give.
  private let bytes: any ByteSource
  /// Reads the archive: `outer` itself, or a reader of what `outer` gives.
  private var archive: ArchiveReader?
  /// How the archive is packed, from outside in.
  private var packing: [String] = []
  private let limits: UnpackLimits
  private var source: PeekableSource?
  private var encoding = TextEncoding.utf8
  private var markLength = 0
  private var isPacked = false
  private var isOpened = false

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
    // A zip has its table of contents at the end: where that can be reached, it is read by it.
    var kind: FileKind?
    if status.kind == .file {
      var head = [UInt8](repeating: 0, count: 4)
      let count = unsafe head.withUnsafeMutableBytes { unsafe descriptor.read(at: 0, into: $0) }
      kind = FileKind.sniff(Array(head.prefix(max(0, count))))
    }
    let reader: Result<ArchiveReader, FileError>
    do throws(FileError) {
      reader = .success(
        try ArchiveReader(
          descriptor: descriptor, format: kind == .zip ? .zip : .bare, path: path.description,
          packedSize: status.kind == .file ? status.size : Int64.max, limits: limits))
    } catch {
      reader = .failure(error)
    }
    switch reader {
    case .success(let reader):
      outer = reader
      bytes =
        kind == .gzip && descriptor.isOwned
        ? RecoveringSource(.success(reader), descriptor: descriptor, path: path.description, limits: limits) : reader
    case .failure(let fault):
      // Less than 64 KiB are unpacked: libarchive does not even open it.
      guard kind == .gzip, descriptor.isOwned, fault.isDamage else { throw fault }
      outer = nil
      bytes = RecoveringSource(.failure(fault), descriptor: descriptor, path: path.description, limits: limits)
    }
    if kind == .zip {
      archive = outer
      packing = [ArchiveFormat.zip.rawValue]
      isOpened = true
    }
    self.path = path
    self.status = status
    self.limits = limits
  }

  /// Packed bytes read so far, to show progress by.
  public var packedBytes: Int64 { outer?.packedBytes ?? status.size }

  /// Goes to the next member that is a file; nil after the last one.
  ///
  /// What it throws is about one member where the archive can go on: call it again until it gives nil.
  public func nextMember() throws(FileError) -> PackedMember? {
    source = nil
    if !isOpened {
      isOpened = true
      if let member = try openStream() { return member }
    }
    guard let archive else { return nil }
    while let entry = try archive.nextEntry() {
      if entry.isFile { return try open(entry, of: archive) }
    }
    return nil
  }

  /// Opens what is no zip file: gives its only member, or nil when an archive came to light.
  private func openStream() throws(FileError) -> PackedMember? {
    let stream = PeekableSource(bytes)
    if let outer {
      let entry = try outer.nextEntry()
      packing = outer.filters
      // A compressed file, or a stream, of no bytes is one member of no bytes.
      guard entry != nil else { return member(stream, name: "", packing: packing, modified: nil) }
    }
    if packing.isEmpty, let file = bytes as? RecoveringSource {
      file.leaveReader()
      packing = [FileKind.gzip.rawValue]
    }
    // `.tar.gz` is one archive; `.gz.gz` and a compressed zip are boxes in boxes.
    if packing.count > 1 { throw .nestedArchive(path: path.description) }
    let kind = FileKind.sniff(Array(stream.peek(FileKind.headLength)))
    switch kind {
    case .plain:
      return member(stream, name: "", packing: packing, modified: nil)
    case .tar, .zip:
      if kind == .zip && !packing.isEmpty { throw .nestedArchive(path: path.description) }
      archive = try ArchiveReader(
        member: stream, of: outer, format: kind == .tar ? .tar : .zip, path: path.description, limits: limits)
      packing.append(kind.rawValue)
      return nil
    default:
      // A box that libarchive did not see, or whose header it does not understand.
      if !packing.isEmpty, kind.isSingleStream { throw .nestedArchive(path: path.description) }
      throw Self.unreadable(kind, path: path.description)
    }
  }

  /// Opens a member of the archive, and the compression it may have.
  private func open(_ entry: ArchiveEntry, of archive: ArchiveReader) throws(FileError) -> PackedMember {
    let place = "\(path)!\(entry.name)"
    if entry.isEncrypted { throw .encryptedArchive(path: place) }
    let stored = PeekableSource(archive)
    let kind = FileKind.sniff(Array(stored.peek(FileKind.headLength)))
    guard kind.isPacked else { return member(stored, name: entry.name, packing: packing, modified: entry.modified) }
    guard kind.isSingleStream else { throw .nestedArchive(path: place) }
    let reader = try ArchiveReader(member: stored, of: outer, format: .bare, path: place, limits: limits)
    _ = try reader.nextEntry()
    if reader.filters.count > 1 { throw .nestedArchive(path: place) }
    let unpacked = PeekableSource(reader)
    if FileKind.sniff(Array(unpacked.peek(FileKind.headLength))).isPacked { throw .nestedArchive(path: place) }
    return member(unpacked, name: entry.name, packing: packing + [kind.rawValue], modified: entry.modified)
  }

  /// Makes these bytes the current member.
  private func member(_ bytes: PeekableSource, name: String, packing: [String], modified: Int64?) -> PackedMember {
    (encoding, markLength) = TextEncoding.detect(Array(bytes.peek(2_048)))
    bytes.skip(markLength)
    source = bytes
    isPacked = !packing.isEmpty
    return PackedMember(
      name: name, packing: packing.isEmpty ? FileKind.plain.rawValue : packing.joined(separator: "+"),
      encoding: encoding, modified: modified)
  }

  /// Why bytes that look packed came out of libarchive as they are.
  private static func unreadable(_ kind: FileKind, path: String) -> FileError {
    switch kind {
    case .sevenZip, .rar: .unsupportedPacking(path: path, kind: kind.rawValue)
    default: .corruptArchive(path: path, detail: "its \(kind.rawValue) header is broken")
    }
  }

  /// Why the current member ended early, as far as is known before its scan: nil unless the head reached that place.
  public var fault: FileError? { source?.fault }

  /// The first bytes of the current member, as UTF-8 and without a byte order mark; fewer if there are fewer.
  ///
  /// They are kept for the scan that follows.
  public func head(_ count: Int) -> [UInt8] {
    guard let source, count > 0 else { return [] }
    guard encoding != .utf8 else { return Array(source.peek(count)) }
    var transcoder = UTF16Transcoder(encoding: encoding)
    return Array(transcoder.transcode(Array(source.peek(count * 2))).prefix(count))
  }

  /// Gives the lines of the current member.
  ///
  /// After a fault, what came before it was given.
  ///
  /// - Parameter halfLine: what becomes of a last line without LF.
  @inlinable
  public func scan<C: LineConsumer>(into consumer: inout C, halfLine: HalfLineRule = .given) -> ScanResult {
    guard var feed = takeFeed() else { return ScanResult() }
    var splitter = LineSplitter(startsInsideLine: false)
    var result = splitter.run(&feed, into: &consumer, halfLine: halfLine)
    result.tail = feed.tailHash
    return result
  }

  /// What the current member is read from.
  var currentSource: PeekableSource? { source }

  /// Length of the byte order mark that was passed over.
  var passedMark: Int { markLength }

  /// Counts bytes from here on.
  func forgetMark() { markLength = 0 }

  /// The rest of the current member, once.
  @usableFromInline func takeFeed() -> StreamFeed? {
    guard let source else { return nil }
    self.source = nil
    // A stream that is not packed costs nothing to read, and a FIFO is to be read as it is written.
    let ahead: any ByteSource = isPacked ? ReadAheadSource(source) : source
    return StreamFeed(ahead, encoding: encoding, markLength: markLength, remembered: source)
  }
}
