/// Where the lines of a source go, one call per line.
///
/// Bytes end up here in the order of the source. The span is valid during the call only: a consumer that needs bytes
/// later copies them.
public protocol LineConsumer {
  /// Takes one line without its LF and without the CRs before it.
  mutating func consume(_ line: borrowing Span<UInt8>)

  /// Whether it rather takes lines by the stretch.
  static var takesStretches: Bool { get }

  /// Takes lines that follow one another: the first one begins at `start`, and each ends before its LF at `ends[i]`.
  ///
  /// Each may have CRs before its LF. Bytes of `stretch` behind the last LF belong to nobody; there are at least
  /// `LineStretch.slack` of them, so that a look past the end of a line is a look at bytes.
  mutating func consume(_ stretch: borrowing Span<UInt8>, from start: Int, ends: borrowing Span<UInt32>)

  /// Takes the head (64 KiB) of a line that is longer than `LineLimit.bytes`; the rest of that line is dropped.
  mutating func consumeOverlong(_ head: borrowing Span<UInt8>)
}

extension LineConsumer {
  /// It takes them one by one.
  @inlinable public static var takesStretches: Bool { false }

  /// Takes the lines one by one.
  @inlinable
  public mutating func consume(_ stretch: borrowing Span<UInt8>, from start: Int, ends: borrowing Span<UInt32>) {
    var begin = start
    for i in 0..<ends.count {
      let end = Int(ends[i])
      consume(stretch.extracting(begin..<stretch.lineEnd(from: begin, feed: end)))
      begin = end &+ 1
    }
  }
}
