internal import ByteScanning

/// The hosts and programs of the lines so far; a log has a handful of them.
///
/// A line whose bytes from the end of the stamp to the bracket are those of an earlier line has the same host and the
/// same program, and is not taken apart again.
struct SyslogTagTable: Sendable {
  private var tags: ContiguousArray<SyslogTag> = []
  /// Numbers of the tags from 1, by hash; 0 is a free place.
  private var places = ContiguousArray<UInt8>(repeating: 0, count: 256)
  /// The same by what is seen of a line without looking for the end of its tag.
  private var shortcuts = ContiguousArray<UInt8>(repeating: 0, count: 1024)
  private var strayShortcuts = 0
  /// How far behind the stamp the programs of Postfix differ: ` mail postfix/cleanup[`, ` mail postfix/smtpd[`.
  private var distinction = 0
  /// How many bytes have to stand behind the stamp of a line that is looked for.
  private(set) var reach = SyslogTag.headCount

  private static var limit: Int { 64 }

  /// The number of the tag that begins at this index, or -1 when that is not seen at once; `reach` bytes follow from there.
  ///
  /// Bytes behind the end of the line do no harm: all bytes of a tag are compared.
  @inline(__always)
  func find(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    let head = bytes.fourWords(at: start)
    let place = SyslogTagTable.shortcut(head.0, bytes.word64(at: start &+ distinction))
    let number = Int(shortcuts[place]) &- 1
    if number >= 0, tags[number].begins(head), tags[number].goesOn(bytes, from: start) { return number }
    return number < 0 ? -1 : findFurther(bytes, from: start, behind: place)
  }

  /// Goes on behind a place that another tag has.
  @inline(never)
  private func findFurther(_ bytes: borrowing Span<UInt8>, from start: Int, behind taken: Int) -> Int {
    let head = bytes.fourWords(at: start)
    var place = taken
    while true {
      place = (place &+ 1) & (shortcuts.count &- 1)
      let number = Int(shortcuts[place]) &- 1
      guard number >= 0 else { return -1 }
      if tags[number].begins(head), tags[number].goesOn(bytes, from: start) { return number }
    }
  }

  /// The number of the tag that begins at this index, or -1; where it was found, it is found at once the next time.
  @inline(never)
  mutating func search(_ line: borrowing Span<UInt8>, from start: Int) -> Int {
    let number = number(line, from: start)
    guard number >= 0, start <= line.count &- reach else { return number }
    // What is seen of `dovecot: imap-login: …` and of `sshd[4156]: …` differs from line to line: of that only so much is kept.
    let isStray = tags[number].count < distinction &+ 5
    if isStray, strayShortcuts == shortcuts.count / 4 { return number }
    var place = SyslogTagTable.shortcut(line.word64(at: start), line.word64(at: start &+ distinction))
    while shortcuts[place] != 0 { place = (place &+ 1) & (shortcuts.count &- 1) }
    shortcuts[place] = UInt8(number &+ 1)
    if isStray { strayShortcuts += 1 }
    return number
  }

  /// The tag with this number.
  @inline(__always)
  subscript(number: Int) -> SyslogTag { tags[number] }

  /// Takes in the host and program of a line unless they are known or of unusual length; says whether all others had to
  /// leave for it.
  mutating func learn(
    _ line: borrowing Span<UInt8>, header: borrowing SyslogHeader, host: UInt64, program: UInt8
  ) -> Bool {
    let start = header.stampEnd
    let count = SyslogTagTable.count(line, from: start)
    guard count > 0, start + count - 1 == header.tagEnd, number(line, from: start) < 0 else { return false }
    let isFull = tags.count == SyslogTagTable.limit
    if isFull { self = SyslogTagTable() }
    if tags.isEmpty {
      distinction = header.tagStart - start + 8
      reach = max(SyslogTag.headCount, distinction + 8)
    }
    var tag = SyslogTag(line, from: start, count: count)
    tag.start = header.tagStart - start
    tag.lastSlash = header.lastSlash - start
    tag.host = host
    tag.program = program
    tags.append(tag)
    var place = SyslogTagTable.place(line.word64(at: start + count - 8), count)
    while places[place] != 0 { place = (place + 1) & (places.count - 1) }
    places[place] = UInt8(tags.count)
    return isFull
  }

  /// The number of the tag that begins at this index, or -1.
  private func number(_ line: borrowing Span<UInt8>, from start: Int) -> Int {
    let count = SyslogTagTable.count(line, from: start)
    guard count > 0 else { return -1 }
    let head = line.fourWords(at: start)
    var place = SyslogTagTable.place(line.word64(at: start &+ count &- 8), count)
    while true {
      let number = Int(places[place]) &- 1
      guard number >= 0 else { return -1 }
      if tags[number].count == count, tags[number].begins(head), tags[number].goesOn(line, from: start) {
        return number
      }
      place = (place &+ 1) & (places.count &- 1)
    }
  }

  /// How many bytes there are up to the first bracket or colon, it included, that has eight or more before it; 0 when
  /// there is none near, or the line ends soon behind it.
  private static func count(_ line: borrowing Span<UInt8>, from start: Int) -> Int {
    guard start <= line.count &- SyslogTag.headCount else { return 0 }
    var i = 8
    let limit = min(SyslogTag.counts.upperBound &- 8, line.count &- 8 &- start)
    while i <= limit {
      let hit = Span<UInt8>.either(UInt8(ascii: "["), UInt8(ascii: ":"), in: line.word64(at: start &+ i))
      if hit != 0 { return i &+ hit.trailingZeroBitCount / 8 &+ 1 }
      i &+= 8
    }
    return 0
  }

  /// The last bytes tell most programs apart: `x/smtpd[`, `cleanup[`.
  private static func place(_ last: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: ((last &+ UInt64(truncatingIfNeeded: count)) &* 0x9e37_79b9_7f4a_7c15) >> 56)
  }

  /// A hash of what is seen of a line: the host's first bytes, and five of the program's.
  ///
  /// Five tell the programs of Postfix apart (`clean`, `qmgr[`, `smtp[`, `smtpd`), and no process id is among them.
  @inline(__always)
  private static func shortcut(_ host: UInt64, _ program: UInt64) -> Int {
    let mixed = host &* 0xd6e8_feb8_6659_fd93 ^ (program << 24) &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: mixed &>> 54)
  }
}
