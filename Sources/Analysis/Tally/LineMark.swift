/// A line of a source: which source, which piece of it, and the line's number in that piece from 1.
///
/// While pieces are read side by side nobody knows how many lines stand before a piece; the report adds them.
public struct LineMark: Hashable, Sendable, Comparable {
  /// Index of the source.
  public var source: UInt32
  /// Index of the piece within the source.
  public var piece: UInt32
  /// Line number within the piece, from 1.
  public var line: UInt32

  /// No line: their numbers begin at 1.
  static let none = LineMark(source: 0, piece: 0, line: 0)

  /// Takes every part.
  public init(source: UInt32, piece: UInt32, line: UInt32) {
    self.source = source
    self.piece = piece
    self.line = line
  }

  /// Orders by source, piece and line.
  public static func < (a: LineMark, b: LineMark) -> Bool {
    (a.source, a.piece, a.line) < (b.source, b.piece, b.line)
  }
}
