public import MailModel

/// One kind of record of TCP connections: which files are of it, and what each of their lines says.
///
/// Like a `LogFormat` it works on bytes and is made for one file; a heading line (`#Fields:`) is remembered.
public protocol ConnectionFormat: Sendable {
  /// The name in the report.
  static var identifier: String { get }

  /// Lines as they stand in such files, each with the connection it tells of, or nothing where it tells of none.
  static var examples: [(line: String, connection: ConnectionRecord?)] { get }

  /// Makes a parser for one file; stamps without year or offset are completed from the context.
  init(context: FormatContext)

  /// Reads one line and fills in the record when it tells of an accepted connection.
  ///
  /// On any outcome but `.event` the content of `record` is unspecified.
  mutating func parse(_ line: borrowing Span<UInt8>, into record: inout ConnectionRecord) -> LineOutcome
}
