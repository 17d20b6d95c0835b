import GRDB

/// A file that was read to its end, as the system described it then: while it looks the same it need not be opened.
public struct SeenFile: Sendable, Hashable {
  /// Number of the part.
  public var part: Int64
  /// The device it lies on.
  public var device: UInt64
  /// Its number on that device.
  public var inode: UInt64
  /// Its length, packed.
  public var size: Int64
  /// When its content was changed, in nanoseconds since 1970.
  public var modified: Int64
  /// When its content or its description was changed, in nanoseconds since 1970.
  public var changed: Int64
  /// Where it was, for people who look into the state.
  public var path: String

  /// Takes every part.
  public init(
    part: Int64, device: UInt64, inode: UInt64, size: Int64, modified: Int64, changed: Int64, path: String
  ) {
    self.part = part
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
    self.path = path
  }
}

extension SeenFile: StoredRow {
  static let table = "seen"
  static let columns = ["part", "device", "inode", "size", "modified", "changed", "path"]
  static let keyCount = 3
  var values: [DatabaseValue] {
    [
      part.databaseValue, Int64(bitPattern: device).databaseValue, Int64(bitPattern: inode).databaseValue,
      size.databaseValue, modified.databaseValue, changed.databaseValue, path.databaseValue,
    ]
  }
  init(_ row: Row) throws {
    self.init(
      part: row[1], device: UInt64(bitPattern: row[2]), inode: UInt64(bitPattern: row[3]),
      size: row[4], modified: row[5], changed: row[6], path: row[7])
  }
}
