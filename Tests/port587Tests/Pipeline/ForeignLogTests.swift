import LogFormats
import Testing

@testable import port587

/// A log of a server that is not read is called by its name, with what would help.
@Suite("Logs of other servers")
struct ForeignLogTests {
  /// Lines, and whether Exim wrote them.
  static let rows: [(line: String, isExim: Bool)] = [
    (
      "2026-11-23 16:29:25 1xVWxA-0001rY-0Q <= ana@example.org H=(pc) [192.0.2.11] P=esmtpsa A=plain:ana@example.org S=522",
      true
    ),
    ("2026-11-23 16:29:25 10HmaX-000000005vi-0000 => bob@example.net R=dnslookup T=remote_smtp H=mx [192.0.2.9]", true),
    (
      "Nov 23 16:29:25 mail exim[1234]: 2026-11-23 16:29:25 1xVWxA-0001rY-0Q <= <> R=1xVWx9-0001rY-0P U=Debian-exim",
      true
    ),
    ("2026-11-23 16:29:25.012 +0000 [77] 1ahr79-0006jK-G9 ** bob@example.net: retry timeout exceeded", true),
    ("2026-11-23 16:29:25 1xVWxA-0001rY-0Q Completed", false),
    ("Nov 23 16:29:25 mail postfix/smtpd[4156]: connect from unknown[192.0.2.11]", false),
    ("2026-11-23 16:29:25 abcdef-abcdef-ab and then <= nothing", false),
    ("<= => ->", false), ("", false),
  ]

  @Test("which lines are Exim's", arguments: rows)
  func lines(line: String, isExim: Bool) { #expect(ForeignLog.isExim(Array(line.utf8)) == isExim) }

  @Test("the program names it, and the setting by which Exim logs its own port")
  func program() async throws {
    try await LogFolder.use { folder in
      try folder.write(Self.rows.prefix(2).map(\.line), to: "mainlog")
      let run = try ProgramRun(["audit", "mainlog"], folder: folder.url)
      #expect(run.status == 65)
      for words in ["a log of Exim", "+incoming_interface"] { #expect(run.notes.contains(words), "\(run.notes)") }
      #expect(!run.notes.contains("postfix: "))
    }
  }
}
