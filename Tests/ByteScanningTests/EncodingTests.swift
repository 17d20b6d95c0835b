import ByteScanning
import TestSupport
import Testing

@Suite("Text encodings")
struct EncodingTests {
  static let text = "198.51.100.7 [0001] 220 olá, ação\r\nДа \u{1F4E7} ok\r\n\r\nlast"
  static let lines = ["198.51.100.7 [0001] 220 olá, ação", "Да \u{1F4E7} ok", "", "last"]

  static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { unit -> [UInt8] in
      let low = UInt8(truncatingIfNeeded: unit)
      let high = UInt8(unit >> 8)
      return bigEndian ? [high, low] : [low, high]
    }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let content: [UInt8]
    let encoding: TextEncoding
  }

  static let rows = [
    Row(testDescription: "UTF-8", content: Array(text.utf8), encoding: .utf8),
    Row(testDescription: "UTF-8 with mark", content: [0xEF, 0xBB, 0xBF] + Array(text.utf8), encoding: .utf8),
    Row(
      testDescription: "UTF-16LE with mark", content: utf16(text, bigEndian: false, mark: true),
      encoding: .utf16LittleEndian),
    Row(
      testDescription: "UTF-16BE with mark", content: utf16(text, bigEndian: true, mark: true),
      encoding: .utf16BigEndian),
    Row(
      testDescription: "UTF-16LE without mark", content: utf16(text, bigEndian: false, mark: false),
      encoding: .utf16LittleEndian),
    Row(
      testDescription: "UTF-16BE without mark", content: utf16(text, bigEndian: true, mark: false),
      encoding: .utf16BigEndian),
  ]

  @Test("plain, packed and as a stream give the same lines", arguments: rows)
  func sameLines(_ row: Row) throws {
    let folder = TemporaryFolder()
    let place = folder.write("log", row.content)
    let file = try PlainFile(path: place)
    #expect(file.encoding == row.encoding)
    #expect(file.isCuttable == (row.encoding == .utf8))
    var plain = CollectedLines()
    #expect(file.scan(into: &plain) == ScanResult(bytes: file.size, endsInsideLine: true))
    #expect(plain.text == Self.lines)
    #expect(try String(decoding: file.head(20), as: UTF8.self) == "198.51.100.7 [0001] ")
    var pieces = CollectedLines()
    _ = file.scan(from: 0, to: 11, into: &pieces)
    _ = file.scan(from: 11, to: nil, into: &pieces)
    #expect(pieces.text == Self.lines)

    let packed = folder.place("log.gz")
    ArchiveWriter.write(packed, filter: .gzip, members: [("log", row.content)])
    for path in [packed, place] {
      let source = try PackedFile(path: path)
      #expect(try source.nextMember()?.encoding == row.encoding)
      #expect(String(decoding: source.head(20), as: UTF8.self) == "198.51.100.7 [0001] ")
      var lines = CollectedLines()
      #expect(source.scan(into: &lines) == ScanResult(bytes: file.size, endsInsideLine: true))
      #expect(lines.text == Self.lines)
      #expect(try source.nextMember() == nil)
    }
  }

  @Test("UTF-16 longer than several blocks")
  func longUTF16() throws {
    let line = "198.51.100.7 [0001] 250 ação \u{1F4E7}"
    let text = String(repeating: line + "\r\n", count: 60_000)
    let folder = TemporaryFolder()
    let file = try PlainFile(path: folder.write("log", Self.utf16(text, bigEndian: false, mark: true)))
    var lines = CollectedLines()
    #expect(file.scan(into: &lines).bytes == file.size)
    #expect(lines.lines.count == 60_000)
    #expect(lines.lines.allSatisfy { $0 == Array(line.utf8) })
  }

  @Test("broken UTF-16 becomes U+FFFD and does not stop the reading")
  func brokenUTF16() throws {
    let folder = TemporaryFolder()
    // A high half alone, a low half alone, a high half at the end, then an odd byte.
    let content: [UInt8] = [0xFF, 0xFE, 0x3D, 0xD8, 0x61, 0, 0x0A, 0, 0x00, 0xDC, 0x0A, 0, 0x3D, 0xD8, 0x41]
    let file = try PlainFile(path: folder.write("log", content))
    var lines = CollectedLines()
    _ = file.scan(into: &lines)
    #expect(lines.text == ["\u{FFFD}a", "\u{FFFD}", "\u{FFFD}"])
  }

  @Test("NUL bytes of a sparse hole are no UTF-16")
  func hole() {
    #expect(TextEncoding.detect([UInt8](repeating: 0, count: 4_096)).encoding == .utf8)
    #expect(TextEncoding.detect(Array("a".utf8)).encoding == .utf8)
    #expect(TextEncoding.detect([]).encoding == .utf8)
  }
}
