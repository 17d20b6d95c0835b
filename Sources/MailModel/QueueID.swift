/// A queue id, the name that a mail server gives to a message while it has it.
public enum QueueID {
  /// The number before the first byte.
  @inlinable public static var start: UInt64 { 0xcbf2_9ce4_8422_2325 }

  /// The number that stands for a queue id where messages are followed: FNV-1a, the same in every run.
  @inlinable
  public static func number(_ line: borrowing Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var number = start
    for i in range { number = appending(line[i], to: number) }
    return number
  }

  /// The number with one more byte.
  @inlinable @inline(__always)
  public static func appending(_ byte: UInt8, to number: UInt64) -> UInt64 {
    (number ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
