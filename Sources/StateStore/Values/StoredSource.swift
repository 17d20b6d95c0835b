public import Foundation
import GRDB

/// A log that was read: how far, what it begins with, and what became of its lines.
///
/// The log is known by its content, not by its name: rotation renames, copies and compresses it.
public struct StoredSource: Sendable, Equatable {
  /// Its number in this file; evidence of counted sessions names it.
  public var id: Int64
  /// Number of the part.
  public var part: Int64
  /// Where it was seen last.
  public var path: String
  /// Identifier of its format.
  public var format: String
  /// Sources of one stream follow one another.
  public var stream: String
  /// Device and inode of the file, as a hint where to look first.
  public var device: UInt64 = 0
  /// The file's number on its device.
  public var inode: UInt64 = 0
  /// Line ends of its first bytes with their hashes, twelve bytes each.
  public var print: Data = Data()
  /// How many unpacked bytes were read.
  public var offset: Int64 = 0
  /// Hash of the last bytes before `offset`.
  public var tail: UInt64 = 0
  /// Local time of the last event read, in milliseconds, for the order of what comes next.
  public var lastLocal: Int64 = .min
  /// First and last moment read, in milliseconds since 1970 (UTC); the first is above the last when there was none.
  public var firstAt: Int64 = .max
  /// The last moment read.
  public var lastAt: Int64 = .min
  /// Day and time of day of the last stamp, where stamps hold a time alone; -1 elsewhere.
  public var clockDay: Int64 = -1
  /// Milliseconds since midnight of that stamp.
  public var clockMillisecond: Int64 = -1
  /// Lines read in all runs.
  public var lines: Int64 = 0
  /// Those that said something needed.
  public var events: Int64 = 0
  /// Those understood and not needed.
  public var ignored: Int64 = 0
  /// Those of unknown form.
  public var unrecognised: Int64 = 0
  /// Those broken.
  public var malformed: Int64 = 0

  /// A source of which nothing was read yet.
  public init(id: Int64, part: Int64, path: String, format: String, stream: String) {
    self.id = id
    self.part = part
    self.path = path
    self.format = format
    self.stream = stream
  }
}

extension StoredSource: StoredRow {
  static let table = "source"
  static let columns = [
    "id", "part", "path", "format", "stream", "device", "inode", "print", "offset", "tail", "last_local", "first_at",
    "last_at", "clock_day",
    "clock_millisecond", "lines", "events", "ignored", "unrecognised", "malformed",
  ]
  static let keyCount = 1
  var values: [DatabaseValue] {
    [
      id.databaseValue, part.databaseValue, path.databaseValue, format.databaseValue, stream.databaseValue,
      Int64(bitPattern: device).databaseValue, Int64(bitPattern: inode).databaseValue, print.databaseValue,
      offset.databaseValue, Int64(bitPattern: tail).databaseValue, lastLocal.databaseValue, firstAt.databaseValue,
      lastAt.databaseValue, clockDay.databaseValue,
      clockMillisecond.databaseValue, lines.databaseValue, events.databaseValue, ignored.databaseValue,
      unrecognised.databaseValue, malformed.databaseValue,
    ]
  }
  init(_ row: Row) throws {
    self.init(id: row[1], part: row[2], path: row[3], format: row[4], stream: row[5])
    device = UInt64(bitPattern: row[6])
    inode = UInt64(bitPattern: row[7])
    print = row[8]
    offset = row[9]
    tail = UInt64(bitPattern: row[10])
    lastLocal = row[11]
    firstAt = row[12]
    lastAt = row[13]
    clockDay = row[14]
    clockMillisecond = row[15]
    lines = row[16]
    events = row[17]
    ignored = row[18]
    unrecognised = row[19]
    malformed = row[20]
  }
}
