import Foundation
import Testing

/// Behind the switch everybody who claims a sender of this server on port 25 is refused: spam does so by the hundred.
@Suite("Senders that strangers make up")
struct ForgedSenderTests {
  /// Ana has moved; the printer at 10.0.0.60 is refused, the one at 10.0.0.61 is let pass; strangers claim three senders.
  private static func lines() -> [String] {
    var ana = IceWarpTalk(port: 587)
    var lines = ana.submission(by: "ana@example.com")
    let refused = [
      ("10.0.0.60", "scanner@example.com"), ("203.0.113.1", "boss@example.com"), ("203.0.113.2", "info@example.com"),
      ("198.51.100.9", "sales@example.com"),
    ]
    for (number, (client, sender)) in refused.enumerated() {
      let talk = IceWarpTalk(client: client, thread: "001\(number)", helo: "copier")
      lines += talk.greeting
      lines += [
        talk.line("<<< MAIL FROM:<\(sender)>"), talk.line(">>> 501 5.7.1 <\(sender)>... Permission denied"),
      ]
      lines += talk.farewell
    }
    ana = IceWarpTalk(client: "10.0.0.61", thread: "0020", helo: "copier2")
    return lines + ana.greeting
      + ana.message(from: "copier@example.com").map {
        $0.hasSuffix("Recipient ok") ? $0 + "; will forward" : $0
      } + ana.farewell
  }

  @Test("strangers are told apart from users who are refused, unless they come from a trusted address")
  func claims() async throws {
    try await LogFolder.use { folder in
      let log = try folder.write(Self.lines())
      let trusted = try folder.write(["198.51.100.9"], to: "trusted.txt")
      for (more, users, senders) in [
        ([], "1 user was refused and has sent nothing since.", "3 senders who have never logged in were refused:"),
        (
          ["--trusted", trusted], "2 users were refused and have sent nothing since.",
          "2 senders who have never logged in were refused:"
        ),
      ] {
        let run = try ProgramRun(
          ["audit", log, "--language", "en", "--exit-code"] + more, environment: ["COLUMNS": "200"])
        #expect(run.status == 1)
        #expect(run.text.contains(users) && run.text.contains(senders), "\(run.text)")
        let blocked = more.isEmpty ? 1 : 2
        #expect(
          run.text.contains(
            "6 users: Blocked \(blocked), Not moved 0, Moving 0, Unknown 1, Moved 1, Unproven \(4 - blocked)"))
      }
    }
  }

  @Test("who is claimed by strangers alone gets no notice, whatever the account list and the options say")
  func notices() async throws {
    try await LogFolder.use { folder in
      let log = try folder.write(Self.lines())
      let accounts = try folder.write(["scanner@example.com", "boss@example.com", "ana@example.com"], to: "a.txt")
      let state = folder.path("state.sqlite")
      #expect(try ProgramRun(["audit", log, "--state", state, "--quiet"]).status == 0)
      let run = try ProgramRun([
        "notify", "--state", state, "--accounts", accounts, "--include-senders", "--notify-domain", "example.com",
        "--server", "mail.example.com", "--cutover", "2027-12-01", "--unprobed",
      ])
      #expect(run.text.contains("preview  scanner@example.com"), "\(run.text)")
      #expect(run.text.contains("skipped  boss@example.com  (a sender without a login, refused only at addresses"))
    }
  }

  @Test("with a state the numbers by state are those of the list below them")
  func numbersOfTheList() async throws {
    try await LogFolder.use { folder in
      let log = try folder.write(Self.lines())
      let run = try ProgramRun(
        ["audit", log, "--language", "en", "--state", folder.path("state.sqlite"), "--wave-days", "1"],
        environment: ["COLUMNS": "200"])
      #expect(run.text.contains("judged by the 1 days from"), "\(run.text)")
      #expect(
        run.text.contains("6 users: Blocked 1, Not moved 0, Moving 0, Unknown 1, Moved 1, Unproven 3"), "\(run.text)")
      let rows = run.text.split(separator: "\n").filter { $0.contains("@example.com  ") }
      #expect(rows.count == 6 && rows[0].hasPrefix("scanner@example.com  Blocked"), "\(rows)")
      #expect(rows.suffix(3).allSatisfy { $0.contains("Unproven") }, "they hide nobody: \(rows)")
      #expect(run.text.contains("1 user was refused and has sent nothing since."))
      #expect(run.text.contains("3 senders who have never logged in were refused:"))
    }
  }
}
