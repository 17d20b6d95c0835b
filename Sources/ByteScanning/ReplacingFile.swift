internal import Glibc

/// A file that is written beside its place and put there when it is whole: a reader sees the old one or the new one.
///
/// Until then only its owner may read it. Whoever lets go of it before `finish` leaves nothing behind.
public final class ReplacingFile {
  private static let blockSize = 65_536

  private let path: String
  private let temporary: String
  private let number: Int32
  private let access: FileAccess
  private var waiting: [UInt8] = []
  private var isInPlace = false

  /// Makes the file beside `path`, where a file or nothing has to be: a folder, a device or a pipe is never replaced.
  public init(path: String, access: FileAccess = .ownerOnly) throws(WriteFault) {
    if let there = try? FileStatus(of: FilePath(path)), there.kind != .file { throw WriteFault(errno: EEXIST) }
    self.access = access
    var attempt = 0
    while true {
      let candidate = "\(path).\(getpid())-\(attempt).part"
      let opened = unsafe open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      let fault = WriteFault(errno: errno)
      if opened >= 0 {
        self.path = path
        temporary = candidate
        number = opened
        return
      }
      attempt += 1
      // What an earlier run left behind, killed in the middle.
      guard fault.errno == EEXIST, attempt < 100 else { throw fault }
    }
  }

  deinit {
    close(number)
    if !isInPlace { unsafe _ = unlink(temporary) }
  }

  /// Puts a file of these bytes in its place.
  public static func put(
    _ bytes: [UInt8], at path: String, access: FileAccess = .ownerOnly
  ) throws(WriteFault) {
    let file = try ReplacingFile(path: path, access: access)
    try file.write(bytes)
    try file.finish()
  }

  /// Appends all of the bytes.
  public func write(_ bytes: [UInt8]) throws(WriteFault) {
    waiting += bytes
    if waiting.count >= ReplacingFile.blockSize { try flush() }
  }

  /// Puts the file in its place, with the access it was made for.
  public func finish() throws(WriteFault) {
    try flush()
    guard access.apply(to: number), unsafe rename(temporary, path) == 0 else { throw WriteFault(errno: errno) }
    isInPlace = true
  }

  private func flush() throws(WriteFault) {
    var done = 0
    while done < waiting.count {
      let count = unsafe waiting.withUnsafeBytes { bytes in
        unsafe Glibc.write(number, bytes.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if count > 0 {
        done += count
      } else if count == 0 || errno != EINTR {
        throw WriteFault(errno: count == 0 ? EIO : errno)
      }
    }
    waiting.removeAll(keepingCapacity: true)
  }
}
