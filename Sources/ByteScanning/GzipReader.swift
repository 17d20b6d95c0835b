internal import CZlib

/// The bytes of a gzip file as zlib gives them: every one before the place where the file is cut or damaged.
///
/// libarchive unpacks 64 KiB at once and gives none of them when the input stops meanwhile. Like libarchive, it verifies no
/// check sums, takes several gzip members for one text, and passes over what follows them and is no gzip.
@safe final class GzipReader: ByteSource {
  /// How every gzip member begins: the two magic bytes and the only method there is (RFC 1952, 2.3.1).
  static let magic: [UInt8] = [0x1F, 0x8B, 0x08]

  private static let inputSize = 262_144

  private let descriptor: OpenDescriptor
  private let path: String
  private let limits: UnpackLimits
  /// Kept in one place, since zlib remembers its address.
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  /// How much of the file was read into `input`.
  private var position: Int64 = 0
  private var unpacked: Int64 = 0
  private var isInputAtEnd = false
  private var isBetweenMembers = true
  /// Whether nothing more comes.
  private(set) var isAtEnd = false
  private(set) var fault: FileError?

  /// Begins at the first byte of a file, wherever the descriptor stands.
  init(descriptor: OpenDescriptor, path: String, limits: UnpackLimits) {
    self.descriptor = descriptor
    self.path = path
    self.limits = limits
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    unsafe input = .allocate(byteCount: Self.inputSize, alignment: 16)
    guard unsafe czlib_inflate_init_gzip(stream) == Z_OK, unsafe inflateValidate(stream, 0) == Z_OK else {
      end(.corruptArchive(path: path, detail: "zlib cannot begin"))
      return
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
    unsafe input.deallocate()
  }

  /// Passes over bytes that somebody has already.
  func skip(_ count: Int64) {
    var left = count
    var scratch = [UInt8](repeating: 0, count: 65_536)
    while left > 0, !isAtEnd {
      let wanted = Int(min(left, Int64(scratch.count)))
      left -= unsafe scratch.withUnsafeMutableBytes {
        unsafe Int64(read(into: UnsafeMutableRawBufferPointer(rebasing: $0[..<wanted])))
      }
    }
  }

  func read(into room: UnsafeMutableRawBufferPointer) -> Int {
    let size = UInt32(clamping: room.count)
    unsafe stream.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_out = size
    while unsafe stream.pointee.avail_out == size, size > 0, !isAtEnd {
      if isBetweenMembers { beginMember() } else { inflateSome() }
    }
    let count = unsafe Int(size - stream.pointee.avail_out)
    unpacked += Int64(count)
    if let limit = unsafe limits.exceeded(unpacked: unpacked, packed: position - Int64(stream.pointee.avail_in)) {
      end(.bombSuspected(path: path, limit: limit))
    }
    return count
  }

  /// Goes on with the member whose header comes next, if one comes.
  private func beginMember() {
    fill(atLeast: Self.magic.count)
    let head = unsafe UnsafeBufferPointer(start: stream.pointee.next_in, count: Int(stream.pointee.avail_in))
      .prefix(Self.magic.count)
    guard unsafe !head.isEmpty, unsafe Self.magic.starts(with: head) else { return end(nil) }
    isBetweenMembers = false
    unsafe inflateReset(stream)
  }

  private func inflateSome() {
    fill(atLeast: 1)
    switch unsafe inflate(stream, Z_SYNC_FLUSH) {
    case Z_OK: break
    case Z_STREAM_END: isBetweenMembers = true
    // There is room for output, so it is input that is missing.
    case Z_BUF_ERROR: end(.truncatedArchive(path: path))
    default:
      let detail = unsafe stream.pointee.msg.map { unsafe String(cString: $0) }
      end(.corruptArchive(path: path, detail: detail ?? "unknown damage"))
    }
  }

  /// Reads on until so many packed bytes wait, or the file ends.
  private func fill(atLeast wanted: Int) {
    var waiting = unsafe Int(stream.pointee.avail_in)
    guard waiting < wanted, !isInputAtEnd else { return }
    if waiting > 0, let rest = unsafe stream.pointee.next_in {
      unsafe input.copyMemory(from: UnsafeRawBufferPointer(start: rest, count: waiting))
    }
    while waiting < wanted, !isInputAtEnd {
      let count = unsafe descriptor.read(
        at: position, into: UnsafeMutableRawBufferPointer(rebasing: input[waiting...]))
      if count <= 0 { isInputAtEnd = true }
      if count < 0 { end(.readFailed(path: path, errno: Int32(-count))) }
      waiting += max(0, count)
      position += Int64(max(0, count))
    }
    unsafe stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_in = UInt32(waiting)
  }

  /// Gives nothing more; the first reason is the one that counts.
  private func end(_ reason: FileError?) {
    if !isAtEnd { fault = reason }
    isAtEnd = true
  }
}
