internal import Glibc

/// An open file, closed when the last user lets go.
@usableFromInline
final class OpenDescriptor: Sendable {
  let number: Int32
  /// Whether the file was opened here, and begins where the descriptor stood then.
  let isOwned: Bool

  /// Opens a path for reading.
  ///
  /// FIFOs wait for a writer, as `cat` does.
  init(opening path: FilePath) throws(FileError) {
    let name = path.systemBytes
    var result: Int32
    repeat {
      result = unsafe open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    } while result < 0 && errno == EINTR
    guard result >= 0 else { throw .cannotOpen(path: path.description, errno: errno) }
    number = result
    isOwned = true
  }

  /// Takes a descriptor that somebody else closes.
  init(borrowing number: Int32) {
    self.number = number
    isOwned = false
  }

  deinit {
    if isOwned { close(number) }
  }

  /// Reads at a place of a file; 0 at its end, or minus the error number.
  func read(at position: Int64, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = unsafe pread(number, buffer.baseAddress, buffer.count, off_t(position))
      if count >= 0 { return count }
      if errno != EINTR { return -Int(errno) }
    }
  }

  /// Reads what comes next; 0 at the end, or minus the error number.
  func readNext(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { return -Int(errno) }
    }
  }

  /// Tells the kernel that the file is read from front to back.
  func adviseSequential() {
    _ = posix_fadvise(number, 0, 0, POSIX_FADV_SEQUENTIAL)
  }
}
