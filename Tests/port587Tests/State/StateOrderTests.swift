import Foundation
import Testing

/// Logs of one stream that are read in several runs, with stamps that are not quite in order.
@Suite("State, order of logs")
struct StateOrderTests {
  /// Reads logs one after another into a state, and all at once without one; both have to count the same.
  private static func expectSame(_ logs: [(name: String, lines: [String])]) async throws {
    try await LogFolder.use { folder in
      func audit(_ more: [String]) throws -> ReportText {
        try ReportText(ProgramRun(["audit", folder.path("logs"), "--json", "--quiet"] + more).output)
      }
      var last: ReportText?
      for log in logs {
        try folder.write(log.lines, to: "logs/" + log.name)
        last = try audit(["--state", folder.path("state.sqlite"), "--server-name", "mail"])
      }
      let whole = try audit([])
      #expect(try last?.comparable == whole.comparable)
      #expect(whole.number("totals.messages") ?? 0 > 0)
    }
  }

  @Test("the last line of an IceWarp log is stamped a second after the first of the next one")
  func cache() async throws {
    let ana = IceWarpTalk(client: "198.51.100.21", thread: "0A24")
    var later = ana
    later.time = "10:00:02"
    let other = IceWarpTalk(client: "198.51.100.22", thread: "0B00", time: "10:00:03", port: 587)
    var end = other
    end.time = "10:00:05"
    try await StateOrderTests.expectSame([
      (
        "s20260316-00.log",
        ana.greeting + ana.login("ana@example.com") + [other.line("Connected, local IP=192.0.2.10:587")]
      ),
      ("s20260316-01.log", later.message(from: "ana@example.com") + later.farewell + [end.line("Disconnected")]),
    ])
  }

  @Test("the session that goes on in the third log is the one of the second, and not of the first")
  func person() async throws {
    let ana = IceWarpTalk(client: "198.51.100.21", thread: "0A24")
    let other = IceWarpTalk(client: "198.51.100.22", thread: "0B00", time: "10:00:03", port: 587)
    var leaves = ana
    leaves.time = "10:00:02"
    var bob = ana
    bob.time = "10:05:00"
    var later = ana
    later.time = "10:06:00"
    try await StateOrderTests.expectSame([
      (
        "s20260316-00.log",
        ana.greeting + ana.login("ana@example.com") + [other.line("Connected, local IP=192.0.2.10:587")]
      ),
      ("s20260316-01.log", leaves.farewell + bob.greeting + bob.login("bob@example.com")),
      ("s20260316-02.log", later.message(from: "bob@example.com") + later.farewell),
    ])
  }

  @Test("one stamp of the future puts no later log aside")
  func future() async throws {
    func line(_ stamp: String, _ text: String) -> String {
      "\(stamp)+00:00 mail postfix/smtpd[3003]: \(text)"
    }
    let client = "unknown[198.51.100.5]"
    var logs: [(name: String, lines: [String])] = []
    for day in 1...4 {
      var lines: [String] = []
      if day > 1 {
        lines += [
          line(
            "2026-03-0\(day)T00:00:00", "AAAA\(day): client=\(client), sasl_method=PLAIN, sasl_username=bob@example.com"
          ),
          line(
            "2026-03-0\(day)T00:00:01", "disconnect from \(client) ehlo=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=6"
          ),
        ]
      } else {
        lines += [
          line("2026-03-01T08:00:00", "connect from unknown[198.51.100.6]"),
          line("2126-01-01T00:00:00", "disconnect from unknown[198.51.100.6] ehlo=1 quit=1 commands=2"),
        ]
      }
      lines.append(line("2026-03-0\(day)T23:59:00", "connect from \(client)"))
      logs.append(("mail.log-2026030\(day)", lines))
    }
    try await StateOrderTests.expectSame(logs)
  }

  @Test("a log that does not tell how its clock goes has the clock of those that were read before")
  func clock() async throws {
    var first = IceWarpTalk(client: "198.51.100.21", thread: "0A24")
    first.time = "10:00:00"
    let greeting = first.greeting.map { $0.replacing("10:00:00 +0000", with: "10:00:00 -0300") }
    let later = IceWarpTalk(client: "198.51.100.22", thread: "0B00", time: "11:00:00")
    let silent = later.greeting.filter { !$0.contains(">>> 220") }
    try await StateOrderTests.expectSame([
      (
        "s20260316-00.log",
        greeting + first.login("ana@example.com") + first.message(from: "ana@example.com") + first.farewell
      ),
      (
        "s20260316-01.log",
        silent + later.login("bob@example.com") + later.message(from: "bob@example.com") + later.farewell
      ),
    ])
  }
}
