import Testing

@testable import LogFormats

@Suite("Byte patterns")
struct BytePatternTests {
  private static let words = "disconnect from unknown"

  private func matches(_ pattern: BytePattern, _ line: [UInt8], at start: Int) -> Bool {
    pattern.matches(line.span, at: start)
  }

  /// Where the pattern begins for the first and for the last time.
  private func ends(_ pattern: BytePattern, _ line: [UInt8], from start: Int) -> [Int?] {
    [pattern.first(in: line.span, from: start), pattern.last(in: line.span, from: start)]
  }

  @Test("A pattern of any length is found at its place alone, wherever the line ends", arguments: 1...20)
  func lengths(count: Int) {
    let wanted = Array(BytePatternTests.words.utf8.prefix(count))
    let pattern = BytePattern(String(decoding: wanted, as: UTF8.self))
    #expect(pattern.count == count)
    for behind in 0...10 {
      let line = [UInt8](repeating: 0x2d, count: 3) + wanted + [UInt8](repeating: 0x2d, count: behind)
      for start in -1...line.count { #expect(matches(pattern, line, at: start) == (start == 3), "\(start)") }
      #expect(ends(pattern, line, from: 0) == [3, 3])
      #expect(ends(pattern, line, from: 4) == [nil, nil])
    }
  }

  @Test("One other byte, or one byte less of the line, is no match", arguments: 1...20)
  func near(count: Int) {
    let wanted = Array(BytePatternTests.words.utf8.prefix(count))
    let pattern = BytePattern(String(decoding: wanted, as: UTF8.self))
    for k in wanted.indices {
      for behind in [0, 12] {
        var line = wanted + [UInt8](repeating: 0x2d, count: behind)
        line[k] ^= 0x80
        #expect(!matches(pattern, line, at: 0), "byte \(k)")
      }
    }
    #expect(!matches(pattern, Array(wanted.dropLast()), at: 0))
  }
}
