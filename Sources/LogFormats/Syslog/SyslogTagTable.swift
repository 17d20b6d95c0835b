internal import ByteScanning

/// The hosts and programs of the lines so far; a log has a handful of them.
///
/// A line whose bytes from the end of the stamp to the bracket are those of an earlier line has the same host and the
/// same program, and is not taken apart again.
struct SyslogTagTable: Sendable {
  private var tags: ContiguousArray<SyslogTag> = []
  /// Numbers of the tags from 1, by hash; 0 is a free place.
  private var places: ContiguousArray<UInt8> = ContiguousArray(repeating: 0, count: SyslogTagTable.placeCount)

  private static var placeCount: Int { 128 }
  private static var limit: Int { 64 }

  /// The number of the tag that follows the stamp of this line, or -1.
  @inline(__always)
  func find(_ line: borrowing Span<UInt8>, from start: Int) -> Int {
    let count = SyslogTagTable.count(line, from: start)
    guard count > 0 else { return -1 }
    let last = line.word64(at: start &+ count &- 8)
    let place = SyslogTagTable.place(last, count)
    let number = Int(places[place]) &- 1
    guard number >= 0 else { return -1 }
    if tags[number].last == last, tags[number].count == count, tags[number].begins(line, at: start) { return number }
    return findFurther(line, from: start, last, count, behind: place)
  }

  /// Goes on behind a place that another tag has.
  @inline(never)
  private func findFurther(
    _ line: borrowing Span<UInt8>, from start: Int, _ last: UInt64, _ count: Int, behind taken: Int
  ) -> Int {
    var place = taken
    while true {
      place = (place &+ 1) & (SyslogTagTable.placeCount &- 1)
      let number = Int(places[place]) &- 1
      guard number >= 0 else { return -1 }
      if tags[number].last == last, tags[number].count == count, tags[number].begins(line, at: start) { return number }
    }
  }

  /// The tag with this number.
  @inline(__always)
  subscript(number: Int) -> SyslogTag { tags[number] }

  /// Takes in the host and program of a line unless they are known or of unusual length.
  mutating func learn(_ line: borrowing Span<UInt8>, header: borrowing SyslogHeader, host: UInt64, program: UInt8) {
    let start = header.stampEnd
    let count = SyslogTagTable.count(line, from: start)
    guard count > 0, start + count - 1 == header.tagEnd, find(line, from: start) < 0 else { return }
    if tags.count == SyslogTagTable.limit { self = SyslogTagTable() }
    var tag = SyslogTag(line, from: start, count: count)
    tag.start = header.tagStart - start
    tag.lastSlash = header.lastSlash - start
    tag.host = host
    tag.program = program
    tags.append(tag)
    var place = SyslogTagTable.place(tag.last, count)
    while places[place] != 0 { place = (place + 1) & (SyslogTagTable.placeCount - 1) }
    places[place] = UInt8(tags.count)
  }

  /// How many bytes there are up to the first bracket, it included, that has eight or more before it; 0 when there is none
  /// near, or the line ends soon behind it.
  @inline(__always)
  private static func count(_ line: borrowing Span<UInt8>, from start: Int) -> Int {
    var i = 8
    let limit = min(SyslogTag.counts.upperBound &- 8, line.count &- 8 &- start)
    while i <= limit {
      let x = line.word64(at: start &+ i) ^ 0x5b5b_5b5b_5b5b_5b5b
      let hit = (x &- 0x0101_0101_0101_0101) & ~x & 0x8080_8080_8080_8080
      if hit != 0 { return i &+ hit.trailingZeroBitCount / 8 &+ 1 }
      i &+= 8
    }
    return 0
  }

  /// The last bytes tell most programs apart: `x/smtpd[`, `cleanup[`.
  @inline(__always)
  private static func place(_ last: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: ((last &+ UInt64(truncatingIfNeeded: count)) &* 0x9e37_79b9_7f4a_7c15) >> 57)
  }
}
