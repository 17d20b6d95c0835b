import ArgumentParser
import Foundation
import MailModel
import Testing

@testable import port587

/// Clocks that jump, years that are left out, and days that not every year has.
@Suite("Clocks")
struct ClockTests {
  private static func model(
    _ folder: LogFolder, _ options: [String], now: String = "2026-06-01T00:00:00Z"
  ) async throws -> ReportModel {
    let moment = try #require(Timestamp(iso8601: now))
    return try await Audit(options: AuditOptions.parse([folder.url.path, "--quiet"] + options), now: moment).run().model
  }

  /// A Postfix session of one submission, by its stamps.
  private static func postfix(_ stamp: String, _ process: Int, _ user: String) -> [String] {
    let head = "\(stamp) mail postfix/submission/smtpd[\(process)]: "
    return [
      head + "connect from unknown[198.51.100.7]",
      head + "3F2A\(process): client=unknown[198.51.100.7], sasl_method=PLAIN, sasl_username=\(user)@example.com",
      head + "disconnect from unknown[198.51.100.7] ehlo=2 starttls=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=8",
    ]
  }

  private static func touch(_ path: String, _ moment: String) throws {
    let date = try Date(moment, strategy: .iso8601)
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
  }

  private static func times(_ model: ReportModel, _ user: String) -> [String] {
    let ports = model.users.first { $0.identity == user + "@example.com" }?.ports ?? [:]
    return ports.values.map { $0.firstAt.description }
  }

  @Test("31 December to 1 January without a year")
  func turnOfYear() async throws {
    try await LogFolder.use { folder in
      let path = try folder.write(
        ClockTests.postfix("Dec 31 23:59:58", 100, "ana") + ClockTests.postfix("Jan  1 00:00:03", 101, "bia"),
        to: "mail.log")
      try ClockTests.touch(path, "2026-01-01T12:00:00Z")
      let model = try await ClockTests.model(folder, ["--utc-offset", "Z"])
      #expect(ClockTests.times(model, "ana") == ["2025-12-31T23:59:58Z"])
      #expect(ClockTests.times(model, "bia") == ["2026-01-01T00:00:03Z"])
    }
  }

  @Test("An undated log without greetings ends on the day of its last change", arguments: [false, true])
  func undated(isPacked: Bool) async throws {
    try await LogFolder.use { folder in
      let times = ["00:10:00", "23:50:00", "00:10:00", "23:50:00", "00:10:00", "23:50:00"]
      let lines = times.enumerated().flatMap { number, time in
        IceWarpTalk(thread: "000\(number)", time: time).submission(by: "ana@example.com")
          .filter { !$0.contains(">>> 220 ") }
      }
      let path = try folder.write(lines, to: "smtp.log")
      try ClockTests.touch(path, "2026-11-23T23:51:00Z")
      if isPacked { #expect(try ProgramRun(shell: "gzip smtp.log", folder: folder.url).status == 0) }
      let model = try await ClockTests.model(folder, ["--utc-offset", "Z"])
      #expect(model.daily.map(\.day) == ["2026-11-21", "2026-11-22", "2026-11-23"])
      #expect(model.totals.authenticatedSessions == 6)
    }
  }

  @Test("Without a day in the name each greeting tells its day, also for the line before it")
  func greetings() async throws {
    try await LogFolder.use { folder in
      // The first day ends in the afternoon, each of the others begins a little later than the one before.
      let days = [("17:30:00", "Fri, 20"), ("08:00:00", "Sat, 21"), ("08:10:00", "Sun, 22"), ("08:20:00", "Mon, 23")]
      let lines = days.enumerated().flatMap { number, day in
        IceWarpTalk(thread: "000\(number)", time: day.0).submission(by: "ana@example.com").map {
          $0.replacing("Mon, 16 Mar 2026 10:00:00", with: "\(day.1) Nov 2026 \(day.0)")
        }
      }
      try folder.write(lines, to: "smtp.log")
      let model = try await ClockTests.model(folder, ["--utc-offset", "Z"])
      #expect(model.daily.map(\.day) == ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"])
      #expect(model.totals.sessions == 4)
      #expect(model.window.from?.description == "2026-11-20T17:30:00Z")
      #expect(model.window.to?.description == "2026-11-23T08:20:00Z")
    }
  }

  @Test("The window holds every session of the night in which the clocks change")
  func windowOfSummerTime() async throws {
    try await LogFolder.use { folder in
      // At 03:00 of the 25th the clock goes back to 02:00, and UTC+2 becomes UTC+1.
      let lines = [("00:30:00", "+0200", "ana"), ("23:30:00", "+0100", "bia")].enumerated().flatMap { number, session in
        IceWarpTalk(thread: "000\(number)", time: session.0).submission(by: session.2 + "@example.com").map {
          $0.replacing("Mon, 16 Mar 2026 10:00:00 +0000", with: "Sun, 25 Oct 2026 \(session.0) \(session.1)")
        }
      }
      try folder.write(lines, to: "s20261025-00.log")
      let model = try await ClockTests.model(folder, ["--utc-offset", "+02:00"])
      #expect(ClockTests.times(model, "bia") == ["2026-10-25T22:30:00Z"])
      #expect(model.sources.first?.from?.description == "2026-10-24T22:30:00Z")
      #expect(model.sources.first?.to?.description == "2026-10-25T22:30:00Z")
      #expect(model.window.to?.description == "2026-10-25T22:30:00Z")
    }
  }

  @Test("29 February is of the last leap year, and 30 February is no day")
  func leapDay() async throws {
    try await LogFolder.use { folder in
      let path = try folder.write(
        ClockTests.postfix("Feb 28 10:00:00", 100, "ana") + ClockTests.postfix("Feb 29 10:00:00", 101, "bia")
          + ClockTests.postfix("Feb 30 10:00:00", 102, "caio") + ClockTests.postfix("Mar  1 10:00:00", 103, "dora"),
        to: "mail.log")
      try ClockTests.touch(path, "2024-03-02T12:00:00Z")
      let model = try await ClockTests.model(folder, ["--utc-offset", "Z"])
      #expect(ClockTests.times(model, "bia") == ["2024-02-29T10:00:00Z"])
      #expect(ClockTests.times(model, "dora") == ["2024-03-01T10:00:00Z"])
      #expect(ClockTests.times(model, "caio") == [])
      #expect(model.sources.first.map { $0.malformed + $0.unrecognised } == 3)
    }
  }

  @Test("--year that has no 29 February does not end the program")
  func leapDayOfNoYear() async throws {
    try await LogFolder.use { folder in
      try folder.write(
        ClockTests.postfix("Feb 28 10:00:00", 100, "ana") + ClockTests.postfix("Feb 29 10:00:00", 101, "bia"),
        to: "mail.log")
      let model = try await ClockTests.model(folder, ["--utc-offset", "Z", "--year", "2025"])
      #expect(ClockTests.times(model, "ana") == ["2025-02-28T10:00:00Z"])
      let source = try #require(model.sources.first)
      #expect(source.lines == source.events + source.ignored + source.unrecognised + source.malformed)
    }
  }

  @Test("A clock set back an hour inside a log loses and doubles nothing")
  func setBack() async throws {
    try await LogFolder.use { folder in
      var lines: [String] = []
      for (number, time) in ["10:00:00", "10:30:00", "09:30:00", "09:45:00", "10:30:00"].enumerated() {
        lines += IceWarpTalk(thread: "000\(number)", time: time).submission(by: "u\(number)@example.com")
      }
      try folder.write(lines)
      let model = try await ClockTests.model(folder, ["--utc-offset", "Z"])
      #expect(model.totals.authenticatedSessions == 5)
      #expect(model.users.count == 5)
      #expect(model.sources.first?.from?.description == "2026-03-16T09:30:00Z")
      #expect(model.sources.first?.to?.description == "2026-03-16T10:30:00Z")
    }
  }

  @Test("Summer time: the hour that is there twice and the hour that is not", arguments: ["2026-10-25", "2026-03-29"])
  func summerTime(day: String) async throws {
    try await LogFolder.use { folder in
      let hours = ["00:30", "01:30", "02:30", "02:30", "03:30"]
      let name = "s" + day.replacingOccurrences(of: "-", with: "") + "-00.log"
      let lines = hours.enumerated().flatMap { number, hour in
        // Without the greeting the log does not say its offset.
        IceWarpTalk(thread: "000\(number)", time: hour + ":00").submission(by: "u\(number)@example.com")
          .filter { !$0.contains(">>> 220 ") }
      }
      try folder.write(lines, to: name)
      let run = try ProgramRun(["audit", "--json", "."], environment: ["TZ": "Europe/Berlin"], folder: folder.url)
      #expect(run.status == 0)
      let report = try ReportText(run.output)
      #expect(report.number("totals.authenticatedSessions") == 5)
      let source = try #require(report.list("sources").first)
      let (first, last) =
        day == "2026-10-25"
        ? ("2026-10-24T22:30:00Z", "2026-10-25T02:30:00Z") : ("2026-03-28T23:30:00Z", "2026-03-29T01:30:00Z")
      #expect(source["from"] as? String == first)
      #expect(source["to"] as? String == last)
    }
  }

  @Test("Times of the other half of the year are shown as the clock on the wall showed them")
  func otherHalf() async throws {
    try await LogFolder.use { folder in
      let lines =
        ClockTests.postfix("2026-07-15T00:15:00+02:00", 41, "ana")
        + ClockTests.postfix("2026-11-20T23:30:00+01:00", 42, "ben")
      try folder.write(lines, to: "mail.log")
      let run = try ProgramRun(
        ["audit", "--language", "en", "--output", "out", "mail.log"],
        environment: ["TZ": "Europe/Madrid", "COLUMNS": "200"], folder: folder.url)
      #expect(run.text.contains("2026-07-15 00:15 to 2026-11-20 23:30 UTC+02:00/+01:00"), "\(run.text)")
      let page = try String(contentsOfFile: folder.path("out/report.html"), encoding: .utf8)
      #expect(page.contains("2026-07-15 00:15") && !page.contains("2026-07-14"))
    }
  }

  @Test("Stamps that are no time", arguments: ["24:00:00", "10:60:00", "10:00:61", "-1:00:00", "1O:00:00", "99:99:99"])
  func noTime(stamp: String) async throws {
    try await LogFolder.use { folder in
      var broken = IceWarpTalk(thread: "0002")
      broken.time = stamp
      try folder.write(
        IceWarpTalk().submission(by: "ana@example.com") + broken.submission(by: "bia@example.com")
          + IceWarpTalk(thread: "0003").submission(by: "caio@example.com"))
      let model = try await ClockTests.model(folder, ["--utc-offset", "Z"])
      #expect(model.users.map { $0.identity } == ["ana@example.com", "caio@example.com"])
      let source = try #require(model.sources.first)
      #expect(source.lines == source.events + source.ignored + source.unrecognised + source.malformed)
      #expect(source.malformed + source.unrecognised > 0)
    }
  }
}
