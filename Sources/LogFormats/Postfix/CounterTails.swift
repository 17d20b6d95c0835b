internal import ByteScanning
internal import MailModel

/// Counters of earlier sessions by the bytes in which they stood: sessions do the same few things again and again.
///
/// ` ehlo=2 starttls=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=8`
struct CounterTails: Sendable {
  /// The end of a `disconnect from` line and what it says.
  private struct Tail {
    /// The first 32 bytes, the last 32, and those behind the first where both do not cover the rest.
    var head: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var end: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var middle: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    /// How many bytes; 0 as long as there is none.
    var count = 0
    var counters = CommandCounters()
  }

  private var tails = ContiguousArray(repeating: Tail(), count: CounterTails.placeCount)

  private static var placeCount: Int { 256 }
  /// Shorter ones are read as quickly as compared.
  private static var counts: ClosedRange<Int> { 32...96 }

  /// Reads the counters from this index to the end of the line; false when a number is none.
  mutating func read(_ line: borrowing Span<UInt8>, from start: Int, into counters: inout CommandCounters) -> Bool {
    let count = line.count &- start
    guard CounterTails.counts.contains(count) else {
      counters = CommandCounters()
      return CommandCounters.read(line, from: start, into: &counters)
    }
    let head = line.fourWords(at: start)
    let end = line.fourWords(at: line.count &- 32)
    let mixed =
      (head.1 &* 0x9e37_79b9_7f4a_7c15) ^ (head.3 &* 0xc2b2_ae3d_27d4_eb4f) ^ (end.1 &* 0x9fb2_1c65_1e98_df25)
      ^ (end.3 &* 0xd6e8_feb8_6659_fd93)
    let place = Int(truncatingIfNeeded: mixed &>> 56)
    if tails[place].count == count, tails[place].head == head, tails[place].end == end,
      count <= 64 || tails[place].middle == line.fourWords(at: start &+ 32)
    {
      counters = tails[place].counters
      return true
    }
    return readAnew(line, from: start, to: place, into: &counters)
  }

  @inline(never)
  private mutating func readAnew(
    _ line: borrowing Span<UInt8>, from start: Int, to place: Int, into counters: inout CommandCounters
  ) -> Bool {
    counters = CommandCounters()
    guard CommandCounters.read(line, from: start, into: &counters) else { return false }
    tails[place] = Tail(
      head: line.fourWords(at: start), end: line.fourWords(at: line.count - 32),
      middle: line.fourWords(at: min(start + 32, line.count - 32)), count: line.count - start, counters: counters)
    return true
  }
}
