internal import Glibc

/// What kept a file from being written.
public struct WriteFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// The system's number for it.
  public let errno: Int32

  /// Takes the number.
  public init(errno: Int32) { self.errno = errno }

  /// Why, for a message that names the file itself.
  public var description: String {
    switch errno {
    case ENOSPC, EDQUOT: "no space is left"
    case EFBIG: "it is larger than a file may be here (ulimit -f)"
    case EROFS: "the file system is read-only"
    case ENOENT: "its folder is not there"
    case EBADF: "it is closed"
    case EISDIR, ENOTEMPTY, EEXIST: "something else of that name is in the way"
    default: FileError.reason(errno)
    }
  }
}
