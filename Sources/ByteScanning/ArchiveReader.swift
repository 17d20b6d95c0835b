internal import CArchive
internal import Glibc

/// One libarchive handle: the members of a packed file, each as a byte source.
///
/// Only unpacking that happens inside this process is switched on: libarchive's "all filters" would start other
/// programs (`lrzip`, `grzip`) when a file asks for it, and would take a log line that begins with `begin 644` for
/// uuencoded data.
@safe final class ArchiveReader: ByteSource {
  private let handle: OpaquePointer
  private let path: String
  private let limits: UnpackLimits
  /// What the handle reads from; kept because libarchive knows it by an unretained pointer.
  private let descriptor: OpenDescriptor?
  private let feeder: ArchiveFeeder?
  /// The reader of the file itself, when this one reads a member of it and libarchive reads that too.
  private let root: ArchiveReader?
  /// Where `root` was when this reader began; less than it has really used, since it reads ahead.
  private let rootStart: Int64
  /// Length of the packed file, or the largest number when it is a stream.
  private let packedSize: Int64
  /// The rest of the block that libarchive lent us; valid until the next call with the handle.
  private var block: UnsafeRawBufferPointer
  /// Zeros of a hole before `block`.
  private var hole: Int64 = 0
  private var position: Int64 = 0
  private var unpacked: Int64 = 0
  private var memberCount = 0
  private var isAtMemberEnd = true
  /// Whether nothing more can be read from the handle.
  private(set) var isDead = false
  private(set) var fault: FileError?

  /// Opens a descriptor.
  init(
    descriptor: OpenDescriptor, format: ArchiveFormat, path: String, packedSize: Int64, limits: UnpackLimits
  ) throws(FileError) {
    unsafe handle = try Self.make(format, path: path)
    self.path = path
    self.limits = limits
    self.descriptor = descriptor
    self.packedSize = packedSize
    feeder = nil
    root = nil
    rootStart = 0
    unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
    guard unsafe archive_read_open_fd(handle, descriptor.number, 262_144) == ARCHIVE_OK else { throw currentFault() }
  }

  /// Opens what another reader gives.
  init(
    member: PeekableSource, of root: ArchiveReader?, format: ArchiveFormat, path: String, limits: UnpackLimits
  ) throws(FileError) {
    unsafe handle = try Self.make(format, path: path)
    self.path = path
    self.limits = limits
    descriptor = nil
    packedSize = Int64.max
    let feeder = ArchiveFeeder(member)
    self.feeder = feeder
    self.root = root
    rootStart = max(0, (root?.packedBytes ?? 0) - 524_288)
    unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
    let client = unsafe Unmanaged.passUnretained(feeder).toOpaque()
    let opened = unsafe archive_read_open(
      handle, client, nil,
      { _, client, place in
        guard let client = unsafe client, let place = unsafe place else { return 0 }
        // The reader that owns the handle owns the feeder as well.
        let feeder = unsafe Unmanaged<ArchiveFeeder>.fromOpaque(client).takeUnretainedValue()
        return unsafe feeder.next(place)
      }, nil)
    guard opened == ARCHIVE_OK else { throw currentFault() }
  }

  deinit {
    unsafe archive_read_free(handle)
  }

  private static func make(_ format: ArchiveFormat, path: String) throws(FileError) -> OpaquePointer {
    guard let handle = unsafe archive_read_new() else {
      throw .cannotOpen(path: path, errno: unsafe carchive_load() == nil ? ENOMEM : ELIBACC)
    }
    switch format {
    case .bare:
      unsafe archive_read_support_filter_gzip(handle)
      unsafe archive_read_support_filter_bzip2(handle)
      unsafe archive_read_support_filter_xz(handle)
      unsafe archive_read_support_filter_zstd(handle)
      unsafe archive_read_support_filter_lz4(handle)
      unsafe archive_read_support_filter_compress(handle)
      unsafe archive_read_support_format_raw(handle)
      unsafe archive_read_support_format_empty(handle)
    case .tar:
      unsafe archive_read_support_format_tar(handle)
    case .zip:
      unsafe archive_read_support_format_zip(handle)
    }
    return unsafe handle
  }

  /// Goes to the next member; nil after the last one.
  func nextEntry() throws(FileError) -> ArchiveEntry? {
    guard !isDead else { return nil }
    unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
    hole = 0
    position = 0
    var entry: OpaquePointer?
    let result = unsafe archive_read_next_header(handle, &entry)
    guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry = unsafe entry else {
      isDead = true
      if result == ARCHIVE_EOF { return nil }
      throw currentFault()
    }
    memberCount += 1
    if let limit = exceededLimit() {
      isDead = true
      throw .bombSuspected(path: path, limit: limit)
    }
    isAtMemberEnd = false
    fault = nil
    return unsafe ArchiveEntry(entry, number: memberCount)
  }

  /// The names of the compressions, from outside in, known once the first member was asked for.
  var filters: [String] {
    // The last one is the file itself.
    let count = unsafe archive_filter_count(handle) - 1
    guard count > 0 else { return [] }
    return (0..<count).reversed().compactMap { index in
      guard let name = unsafe archive_filter_name(handle, index) else { return nil }
      // `compress (.Z)` has a second word.
      return unsafe ReadableText.of(String(cString: name).utf8.prefix { $0 != 0x20 })
    }
  }

  func read(into room: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      if hole > 0 {
        // A hole of a sparse member: the NUL bytes that a program would see there.
        let count = Int(min(hole, Int64(room.count)))
        unsafe UnsafeMutableRawBufferPointer(rebasing: room[..<count]).initializeMemory(as: UInt8.self, repeating: 0)
        hole -= Int64(count)
        return took(count)
      }
      if unsafe !block.isEmpty {
        let count = unsafe min(block.count, room.count)
        unsafe room.copyMemory(from: UnsafeRawBufferPointer(rebasing: block[..<count]))
        unsafe block = UnsafeRawBufferPointer(rebasing: block[count...])
        return took(count)
      }
      guard !isAtMemberEnd, !isDead else { return 0 }
      guard nextBlock() else { return 0 }
    }
  }

  /// Borrows the next block from libarchive.
  ///
  /// By blocks, not by `archive_read_data`: a broken file gives more that way.
  private func nextBlock() -> Bool {
    var start: UnsafeRawPointer?
    var count = 0
    var offset: la_int64_t = 0
    let result = unsafe archive_read_data_block(handle, &start, &count, &offset)
    guard result == ARCHIVE_OK || result == ARCHIVE_WARN else {
      isAtMemberEnd = true
      if result != ARCHIVE_EOF {
        fault = currentFault()
        if result == ARCHIVE_FATAL { isDead = true }
      } else {
        hole = max(0, offset - position)
      }
      return hole > 0
    }
    hole = max(0, offset - position)
    position = max(position, offset) + Int64(count)
    unsafe block = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
    return true
  }

  /// Counts what is given, and stops where no log goes on.
  private func took(_ count: Int) -> Int {
    unpacked += Int64(count)
    guard let limit = exceededLimit() else { return count }
    fault = .bombSuspected(path: path, limit: limit)
    isDead = true
    isAtMemberEnd = true
    hole = 0
    unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
    return count
  }

  /// Packed bytes are those read, but never more than the file has: members of a zip that overlap read some again.
  private func exceededLimit() -> String? {
    if memberCount > limits.members { return "it has more than \(limits.members) members" }
    let through = unsafe max(unpacked, archive_filter_bytes(handle, 0))
    if let limit = limits.exceeded(unpacked: through, packed: packedBytes) { return limit }
    // Two layers that look harmless each may multiply: what counts is the file itself.
    guard let root else { return nil }
    return limits.exceeded(unpacked: through, packed: root.packedBytes - rootStart)
  }

  /// Packed bytes behind what was given so far.
  var packedBytes: Int64 { unsafe min(archive_filter_bytes(handle, -1), packedSize) }

  /// What libarchive says went wrong, as ours.
  private func currentFault() -> FileError {
    if let outer = feeder?.fault { return outer }
    let code = unsafe archive_errno(handle)
    var detail = "unknown damage"
    if let words = unsafe archive_error_string(handle) {
      // May quote the file: only what is safe to print is kept.
      detail = unsafe String(
        decoding: UnsafeRawBufferPointer(start: words, count: min(strlen(words), 200)).map {
          (0x20..<0x7F).contains($0) ? $0 : 0x3F
        }, as: UTF8.self)
    }
    // libarchive has no code for it, but its readers use the word; for xz it quotes liblzma, which misses more input.
    if detail.contains("runcat") || detail.contains("No progress is possible") { return .truncatedArchive(path: path) }
    if code > 0 && code != EILSEQ && code != EINVAL { return .readFailed(path: path, errno: code) }
    return .corruptArchive(path: path, detail: detail)
  }
}
