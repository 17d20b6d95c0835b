internal import ByteScanning

/// The hosts and programs of the lines so far; a log has a handful of them.
///
/// A line whose bytes from the end of the stamp to the bracket are those of an earlier line has the same host and the
/// same program, and is not taken apart again.
struct SyslogTagTable: Sendable {
  private var tags: ContiguousArray<SyslogTag> = []
  /// The bytes of all tags as words, `wordsPerTag` each; the last word of a tag ends with it.
  private var words: ContiguousArray<UInt64> = []
  /// Numbers of the tags from 1, by hash; 0 is a free place.
  private var places: ContiguousArray<UInt8> = ContiguousArray(repeating: 0, count: SyslogTagTable.placeCount)

  private static var wordsPerTag: Int { 8 }
  private static var placeCount: Int { 128 }
  private static var limit: Int { 64 }

  /// The number of the tag that follows the stamp of this line, or -1.
  @inline(__always)
  func find(_ line: borrowing Span<UInt8>, from stampEnd: Int) -> Int {
    let bracket = SyslogTagTable.bracket(in: line, from: stampEnd)
    guard bracket >= 0 else { return -1 }
    let count = bracket &+ 1 &- stampEnd
    var place = SyslogTagTable.place(line, bracket: bracket, count: count)
    while places[place] != 0 {
      let number = Int(places[place] &- 1)
      if tags[number].end &+ 1 == count, hasWords(of: number, line, from: stampEnd, count: count) { return number }
      place = (place &+ 1) & (SyslogTagTable.placeCount &- 1)
    }
    return -1
  }

  /// The tag with this number.
  @inline(__always)
  subscript(number: Int) -> SyslogTag { tags[number] }

  /// Takes in the host and program of a line unless they are known or of unusual length.
  mutating func learn(_ line: borrowing Span<UInt8>, header: borrowing SyslogHeader, host: UInt64, program: UInt8) {
    let stampEnd = header.stampEnd
    let bracket = SyslogTagTable.bracket(in: line, from: stampEnd)
    guard bracket >= 0, bracket == header.tagEnd, find(line, from: stampEnd) < 0 else { return }
    if tags.count == SyslogTagTable.limit { self = SyslogTagTable() }
    let count = bracket &+ 1 &- stampEnd
    var own = [UInt64](repeating: 0, count: SyslogTagTable.wordsPerTag)
    for k in 0..<count / 8 { own[k] = line.word64(at: stampEnd + 8 * k) }
    own[count / 8] = line.word64(at: bracket - 7)
    words.append(contentsOf: own)
    tags.append(
      SyslogTag(
        start: header.tagStart - stampEnd, end: header.tagEnd - stampEnd, lastSlash: header.lastSlash - stampEnd,
        host: host, program: program))
    var place = SyslogTagTable.place(line, bracket: bracket, count: count)
    while places[place] != 0 { place = (place + 1) & (SyslogTagTable.placeCount - 1) }
    places[place] = UInt8(tags.count)
  }

  /// Index of the first bracket that has at least eight bytes before it and fewer than 56, behind the stamp; or -1.
  @inline(__always)
  private static func bracket(in line: borrowing Span<UInt8>, from stampEnd: Int) -> Int {
    var i = stampEnd &+ 8
    let limit = min(stampEnd &+ 48, line.count &- 8)
    while i <= limit {
      let x = line.word64(at: i) ^ 0x5b5b_5b5b_5b5b_5b5b
      let hit = (x &- 0x0101_0101_0101_0101) & ~x & 0x8080_8080_8080_8080
      if hit != 0 { return i &+ hit.trailingZeroBitCount / 8 }
      i &+= 8
    }
    return -1
  }

  /// The last eight bytes before the bracket tell most programs apart: `ix/smtpd`, `/cleanup`.
  @inline(__always)
  private static func place(_ line: borrowing Span<UInt8>, bracket: Int, count: Int) -> Int {
    let mixed = (line.word64(at: bracket &- 8) &+ UInt64(truncatingIfNeeded: count)) &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: mixed >> 57)
  }

  @inline(__always)
  private func hasWords(of number: Int, _ line: borrowing Span<UInt8>, from stampEnd: Int, count: Int) -> Bool {
    let base = number &* SyslogTagTable.wordsPerTag
    let whole = count / 8
    guard line.word64(at: stampEnd &+ count &- 8) == words[base &+ whole] else { return false }
    for k in 0..<whole where line.word64(at: stampEnd &+ 8 &* k) != words[base &+ k] { return false }
    return true
  }
}
