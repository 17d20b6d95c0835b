internal import CNewlines

/// Finds the line feeds of a stretch of memory and writes their places into a table.
///
/// Byte vectors of Swift (`SIMD16<UInt8>`) are compiled to a loop per element; this is done in C
/// ([why](../../docs/decisions/0012-newlines-are-found-in-c.md)).
@usableFromInline
enum NewlineIndex {
  /// How many bytes one call looks at: half of a first-level cache, so that the consumer finds them still there.
  @usableFromInline static let stride = 16_384
  /// Table entries that may be written beyond those that count.
  @usableFromInline static let slack = 8
  /// Readable bytes needed behind the last one that counts.
  @usableFromInline static let padding = LineStretch.slack

  /// Writes the offsets (from `base`) of all LF bytes in `from..<to` to `table`, ascending, and says how many.
  ///
  /// The caller promises: `base + from ..< base + to + padding` is readable, `to - from <= stride`, `to < 2^32`, and
  /// `table` has room for `stride + slack` entries.
  @usableFromInline
  @unsafe static func collect(
    _ base: UnsafeRawPointer, from: Int, to: Int, into table: UnsafeMutablePointer<UInt32>
  ) -> Int {
    unsafe cnewlines_collect(base, from, to, table)
  }
}
