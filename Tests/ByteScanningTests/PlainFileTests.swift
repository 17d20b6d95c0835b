import ByteScanning
import Glibc
import Testing

@Suite("Plain files")
struct PlainFileTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let content: [UInt8]
    let lines: [String]
    var endsInsideLine = false

    init(_ name: String, _ content: String, _ lines: [String], endsInsideLine: Bool = false) {
      testDescription = name
      self.content = Array(content.utf8)
      self.lines = lines
      self.endsInsideLine = endsInsideLine
    }
  }

  static let rows = [
    Row("empty file", "", []),
    Row("one newline", "\n", [""]),
    Row("one CRLF", "\r\n", [""]),
    Row("LF", "a\nbc\n", ["a", "bc"]),
    Row("CRLF gives what LF gives", "a\r\nbc\r\n", ["a", "bc"]),
    Row("mixed line ends", "a\nbc\r\nd\n", ["a", "bc", "d"]),
    Row("no newline at the end", "a\nbc", ["a", "bc"], endsInsideLine: true),
    Row("half a CRLF at the end", "a\nbc\r", ["a", "bc"], endsInsideLine: true),
    Row("CR inside a line stays", "a\rb\r\r\n", ["a\rb"]),
    Row("CR only is one line", "a\rb\rc", ["a\rb\rc"], endsInsideLine: true),
    Row(
      "blanks at the end of a line go", "a b  \nc \t\r\n \r \n\u{1F}\nd ", ["a b", "c", "", "\u{1F}", "d"],
      endsInsideLine: true),
    Row("NUL bytes are passed on", "a\0\0b\n\0\n", ["a\0\0b", "\0"]),
    Row("byte order mark", "\u{FEFF}a\nb\n", ["a", "b"]),
    Row("vertical tab is one off LF", "\u{0B}\u{0A}\u{0B}\n", ["\u{0B}", "\u{0B}"]),
  ]

  @Test("lines", arguments: rows)
  func lines(_ row: Row) throws {
    let folder = TemporaryFolder()
    let file = try PlainFile(path: folder.write("log", row.content))
    var lines = CollectedLines()
    let result = file.scan(into: &lines)
    #expect(lines.text == row.lines)
    #expect(result == ScanResult(bytes: Int64(row.content.count), endsInsideLine: row.endsInsideLine))
    #expect(file.kind == .plain)
  }

  @Test("pieces cut anywhere give every line once, in order", arguments: [1, 2, 3, 4, 5] as [UInt64])
  func pieces(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var content: [UInt8] = []
    for number in 0..<3_000 {
      content += Array("line \(number) ".utf8)
      content += [UInt8](repeating: 0x61, count: Int.random(in: 0...150, using: &random))
      content += number.isMultiple(of: 3) ? [0x0A] : [0x0D, 0x0A]
      if number.isMultiple(of: 100) { content += [0x0A, 0x0A, 0x0A] }
    }
    if seed.isMultiple(of: 2) { content += Array("unfinished".utf8) }
    let folder = TemporaryFolder()
    let file = try PlainFile(path: folder.write("log", content))
    var whole = CollectedLines()
    #expect(file.scan(into: &whole).bytes == Int64(content.count))
    #expect(whole.lines.count > 3_000)
    var cuts = (0..<40).map { _ in Int64.random(in: 0...file.size, using: &random) }
    cuts += [0, 1, 2, file.size - 1, file.size]
    cuts.sort()
    var joined = CollectedLines()
    var bytes: Int64 = 0
    for (from, to) in zip(cuts, cuts.dropFirst()) {
      bytes += file.scan(from: from, to: to, into: &joined).bytes
    }
    #expect(joined.lines == whole.lines)
    #expect(bytes == Int64(content.count))
  }

  @Test("every cut of a small file")
  func everyCut() throws {
    let folder = TemporaryFolder()
    let content = Array("\u{FEFF}ab\r\n\nc\r\n\r\nlast".utf8)
    let file = try PlainFile(path: folder.write("log", content))
    for cut in 0...file.size {
      var joined = CollectedLines()
      let first = file.scan(from: 0, to: cut, into: &joined)
      let second = file.scan(from: cut, to: nil, into: &joined)
      #expect(joined.text == ["ab", "", "c", "", "last"], "cut at \(cut)")
      #expect(first.bytes + second.bytes == file.size, "cut at \(cut)")
    }
  }

  @Test("every CR before LF belongs to the line's end, and none within the line")
  func carriageReturns() throws {
    let folder = TemporaryFolder()
    let file = try PlainFile(path: folder.write("log", Array("a\r\r\n\r\r\nb\rc\r\r\r\n\r\nd\r\n".utf8)))
    var lines = CollectedLines()
    _ = file.scan(into: &lines)
    #expect(lines.text == ["a", "", "b\rc", "", "d"])
    let stretch = Array("\r\rab\r\r\n".utf8)
    #expect(stretch.span.lineEnd(from: 2, feed: 6) == 4)
    #expect(stretch.span.lineEnd(from: 4, feed: 6) == 4)
    #expect(stretch.span.lineEnd(from: 0, feed: 6) == 4)
    #expect(stretch.span.lineEnd(from: 6, feed: 6) == 6)
    for (line, end) in [("\r\n", 0), ("a\r\n", 1), (" \r\n", 0), ("a \r\n", 1), ("a\r\r\n", 1), ("a\u{1}\r\n", 2)] {
      let bytes = Array(line.utf8)
      #expect(bytes.span.lineEnd(from: 0, feed: bytes.count - 1) == end, "\(bytes)")
    }
  }

  @Test("lines longer than a block, around the limit, and on block borders")
  func longLines() throws {
    let limit = LineLimit.bytes
    var content: [UInt8] = []
    var expected: [Int] = []
    for length in [limit - 1, limit, 0, limit, 1_000_000] {
      content += [UInt8](repeating: 0x61, count: length) + [0x0D, 0x0A]
      if length <= limit { expected.append(length) }
    }
    content += [UInt8](repeating: 0x62, count: limit + 1) + [0x0A]
    // Lines that lie across the border of two blocks, wherever it is.
    while content.count < 5 << 20 {
      content += [UInt8](repeating: 0x63, count: 40_000) + [0x0D, 0x0A]
      expected.append(40_000)
    }
    let folder = TemporaryFolder()
    let file = try PlainFile(path: folder.write("log", content))
    var lines = CollectedLines()
    let result = file.scan(into: &lines)
    #expect(lines.lines.map(\.count) == expected)
    #expect(lines.overlong == [limit, limit])
    #expect(result.bytes == Int64(content.count))
  }

  @Test("a line of 100 MB does not become memory")
  func hugeLine() throws {
    let folder = TemporaryFolder()
    let place = folder.write("log", Array("first\n".utf8))
    let block = [UInt8](repeating: 0x78, count: 1 << 20)
    for _ in 0..<100 { folder.append(place, block) }
    folder.append(place, Array("\nlast\n".utf8))
    let file = try PlainFile(path: place)
    let before = Self.peakKilobytes()
    var lines = CollectedLines()
    let result = file.scan(into: &lines)
    #expect(lines.text == ["first", "last"])
    #expect(lines.overlong == [LineLimit.bytes])
    #expect(result.bytes == file.size)
    #expect(Self.peakKilobytes() - before < 60_000)
  }

  @Test("a file cut short during the read keeps what was read and says so")
  func cutShort() throws {
    let folder = TemporaryFolder()
    let line = Array("0123456789012345678901234567890123456789012345678901234567890123456789\n".utf8)
    let place = folder.write("log", [[UInt8]](repeating: line, count: 60_000).flatMap { $0 })
    let file = try PlainFile(path: place)
    var lines = CollectedLines()
    lines.before = { unsafe truncate(place, 100) }
    let result = file.scan(into: &lines)
    // At least the block that was in memory when the file was cut.
    #expect(lines.lines.count >= 3_000)
    guard case .shortened(place, file.size, _) = result.fault else {
      Issue.record("\(String(describing: result.fault))")
      return
    }
  }

  @Test("a file that grows during the read: lines that begin behind the old end wait, the last line is finished")
  func grows() throws {
    let folder = TemporaryFolder()
    let place = folder.write("log", Array("one\ntw".utf8))
    let file = try PlainFile(path: place)
    folder.append(place, Array("o\nthree\n".utf8))
    var lines = CollectedLines()
    let result = file.scan(into: &lines)
    #expect(lines.text == ["one", "two"])
    #expect(result == ScanResult(bytes: 8))
  }

  @Test("a file that vanishes is read to its end")
  func vanishes() throws {
    let folder = TemporaryFolder()
    let place = folder.write("log", Array("one\ntwo\n".utf8))
    let file = try PlainFile(path: place)
    unsafe unlink(place)
    var lines = CollectedLines()
    #expect(file.scan(into: &lines).fault == nil)
    #expect(lines.text == ["one", "two"])
  }

  @Test("what cannot be opened is said")
  func cannotOpen() {
    let folder = TemporaryFolder()
    #expect(throws: FileError.cannotOpen(path: "/nowhere/log", errno: ENOENT)) { try PlainFile(path: "/nowhere/log") }
    #expect(throws: FileError.isDirectory(path: folder.path)) { try PlainFile(path: folder.path) }
    #expect(throws: FileError.notReadableKind(path: "/dev/null")) { try PlainFile(path: "/dev/null") }
    #expect(FileError.cannotOpen(path: "x", errno: ENOENT).isMissing)
    #expect(!FileError.cannotOpen(path: "x", errno: EACCES).isMissing)
  }

  /// The most memory this process ever had.
  private static func peakKilobytes() -> Int {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}
