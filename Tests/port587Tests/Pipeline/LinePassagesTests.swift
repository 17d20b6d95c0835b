import Testing

@testable import port587

/// Which lines of a source are passed over, from what is known of each line with an event.
@Suite("Passages of lines")
struct LinePassagesTests {
  /// `#` stands in another source, `.` does not, a space is a line without an event.
  struct Row: Sendable, CustomTestStringConvertible {
    let lines: String
    let ranges: [Range<Int>]
    let kept: Int
    let isAtOneEnd: Bool

    var testDescription: String { lines }
  }

  static let rows = [
    Row(lines: "....####", ranges: [4..<8], kept: 4, isAtOneEnd: true),
    Row(lines: "####....", ranges: [0..<4], kept: 4, isAtOneEnd: true),
    Row(lines: " # #  . ", ranges: [1..<4], kept: 1, isAtOneEnd: true),
    Row(lines: "..####..", ranges: [2..<6], kept: 4, isAtOneEnd: false),
    Row(lines: "##....##", ranges: [0..<2, 6..<8], kept: 4, isAtOneEnd: false),
    Row(lines: "#.#.", ranges: [0..<1, 2..<3], kept: 2, isAtOneEnd: false),
    Row(lines: "####", ranges: [0..<4], kept: 0, isAtOneEnd: false),
    Row(lines: "....", ranges: [], kept: 4, isAtOneEnd: false),
    Row(lines: "    ", ranges: [], kept: 0, isAtOneEnd: false),
  ]

  @Test("lines and their passages", arguments: rows)
  func passages(row: Row) {
    var passages = LinePassages()
    for (number, sign) in row.lines.enumerated() where sign != " " {
      passages.append(number, isRepeated: sign == "#", local: Int64(number))
    }
    #expect(passages.ranges == row.ranges)
    #expect(passages.kept == row.kept)
    #expect(passages.isAtOneEnd == row.isAtOneEnd)
    #expect(passages.firstKept == Array(row.lines).firstIndex(of: ".").map { Int64($0) })
  }

  @Test("more passages than can be kept are no passages")
  func scattered() {
    var passages = LinePassages()
    for number in 0..<140_000 { passages.append(number, isRepeated: number % 2 == 0, local: 0) }
    #expect(!passages.isBounded)
    #expect(passages.ranges.count < 70_000)
  }
}
