/// A line of a file of connection records: which file, and the line's number in it from 1.
public struct ConnectionMark: Hashable, Sendable, Comparable {
  /// Index of the file.
  public var source: UInt32
  /// Line number, from 1.
  public var line: UInt32

  /// Takes both.
  public init(source: UInt32, line: UInt32) {
    self.source = source
    self.line = line
  }

  /// Orders by file and line.
  public static func < (a: ConnectionMark, b: ConnectionMark) -> Bool { (a.source, a.line) < (b.source, b.line) }
}
