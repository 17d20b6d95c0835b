import ArgumentParser
import Foundation
import MailModel
import Testing

@testable import port587

/// Lines that stand in several files are counted once, and what only looks like that is counted for itself.
@Suite("Repeated lines")
struct RepeatedLineTests {
  private static func model(_ folder: LogFolder, _ options: [String] = []) async throws -> ReportModel {
    let options = try AuditOptions.parse([folder.url.path, "--quiet", "--utc-offset", "Z"] + options)
    return try await Audit(options: options, now: Timestamp(seconds: 1_800_000_000)).run().model
  }

  private static func subjects(_ model: ReportModel, _ code: ReportWarningCode) -> [String] {
    model.warnings.filter { $0.code == code }.map {
      ($0.subject ?? "").split(separator: ", ").map { $0.split(separator: "/").last.map { String($0) } ?? "" }
        .joined(separator: ", ")
    }
  }

  /// Some sessions of a day of IceWarp's, an hour after another.
  private static func day(_ number: Int, sessions: Range<Int> = 0..<12) -> [String] {
    sessions.flatMap { session in
      var talk = IceWarpTalk(client: "198.51.100.\(10 + session)", thread: "A\(number)\(10 + session)")
      talk.time = "\(10 + session):\(10 + number):00"
      return talk.submission(by: "user\(session)@example.com").map {
        $0.replacing("16 Mar 2026 10:00:00", with: "\(16 + number) Mar 2026 \(talk.time)")
          .replacing("Mon, ", with: ["Mon, ", "Tue, ", "Wed, "][number])
      }
    }
  }

  private static func name(_ number: Int) -> String { "s202603\(16 + number)-00.log" }

  @Test("What was filtered out of IceWarp's logs and saved beside them, with a state too")
  func extract() async throws {
    try await LogFolder.use { folder in
      for number in 0..<3 {
        try folder.write(RepeatedLineTests.day(number), end: "\r\n", to: RepeatedLineTests.name(number))
      }
      let state = ["--state", folder.path("../\(folder.url.lastPathComponent).sqlite"), "--server-name", "mail"]
      defer { for end in ["", ".lock"] { try? FileManager.default.removeItem(atPath: state[1] + end) } }
      let before = try await RepeatedLineTests.model(folder)
      _ = try await RepeatedLineTests.model(folder, state)
      let filter = "grep -hE 'MAIL FROM|AUTH|235' s2026*.log"
      for command in [
        "\(filter) > logins.txt", "\(filter) | tr -d '\\r' | gzip > s-extract.log.gz",
        "grep -h user3 s20260317-00.log > s20260317-user3.log",
        "grep -hE 'EHLO|MAIL' s20260318-00.log > s20260318-00-mail.log",
      ] {
        #expect(try ProgramRun(shell: command, folder: folder.url).status == 0)
      }
      for options in [[], state] {
        let model = try await RepeatedLineTests.model(folder, options)
        #expect(model.totals == before.totals)
        #expect(model.window == before.window)
        #expect(
          RepeatedLineTests.subjects(model, .duplicateSource).sorted() == [
            "logins.txt", "s-extract.log.gz", "s20260317-user3.log", "s20260318-00-mail.log",
          ])
        #expect(!model.warnings.contains { $0.code == .overlappingSources })
      }
    }
  }

  @Test("Days joined in one file beside their logs, whatever it is called")
  func joinedDays() async throws {
    try await LogFolder.use { folder in
      for number in 0..<3 {
        try folder.write(RepeatedLineTests.day(number), end: "\r\n", to: RepeatedLineTests.name(number))
      }
      let before = try await RepeatedLineTests.model(folder)
      let names = ["all.log", "joined/s20260316-all.log", "s20260316-20260318.log", "whole-20260327.log"]
      let commands =
        ["mkdir joined"] + names.map { "cat s2026031?-00.log > \($0)" } + ["cat s2026031[67]-00.log > a.log"]
      for command in commands { #expect(try ProgramRun(shell: command, folder: folder.url).status == 0) }
      let model = try await RepeatedLineTests.model(folder)
      #expect(model.totals == before.totals)
      #expect(model.window == before.window)
      #expect(model.sources.count == 3)
      #expect(!model.warnings.contains { $0.code == .overlappingSources })
    }
  }

  @Test("The day in the name of an extract may be the one on which it was saved", arguments: ["denied-", "s", "mx-20"])
  func extractOfToday(name: String) async throws {
    try await LogFolder.use { folder in
      for number in 0..<3 { try folder.write(RepeatedLineTests.day(number), to: RepeatedLineTests.name(number)) }
      let before = try await RepeatedLineTests.model(folder)
      let file = name.hasSuffix("20") ? "mx-20260327.log" : name == "s" ? "s20260327-mail.log" : "\(name)20260327.log"
      let command = "grep -hE 'MAIL FROM|AUTH|235' s2026*.log > \(file)"
      #expect(try ProgramRun(shell: command, folder: folder.url).status == 0)
      let model = try await RepeatedLineTests.model(folder)
      #expect(model.totals == before.totals)
      #expect(model.window == before.window)
      #expect(RepeatedLineTests.subjects(model, .duplicateSource) == [file])
    }
  }

  @Test("Of two logs of one name the shorter one is passed over, wherever it lies", arguments: ["bak", "zz"])
  func earlierCopy(place: String) async throws {
    try await LogFolder.use { folder in
      let lines = RepeatedLineTests.day(0)
      try folder.write(lines, end: "\r\n", to: "logs/s20260316-00.log")
      try folder.write(Array(lines.prefix(100)), to: "\(place)/s20260316-00.log")
      let model = try await RepeatedLineTests.model(folder)
      #expect(model.totals.authenticatedSessions == 12)
      #expect(!model.warnings.contains { $0.code == .overlappingSources })
    }
  }

  @Test("Copies with other line ends or in another encoding")
  func copies() async throws {
    try await LogFolder.use { folder in
      let lines = RepeatedLineTests.day(0)
      try folder.write(lines, end: "\r\n", to: RepeatedLineTests.name(0))
      try folder.write(lines, to: "s20260316-00.lf.log")
      try folder.write(lines.map { $0 + "  " }, end: "\r\n", to: "padded/s20260316-00.log")
      let wide = lines.map { $0 + "\r\n" }.joined().data(using: .utf16LittleEndian) ?? Data()
      try folder.write(Data([0xFF, 0xFE]) + wide, to: "s20260316-00.utf16.log")
      try folder.write(lines, to: "copy/smtp.log")
      #expect(try ProgramRun(shell: "gzip copy/smtp.log", folder: folder.url).status == 0)
      let model = try await RepeatedLineTests.model(folder)
      #expect(model.totals.authenticatedSessions == 12)
      #expect(model.sources.map { $0.path.hasSuffix("/s20260316-00.log") } == [true])
      #expect(model.sources.first?.path.contains("padded") == false)
      #expect(RepeatedLineTests.subjects(model, .duplicateSource).count == 4)
    }
  }

  @Test("Logs that hold nothing of each other are all read")
  func others() async throws {
    try await LogFolder.use { folder in
      let lines = RepeatedLineTests.day(0)
      try folder.write(lines, to: RepeatedLineTests.name(0))
      // Another day of the same people, without a day in the name: cut at both ends, in the middle of sessions.
      try folder.write(Array(RepeatedLineTests.day(1).dropFirst(9).dropLast(12)), to: "cut.log")
      // The rest of the day, and an idle server.
      try folder.write(RepeatedLineTests.day(2, sessions: 0..<6), to: "s20260318-00.log")
      try folder.write(RepeatedLineTests.day(2, sessions: 6..<12), to: "s20260318-01.log")
      try folder.write([IceWarpTalk().line("Connected")], to: "idle.log")
      let model = try await RepeatedLineTests.model(folder)
      #expect(model.sources.count == 5)
      #expect(!model.warnings.contains { [.duplicateSource, .overlappingSources].contains($0.code) })
    }
  }

  @Test("An extract of logs of which some are gone is read, and that is said")
  func goneLogs() async throws {
    try await LogFolder.use { folder in
      for number in 0..<2 { try folder.write(RepeatedLineTests.day(number), to: RepeatedLineTests.name(number)) }
      let command = "grep -hE 'EHLO|AUTH|MAIL|235' s2026*.log > mail.txt && rm s20260316-00.log"
      #expect(try ProgramRun(shell: command, folder: folder.url).status == 0)
      let model = try await RepeatedLineTests.model(folder)
      #expect(RepeatedLineTests.subjects(model, .overlappingSources) == ["s20260317-00.log, mail.txt"])
      #expect(RepeatedLineTests.subjects(model, .guessedDays) == ["mail.txt"])
      let run = try ProgramRun(["audit", "--json", "."], folder: folder.url)
      #expect(run.notes.contains("hold some lines both"))
    }
  }

  // MARK: syslog

  /// A day of mail by the minute, as it stands in `mail.log`, and with lines of others in `syslog`.
  private static func mail(_ day: Int, _ sessions: Range<Int> = 0..<40, all: Bool = false) -> String {
    let date = "2026-03-\(day + 10)"
    let text = SubmissionLog.text(sessions, day: date)
    let hour = sessions.lowerBound / 60 + 8
    let other = "\(date)T\(hour < 10 ? "0" : "")\(hour):00:00.000000+00:00 mail CRON[99]: (root) CMD (run-parts)\n"
    let warning =
      "\(date)T20:00:00.000000+00:00 mail postfix/smtpd[9]: warning: unknown[203.0.113.9]: "
      + "SASL LOGIN authentication failed: x\n"
    return (all ? String(repeating: other, count: 20) : "") + text + (sessions.upperBound == 40 ? warning : "")
  }

  private static func warning(_ day: Int) -> String {
    String(mail(day, 39..<40).split(separator: "\n").last ?? "") + "\n"
  }

  private static func write(_ folder: LogFolder, _ name: String, _ text: String, packed: Bool = false) throws {
    try folder.write(Data(text.utf8), to: name)
    if packed { #expect(try ProgramRun(shell: "gzip \(name)", folder: folder.url).status == 0) }
  }

  @Test("The same mail in mail.log, syslog and mail.warn, rotated at other times")
  func daemonFiles() async throws {
    try await LogFolder.use { folder in
      let days = 0..<8
      try RepeatedLineTests.write(folder, "mail.log", days.suffix(3).map { RepeatedLineTests.mail($0) }.joined())
      try RepeatedLineTests.write(
        folder, "mail.log.1", days.prefix(5).map { RepeatedLineTests.mail($0) }.joined(), packed: true)
      let before = try await RepeatedLineTests.model(folder)
      #expect(before.totals.authenticatedSessions == 320)
      for (number, day) in days.suffix(5).reversed().enumerated() {
        let name = number == 0 ? "syslog" : "syslog.\(number)"
        try RepeatedLineTests.write(folder, name, RepeatedLineTests.mail(day, all: true), packed: number > 1)
      }
      try RepeatedLineTests.write(folder, "mail.warn", days.map { RepeatedLineTests.warning($0) }.joined())
      let model = try await RepeatedLineTests.model(folder)
      #expect(model.totals == before.totals)
      #expect(model.users == before.users)
      #expect(model.sources.count == 2)
      #expect(RepeatedLineTests.subjects(model, .duplicateSource).count == 6)
      #expect(!model.warnings.contains { $0.code == .overlappingSources })
    }
  }

  @Test("A syslog that holds more than mail.log is read instead; where each holds more, what both hold counts once")
  func longerFile() async throws {
    try await LogFolder.use { folder in
      try RepeatedLineTests.write(folder, "syslog", (0..<3).map { RepeatedLineTests.mail($0, all: true) }.joined())
      try RepeatedLineTests.write(folder, "mail.log", RepeatedLineTests.mail(2))
      let model = try await RepeatedLineTests.model(folder)
      #expect(model.totals.authenticatedSessions == 120)
      #expect(RepeatedLineTests.subjects(model, .duplicateSource) == ["mail.log"])
      try RepeatedLineTests.write(folder, "mail.log", (2..<4).map { RepeatedLineTests.mail($0) }.joined())
      let both = try await RepeatedLineTests.model(folder)
      #expect(both.sources.count == 2)
      #expect(both.totals.authenticatedSessions == 160)
      #expect(!both.warnings.contains { [.duplicateSource, .overlappingSources].contains($0.code) })
    }
  }

  /// A session of another server, at the time of one of the sessions.
  private static func branch(_ number: Int) -> String {
    SubmissionLog.text(number..<number + 1).replacing("mail postfix", with: "mx3 postfix")
      .replacing("user\(number % 7)@example.com", with: "branch@example.net")
  }

  @Test("One session that a file has alone is not lost, wherever it stands", arguments: [6, 7, 40, 100])
  func ownSession(place: Int) async throws {
    try await LogFolder.use { folder in
      let (begin, end) = (SubmissionLog.text(0..<place), SubmissionLog.text(place..<158))
      try RepeatedLineTests.write(folder, "mail.log", begin + end)
      try RepeatedLineTests.write(folder, "syslog", begin + RepeatedLineTests.branch(place) + end)
      let model = try await RepeatedLineTests.model(folder)
      #expect(model.totals.authenticatedSessions == 159)
      #expect(model.users.contains { $0.identity == "branch@example.net" })
      #expect(RepeatedLineTests.subjects(model, .duplicateSource) == ["mail.log"])
      // The other way round: a hole in mail.log.
      try RepeatedLineTests.write(folder, "mail.log", begin + SubmissionLog.text(place + 1..<158))
      try RepeatedLineTests.write(folder, "syslog", begin + end)
      #expect(try await RepeatedLineTests.model(folder).totals.authenticatedSessions == 158)
      // Each holds one: syslog is read for the three lines of its own, and all of its lines are numbered.
      let hole = RepeatedLineTests.branch(place) + SubmissionLog.text(place + 1..<158)
      try RepeatedLineTests.write(folder, "mail.log", begin + hole)
      let both = try await RepeatedLineTests.model(folder)
      #expect(both.totals.authenticatedSessions == 159)
      let syslog = both.sources.first { $0.path.hasSuffix("syslog") }
      #expect(syslog?.lines == 158 * 3)
      #expect(syslog?.events == 3)
    }
  }

  @Test("What a syslog daemon folds in one file and not in the other is no difference")
  func foldedLines() async throws {
    try await LogFolder.use { folder in
      let failure = "postfix/smtpd[9]: warning: unknown[203.0.113.9]: SASL LOGIN authentication failed: x"
      func line(_ second: Int, _ text: String) -> String { "2026-03-16T07:00:0\(second).000000+00:00 mail \(text)\n" }
      let rest = SubmissionLog.text(0..<100)
      try RepeatedLineTests.write(
        folder, "mail.log", line(0, failure) + line(4, "message repeated 2 times: [ \(failure)]") + rest)
      try RepeatedLineTests.write(
        folder, "syslog",
        [line(0, failure), line(1, "cron[1]: x"), line(2, failure), line(3, "cron[2]: x"), line(4, failure)].joined()
          + rest)
      let model = try await RepeatedLineTests.model(folder)
      #expect(RepeatedLineTests.subjects(model, .duplicateSource) == ["syslog"])
      #expect(model.totals.authenticatedSessions == 100)
    }
  }

  @Test("A log server: two hosts in one file, and the same mail in a folder for each host")
  func logServer() async throws {
    try await LogFolder.use { folder in
      let lines = (0..<60).map { SubmissionLog.text($0..<$0 + 1) + ($0 % 2 == 1 ? RepeatedLineTests.branch($0) : "") }
      try RepeatedLineTests.write(folder, "mail.log", lines.joined())
      try RepeatedLineTests.write(folder, "syslog.1", lines.prefix(31).joined() + SubmissionLog.text(31..<32))
      try RepeatedLineTests.write(folder, "syslog", RepeatedLineTests.branch(31) + lines.suffix(28).joined())
      try RepeatedLineTests.write(folder, "hosts/mail/mail.log", SubmissionLog.text(5..<60))
      let model = try await RepeatedLineTests.model(folder)
      #expect(model.totals.authenticatedSessions == 90)
      #expect(model.sources.count == 1)
      #expect(!model.warnings.contains { $0.code == .overlappingSources })
    }
  }

  @Test("What both hold is said where one of them is packed in another folder, and the other is not read by passages")
  func packedElsewhere() async throws {
    try await LogFolder.use { folder in
      try RepeatedLineTests.write(
        folder, "old/mail.log.1", (0..<2).map { RepeatedLineTests.mail($0) }.joined(), packed: true)
      try RepeatedLineTests.write(folder, "new/syslog", (1..<3).map { RepeatedLineTests.mail($0) }.joined())
      let model = try await RepeatedLineTests.model(folder)
      #expect(model.totals.authenticatedSessions == 160)
      #expect(RepeatedLineTests.subjects(model, .overlappingSources).count == 1)
    }
  }

  @Test("Long files are looked at in places")
  func longFiles() async throws {
    try await LogFolder.use { folder in
      let days = (0..<20).map { day in
        RepeatedLineTests.mail(day, 40..<900) + RepeatedLineTests.mail(day, 900..<940, all: true)
      }
      try RepeatedLineTests.write(folder, "mail.log", (0..<20).map { RepeatedLineTests.mail($0, 40..<940) }.joined())
      try RepeatedLineTests.write(folder, "syslog", days.joined())
      let model = try await RepeatedLineTests.model(folder)
      #expect(model.totals.authenticatedSessions == 18_000)
      #expect(RepeatedLineTests.subjects(model, .duplicateSource) == ["syslog"])
      // The disk was full for some minutes, between two of the places.
      let cut = (0..<20).map { RepeatedLineTests.mail($0, $0 == 7 ? 52..<940 : 40..<940) }
      try RepeatedLineTests.write(folder, "mail.log", cut.joined())
      let all = try await RepeatedLineTests.model(folder)
      #expect(all.totals.authenticatedSessions == 18_000)
      #expect(RepeatedLineTests.subjects(all, .duplicateSource) == ["mail.log"])
    }
  }
}
