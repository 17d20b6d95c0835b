import ArgumentParser
import Foundation
import MailModel
import Testing

@testable import port587

/// Logs of IceWarp with days in their names: what belongs to which day, and which files are of one server.
@Suite("Day files")
struct DayFileTests {
  private static func model(
    _ path: String, _ options: [String] = [], pieceBytes: Int64? = nil
  ) async throws -> ReportModel {
    let options = try AuditOptions.parse([path, "--quiet"] + options)
    var audit = try Audit(options: options, now: Timestamp(seconds: 1_900_000_000))
    if let pieceBytes { audit.pieceBytes = pieceBytes }
    return try await audit.run().model
  }

  /// A session of one submission, each of whose lines has its own stamp.
  private static func session(_ user: String, day: Int, thread: String, port: Int = 587, _ times: [String]) -> [String]
  {
    var talk = IceWarpTalk(thread: thread, port: port)
    let lines = talk.submission(by: user + "@example.com")
    return lines.indices.map { i in
      talk.time = times[i * times.count / lines.count]
      return lines[i].replacing("] 10:00:00 ", with: "] \(talk.time) ")
        .replacing("Mon, 16 Mar 2026 10:00:00", with: "Mon, \(day) Mar 2026 \(talk.time)")
    }
  }

  private static func first(_ model: ReportModel, _ user: String) -> String? {
    model.users.first { $0.identity == user + "@example.com" }?.ports.values.map(\.firstAt).min()?.description
  }

  /// Two days, whose second begins with lines that stand at the end of the file of the first.
  private static let day =
    session("ana", day: 16, thread: "0001", ["00:00:05"]) + session("ana", day: 16, thread: "0002", ["12:00:00"])
    + session("bia", day: 16, thread: "0003", port: 25, ["23:59:57", "23:59:59", "00:00:02"])
  private static let night = session("caio", day: 17, thread: "0004", port: 25, ["00:00:01", "00:00:03", "00:00:21"])
  private static let next = session("ana", day: 17, thread: "0005", ["09:00:00"])

  private static func check(_ model: ReportModel) {
    #expect(model.totals.sessions == 5)
    #expect(model.totals.authenticatedSessions == 5)
    #expect(model.totals.messages == 5)
    #expect(model.totals.unauthenticatedRelays == 0)
    #expect(first(model, "bia") == "2026-03-16T23:59:57Z")
    #expect(first(model, "caio") == "2026-03-17T00:00:01Z")
    #expect(model.window.from?.description == "2026-03-16T00:00:05Z")
    #expect(model.window.to?.description == "2026-03-17T09:00:00Z")
  }

  @Test(
    "Lines behind midnight at the end of a file are of the next day", arguments: [nil, 300, 1000, 4000] as [Int64?])
  func behindMidnight(pieceBytes: Int64?) async throws {
    try await LogFolder.use { folder in
      let cut = DayFileTests.night.count * 2 / 3
      try folder.write(DayFileTests.day + DayFileTests.night.prefix(cut), to: "s20260316-00.log")
      try folder.write(DayFileTests.night.dropFirst(cut) + DayFileTests.next, to: "s20260317-00.log")
      DayFileTests.check(try await DayFileTests.model(folder.url.path, pieceBytes: pieceBytes))
      #expect(try ProgramRun(shell: "gzip s20260316-00.log", folder: folder.url).status == 0)
      DayFileTests.check(try await DayFileTests.model(folder.url.path, pieceBytes: pieceBytes))
    }
  }

  @Test("The same where a state reads a file as it grows", arguments: [1, 7, 14])
  func behindMidnightWithState(step: Int) async throws {
    try await LogFolder.use { folder in
      let state = ["--state", folder.path("state.sqlite")]
      let cut = DayFileTests.night.count * 2 / 3
      let lines = DayFileTests.day + DayFileTests.night.prefix(cut)
      for end in stride(from: lines.count - 28, to: lines.count, by: step) {
        try folder.write(Array(lines.prefix(end)), to: "logs/s20260316-00.log")
        _ = try await DayFileTests.model(folder.path("logs"), state)
      }
      try folder.write(lines, to: "logs/s20260316-00.log")
      try folder.write(DayFileTests.night.dropFirst(cut) + DayFileTests.next, to: "logs/s20260317-00.log")
      DayFileTests.check(try await DayFileTests.model(folder.path("logs"), state))
    }
  }

  @Test(
    "Days joined in one file keep their days",
    arguments: ["smtp-20260316-20260317.log", "s20260316-00.log", "desde-20260316.log"])
  func joined(name: String) async throws {
    try await LogFolder.use { folder in
      try folder.write(DayFileTests.day + DayFileTests.night + DayFileTests.next, to: name)
      for pieceBytes in [nil, 1000] as [Int64?] {
        DayFileTests.check(try await DayFileTests.model(folder.url.path, pieceBytes: pieceBytes))
      }
      #expect(try ProgramRun(shell: "gzip *.log", folder: folder.url).status == 0)
      DayFileTests.check(try await DayFileTests.model(folder.url.path))
    }
  }

  @Test("Files of one server in several places are one log")
  func places() async throws {
    try await LogFolder.use { folder in
      let cut = DayFileTests.night.count / 2
      let head = DayFileTests.day + DayFileTests.night.prefix(cut)
      try folder.write(head, to: "2026-03-16/s20260316-00.log")
      try folder.write(DayFileTests.night.dropFirst(cut) + DayFileTests.next, to: "now/s20260317-00.log")
      DayFileTests.check(try await DayFileTests.model(folder.url.path))
      // Another server's log of the same day and name.
      let other = DayFileTests.session("dora", day: 17, thread: "0004", ["11:00:00"])
      try folder.write(other, to: "other/s20260317-00.log")
      let both = try await DayFileTests.model(folder.url.path)
      #expect(both.totals.sessions == 7, "which of the two goes on with it, nobody knows")
      try FileManager.default.removeItem(atPath: folder.path("other"))
      #expect(
        try ProgramRun(shell: "tar -C 2026-03-16 -czf old.tgz . && rm -r 2026-03-16", folder: folder.url).status == 0)
      DayFileTests.check(try await DayFileTests.model(folder.url.path))
    }
  }

  @Test("Every line of a log lies in the zone that its greetings tell, whatever the administrator says")
  func offsetOfGreeting() async throws {
    try await LogFolder.use { folder in
      let lines = DayFileTests.session("ana", day: 16, thread: "0001", ["10:00:00"]).map {
        $0.replacing(" +0000", with: " +0100")
      }
      let late = IceWarpTalk(client: "203.0.113.9", thread: "0002", time: "11:00:00").line(
        "Connected, local IP=192.0.2.10")
      try folder.write(lines + [late])
      let model = try await DayFileTests.model(folder.url.path, ["--utc-offset", "-03:00"])
      #expect(model.window.from?.description == "2026-03-16T09:00:00Z")
      #expect(model.window.to?.description == "2026-03-16T10:00:00Z")
    }
  }

  @Test(
    "Blanks at the end of lines and byte order marks between files change nothing",
    arguments: [" ", "\t", "   \t  ", "\r", "  \r", " \r  \r"], [false, true])
  func blanks(end: String, joined: Bool) async throws {
    try await LogFolder.use { folder in
      var relay = IceWarpTalk(client: "10.1.1.5", thread: "0009").greeting
      relay += IceWarpTalk(client: "10.1.1.5", thread: "0009").message(from: "scanner@example.com").map {
        $0.replacing("Recipient ok", with: "Recipient ok; will forward")
      }
      let cancelled = IceWarpTalk(thread: "000A")
      let talks =
        cancelled.greeting + [
          cancelled.line("<<< AUTH LOGIN"), cancelled.line(">>> 334"), cancelled.line("<<< *"),
          cancelled.line(">>> 501 5.7.0 Authentication cancelled"),
        ]
      let parts = [DayFileTests.day, relay, talks, DayFileTests.session("ana", day: 16, thread: "0001", ["23:59:59"])]
      try folder.write(parts.flatMap { $0 }, to: "plain/s20260316-00.log")
      let mark = joined ? "\u{FEFF}" : ""
      let text = parts.map { mark + $0.map { $0 + end + "\n" }.joined() }.joined()
      try folder.write(Data(text.utf8), to: "blank/s20260316-00.log")
      let options = ["--utc-offset", "Z", "--local-domain", "example.com"]
      let plain = try await DayFileTests.model(folder.path("plain"), options)
      let blank = try await DayFileTests.model(folder.path("blank"), options)
      #expect(plain.totals == blank.totals)
      #expect(plain.totals.unauthenticatedRelays == 1)
      #expect(plain.totals.failedLogins == 0)
      #expect(plain.users.map(\.ports) == blank.users.map(\.ports))
      let (left, right) = (try #require(plain.sources.first), try #require(blank.sources.first))
      #expect(left.events == right.events)
      #expect(left.unrecognised + left.malformed == right.unrecognised + right.malformed)
    }
  }
}
