import ByteScanning

/// A source that an argument led to.
struct DiscoveredFile: Sendable, Equatable {
  /// How it is read.
  enum Kind: Sendable, Equatable {
    /// A file: its kind of packing is told by its first bytes.
    case file
    /// A FIFO or device that was named: read once from front to back.
    case stream
    /// What `-` stands for.
    case standardInput
  }

  /// How it is read.
  var kind: Kind
  /// The path it was first reached by.
  var path: FilePath
  /// The device it lies on; with `inode` this is what makes it the same file under another name.
  var device: UInt64
  /// Its number on that device.
  var inode: UInt64
  /// Its length in bytes, packed.
  var size: Int64
  /// When it was last changed, in seconds since 1970.
  var modified: Int64
  /// What the system says of it, to know whether it changed.
  var status: FileStatus

  /// Takes a path and what the system says of it.
  init(kind: Kind, path: FilePath, status: FileStatus) {
    self.kind = kind
    self.path = path
    device = status.device
    inode = status.inode
    size = status.size
    modified = status.modified
    self.status = status
  }
}
