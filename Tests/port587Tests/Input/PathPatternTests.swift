import ByteScanning
import Testing

@testable import port587

@Suite("Path patterns")
struct PathPatternTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let pattern: String
    let path: String
    let matches: Bool

    init(_ pattern: String, _ path: String, _ matches: Bool) {
      self.pattern = pattern
      self.path = path
      self.matches = matches
    }

    var testDescription: String { "\(pattern) \(matches ? "is" : "is not") \(path)" }
  }

  static let rows = [
    Row("*.log", "smtp.log", true),
    Row("*.log", "/var/log/smtp.log", true),
    Row("*.log", "smtp.log.gz", false),
    Row("*", ".hidden", false),
    Row("?hidden", ".hidden", false),
    Row(".h*", ".hidden", true),
    Row("s????????-??.log", "s20260101-00.log", true),
    Row("s????????-??.log", "s2026010-00.log", false),
    Row("?.log", "ã.log", true),
    Row("s[0-9]*.log", "s20260101.log", true),
    Row("s[!0-9]*.log", "s20260101.log", false),
    Row("s[^0-9]*.log", "sx.log", true),
    Row("[]x].log", "].log", true),
    Row("[a-].log", "-.log", true),
    Row("[.log", "[.log", true),
    Row("\\*.log", "*.log", true),
    Row("\\*.log", "a.log", false),
    Row("a*b*c", "a_bb_b_c", true),
    Row("a*b*c", "a_c_b", false),
    Row("/var/log/*.log", "/var/log/smtp.log", true),
    Row("/var/log/*.log", "/var/log/old/smtp.log", false),
    Row("/var/log/*.log", "var/log/smtp.log", false),
    Row("/var/**/*.log", "/var/log/old/smtp.log", true),
    Row("/var/**/*.log", "/var/smtp.log", true),
    Row("**/smtp/*.log", "a/b/smtp/x.log", true),
    Row("**/smtp/**", "a/smtp/b/c", true),
    Row("**/s2026*.log", "/var/log/s20260316-00.log", true),
    Row("logs/**", "/logs/x.log", false),
    Row("**/a/**/b", "a/x/a/y/z/b", true),
    Row("**/a/**/b", "x/b/a", false),
    Row("./logs/*.log", "logs/x.log", true),
    Row("logs//*.log", "logs/x.log", true),
    Row("logs/25/**", "logs/25/2026/x.log", true),
    Row("", "x", false),
  ]

  @Test(
    "a pattern with a slash stands for the end of a path as well, unless it begins at the root",
    arguments: [
      Row("*/submission/*", "/opt/icewarp/logs/submission/s20260316-00.log", true),
      Row("*/submission/*", "logs/submission/s20260316-00.log", true),
      Row("*/submission/*", "../logs/submission/s20260316-00.log", true),
      Row("*/submission/*", "/opt/icewarp/logs/submission/old/s20260316-00.log", false),
      Row("*/submission/*", "submission/s20260316-00.log", false),
      Row("/submission/*", "/opt/submission/s20260316-00.log", false),
      Row("s2026*", "/opt/submission/s20260316-00.log", true),
    ])
  func ending(_ row: Row) {
    #expect(PathPattern(row.pattern).matches(endOf: FilePath(row.path)) == row.matches)
  }

  @Test("matching", arguments: rows)
  func matching(_ row: Row) {
    #expect(PathPattern(row.pattern).matches(FilePath(row.path)) == row.matches)
  }

  @Test("a hostile pattern takes no time")
  func hostile() {
    let pattern = PathPattern(String(repeating: "*a", count: 200) + "b")
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(!pattern.matches(FilePath(String(repeating: "a", count: 4_000))))
    }
    #expect(time < .seconds(5))
  }

  @Test("bytes that are no UTF-8 match like any other")
  func bytes() {
    #expect(PathPattern("*.log").matches(FilePath(bytes: [0xFF, 0xC3, 0x2E, 0x6C, 0x6F, 0x67])))
    #expect(PathPattern("??.log").matches(FilePath(bytes: [0xFF, 0xC3, 0x2E, 0x6C, 0x6F, 0x67])))
  }
}
