internal import Glibc

/// What the system says of a path or an open file.
public struct FileStatus: Sendable, Equatable {
  /// What kind of entry it is.
  public enum Kind: Sendable, Equatable {
    /// An ordinary file.
    case file
    /// A folder.
    case folder
    /// A symbolic link (only when links are not followed).
    case link
    /// A named or unnamed pipe.
    case pipe
    /// A socket.
    case socket
    /// A terminal or another device that gives bytes one after another.
    case characterDevice
    /// A disk.
    case blockDevice
  }

  /// The kind of entry.
  public var kind: Kind
  /// The device it lies on.
  public var device: UInt64
  /// Its number on that device.
  public var inode: UInt64
  /// Its length in bytes.
  public var size: Int64
  /// When it was last changed, in seconds since 1970.
  public var modified: Int64
  /// When its content was last changed, in nanoseconds since 1970.
  public var modifiedNanoseconds: Int64
  /// When its content or what the system keeps of it was last changed, in nanoseconds since 1970.
  public var changedNanoseconds: Int64

  /// Asks for a path.
  ///
  /// - Parameter followingLinks: whether a symbolic link is asked for what it leads to.
  public init(of path: FilePath, followingLinks: Bool = true) throws(FileError) {
    var buffer = stat()
    let name = path.systemBytes
    let result = unsafe followingLinks ? stat(name, &buffer) : lstat(name, &buffer)
    guard result == 0 else { throw .cannotOpen(path: path.description, errno: errno) }
    self.init(buffer)
  }

  /// Asks for standard input.
  public static func ofStandardInput() throws(FileError) -> FileStatus {
    try FileStatus(descriptor: 0, path: "standard input")
  }

  init(descriptor: Int32, path: FilePath) throws(FileError) {
    var buffer = stat()
    guard unsafe fstat(descriptor, &buffer) == 0 else {
      throw .cannotOpen(path: path.description, errno: errno)
    }
    self.init(buffer)
  }

  private init(_ buffer: stat) {
    kind =
      switch buffer.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      case S_IFBLK: .blockDevice
      default: .characterDevice
      }
    device = UInt64(buffer.st_dev)
    inode = UInt64(buffer.st_ino)
    size = Int64(buffer.st_size)
    modified = Int64(buffer.st_mtim.tv_sec)
    modifiedNanoseconds = Int64(buffer.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(buffer.st_mtim.tv_nsec)
    changedNanoseconds = Int64(buffer.st_ctim.tv_sec) &* 1_000_000_000 &+ Int64(buffer.st_ctim.tv_nsec)
  }
}
