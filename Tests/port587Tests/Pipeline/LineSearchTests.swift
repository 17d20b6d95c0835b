import ByteScanning
import Foundation
import LogFormats
import MailModel
import Testing

@testable import port587

/// How lines of one log are known again in another, and found there by their times.
@Suite("Lines looked for in another log")
struct LineSearchTests {
  private static func hash(_ text: String, from start: Int = 0) -> UInt64 {
    let bytes = Array(text.utf8)
    return SampledLine.hash(of: bytes.span, from: start)
  }

  private static let context = FormatContext(lastDay: CivilDate(daysSinceEpoch: 20_600), year: 2026)

  @Test("Each byte of a line counts, and its length, but not what copying leaves at its end")
  func hashes() {
    let text = "Mar 16 08:00:01 mail postfix/smtpd[811]: connect from x"
    var seen: Set<UInt64> = []
    for count in 0...text.utf8.count {
      let line = String(text.prefix(count))
      let hash = LineSearchTests.hash(line)
      #expect(LineSearchTests.hash(line + " \r ") == LineSearchTests.hash(line))
      #expect(LineSearchTests.hash("(" + line, from: 1) == hash)
      seen.insert(hash)
      for place in 0..<count {
        var other = Array(line.utf8)
        other[place] ^= 1
        #expect(SampledLine.hash(of: other.span) != hash, "\(count) \(place)")
      }
    }
    // Lines that end with a blank are those without it.
    #expect(seen.count == text.utf8.count + 1 - text.count { $0 == " " })
  }

  /// What a line says by its hour: the others are of programs that are not read.
  private static func mail(_ hour: Int, _ second: Int = 0) -> String {
    "Mar 16 \(10 + hour):00:0\(second) mail postfix/smtpd[811]: connect from unknown[192.0.2.\(hour)]\n"
  }

  private static func other(_ hour: Int) -> String {
    "Mar 16 \(10 + hour):00:00 mail kernel: \(String(repeating: "x", count: 80))\n"
  }

  @Test("Lines are found by their times behind megabytes of others")
  func gap() async throws {
    try await LogFolder.use { folder in
      let begin = (0..<40).map { LineSearchTests.mail(1, $0 / 8) }.joined()
      let noise = String(repeating: LineSearchTests.other(1), count: 60_000)
      let path = try folder.write(Data((begin + noise + LineSearchTests.mail(2) + noise).utf8), to: "syslog")
      let file = try PlainFile(path: path)
      var search = TimedSearch(file, PostfixFormat(context: LineSearchTests.context))
      let line = LineSearchTests.mail(2).dropLast()
      let hashes = LineHashes([LineSearchTests.hash(String(line))])
      let local = Int64(20_528) * 86_400_000 + 12 * 3_600_000
      let bytes = search.bytes(within: local...local)
      #expect(bytes.contains(Int64(begin.utf8.count + noise.utf8.count)))
      search.find([SampledLine(hash: LineSearchTests.hash(String(line)), local: local, mayBeFolded: false)], hashes) {
        $0.local
      }
      #expect(hashes.missing == 0)
    }
  }

  @Test(
    "A log whose lines are not in the order of their times is told",
    arguments: [
      ([1, 2, 3], true), ([1, 1, 2], true), ([2, 1, 3], false), ([1, 2, 1], false), ([3], true),
    ])
  func order(hours: [Int], isInOrder: Bool) async throws {
    try await LogFolder.use { folder in
      let text = hours.map { LineSearchTests.mail($0, 4) + LineSearchTests.mail($0, 2) }.joined()
      let file = try PlainFile(path: try folder.write(Data(text.utf8), to: "mail.log"))
      let last = LineSearchTests.mail(hours[hours.count - 1], 2).dropLast()
      let hashes = LineHashes([LineSearchTests.hash(String(last)), 1])
      var marker = LineMarker(hashes, format: PostfixFormat(context: LineSearchTests.context), readsTimes: true)
      #expect(file.scan(into: &marker).fault == nil)
      #expect(marker.isInOrder == isInOrder)
      #expect(hashes.missing == 1)
    }
  }
}
