internal import Glibc

/// A lock that one process holds, by a file beside what it guards; the system lets go of it when the process ends, however
/// it ends.
public final class FileLock: Sendable {
  /// Why there is no lock.
  public enum Fault: Error, Sendable, Equatable {
    /// Somebody else holds it; what they wrote into the file.
    case held(by: String)
    /// The file cannot be made or locked.
    case failed(path: String, errno: Int32, reason: String)
  }

  private let descriptor: Int32

  /// Takes the lock at once, or not at all.
  ///
  /// - Parameter holder: one line that tells others who holds it and since when.
  public init(path: FilePath, holder: String) throws(Fault) {
    let name = path.systemBytes
    let number = unsafe open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard number >= 0 else { throw FileLock.failure(path, errno) }
    guard flock(number, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      let text = FileLock.content(number)
      close(number)
      throw code == EWOULDBLOCK ? .held(by: text) : FileLock.failure(path, code)
    }
    _ = ftruncate(number, 0)
    let line = Array((holder + "\n").utf8)
    _ = unsafe line.withUnsafeBytes { unsafe pwrite(number, $0.baseAddress, $0.count, 0) }
    descriptor = number
  }

  deinit {
    // The file stays, empty: taking it away would let two processes lock two files of one name.
    _ = ftruncate(descriptor, 0)
    close(descriptor)
  }

  private static func content(_ number: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe pread(number, $0.baseAddress, $0.count, 0) }
    return ReadableText.of(Array(bytes.prefix(max(0, count)).prefix { $0 != 0x0A }))
  }

  private static func failure(_ path: FilePath, _ code: Int32) -> Fault {
    .failed(path: path.description, errno: code, reason: FileError.reason(code))
  }
}
