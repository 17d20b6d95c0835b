/// Where the lines of a source go, one call per line.
///
/// Bytes end up here in the order of the source. The span is valid during the call only: a consumer that needs bytes
/// later copies them.
public protocol LineConsumer {
  /// Takes one line without its LF and without the CR before it.
  mutating func consume(_ line: borrowing Span<UInt8>)

  /// Takes the head (64 KiB) of a line that is longer than `LineLimit.bytes`; the rest of that line is dropped.
  mutating func consumeOverlong(_ head: borrowing Span<UInt8>)
}
