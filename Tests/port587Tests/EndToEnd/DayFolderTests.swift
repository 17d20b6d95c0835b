import ArgumentParser
import Foundation
import MailModel
import Reporting
import Testing

@testable import port587

/// Postfix logs in a folder or a file for each day: sessions go on over midnight.
@Suite("Folders of days")
struct DayFolderTests {
  /// Where the lines of a host and a day of March 2026 lie.
  struct Layout: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let path: @Sendable (_ host: String, _ day: Int) -> String

    init(_ name: String, _ path: @escaping @Sendable (_ host: String, _ day: Int) -> String) {
      testDescription = name
      self.path = path
    }
  }

  static let layouts = [
    Layout("year/month/day/mail.log") { "2026/03/\($1)/mail.log" },
    Layout("date/mail.log") { "2026-03-\($1)/mail.log" },
    Layout("date/mail.log-date") { "202603\($1)/mail.log-202603\($1 + 1)" },
    Layout("host/date/maillog") { "hosts/\($0)/2026-03-\($1)/maillog" },
    Layout("date/host.log") { "2026-03-\($1)/\($0).log" },
    Layout("year/month/host-day.log") { "2026/03/\($0)-\($1).log" },
    Layout("mail-date.log") { "mail-2026-03-\($1).log" },
    Layout("mail.log-date") { "mail.log-202603\($1)" },
    Layout("host-date.log") { "\($0)-2026-03-\($1).log" },
    Layout("month of the older days") { $1 < 18 ? "2026-03/mail-2026-03-\($1).log" : "mail-2026-03-\($1).log" },
  ]

  /// Three days of a host: each midnight falls into a session that has sent a mail before it and sends one behind it, into one that has
  /// begun with TLS alone, and into one whose counters tell of a failed login.
  static func lines(_ host: String) -> [(day: Int, line: String)] {
    var lines: [(day: Int, time: String, text: String)] = []
    for (number, day) in (16...18).enumerated() {
      func add(_ day: Int, _ time: String, _ process: Int, _ text: String, label: String = "postfix/smtpd") {
        lines.append((day, time, "2026-03-\(day)T\(time).000000+00:00 \(host) \(label)[\(process)]: \(text)"))
      }
      let client = "pc[198.51.100.\(number + 1)]"
      let login = "client=\(client), sasl_method=PLAIN, sasl_username="
      add(day, "09:00:00", 2000, "connect from \(client)", label: "postfix/submission/smtpd")
      add(day, "09:00:01", 2000, "A0000\(number)0: \(login)day\(number)@example.com", label: "postfix/submission/smtpd")
      add(
        day, "09:00:02", 2000, "disconnect from \(client) ehlo=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=6",
        label: "postfix/submission/smtpd")
      guard day < 18 else { continue }
      add(day, "23:59:00", 3000, "connect from \(client)")
      add(day, "23:59:01", 3000, "B0000\(number)1: \(login)ana@example.com")
      add(day + 1, "00:00:05", 3000, "B0000\(number)2: \(login)ana@example.com")
      add(day + 1, "00:00:06", 3000, "disconnect from \(client) ehlo=1 auth=1 mail=2 rcpt=2 data=2 quit=1 commands=9")
      add(day, "23:59:30", 4000, "connect from \(client)")
      add(
        day, "23:59:31", 4000,
        "Anonymous TLS connection established from \(client): TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)"
      )
      add(day + 1, "00:00:31", 4000, "C0000\(number)1: \(login)bia@example.com")
      add(
        day + 1, "00:00:36", 4000,
        "disconnect from \(client) ehlo=2 starttls=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=8")
      add(day, "23:59:40", 5000, "connect from \(client)")
      add(day + 1, "00:00:40", 5000, "disconnect from \(client) ehlo=1 auth=0/2 quit=1 commands=2/4")
    }
    return lines.sorted { ($0.day, $0.time) < ($1.day, $1.time) }.map { ($0.day, $0.text) }
  }

  static func report(_ paths: [String], _ more: [String] = []) async throws -> ReportText {
    let options = ["--quiet", "--utc-offset", "Z", "--server-name", "mail"] + more
    let audit = try Audit(options: AuditOptions.parse(paths + options), now: Timestamp(seconds: 1_774_000_000))
    let model = try await audit.run().model
    return try ReportText(Data(JSONReport().render("report", of: model, options: ReportOptions())))
  }

  /// The report on the lines of some hosts in one file.
  static func whole(_ hosts: [String], in folder: LogFolder, _ more: [String] = []) async throws -> ReportText {
    let lines = hosts.flatMap(lines).sorted { $0.line < $1.line }.map(\.line)
    return try await report([folder.write(lines, to: "whole/mail.log")], more)
  }

  @Test("One audit, one and two hosts", arguments: layouts, [["mx1"], ["mx1", "mx2"]])
  func audit(layout: Layout, hosts: [String]) async throws {
    try await LogFolder.use { folder in
      var files: [String: [String]] = [:]
      for host in hosts {
        for (day, line) in Self.lines(host) { files[layout.path(host, day), default: []].append(line) }
      }
      for (path, lines) in files { try folder.write(lines.sorted(), to: "logs/" + path) }
      let expected = try await Self.whole(hosts, in: folder)
      #expect(expected.number("totals.sessions") == hosts.count * 9)
      for threads in ["1", "4"] {
        let found = try await Self.report([folder.path("logs")], ["--threads", threads])
        #expect(found.number("totals.messages") == hosts.count * 9)
        #expect(try found.comparable == expected.comparable, "\(threads) threads")
      }
      #expect(try ProgramRun(shell: "find logs -name '*16*' -type f -exec gzip {} +", folder: folder.url).status == 0)
      #expect(try await Self.report([folder.path("logs")]).comparable == expected.comparable, "packed")
    }
  }

  @Test("The port of a path holds in folders of days")
  func ports() async throws {
    try await LogFolder.use { folder in
      let lines = Self.lines("mx1").filter { !$0.line.contains("postfix/submission") }
      for day in 16...18 {
        try folder.write(
          lines.filter { $0.day == day }.map(\.line), to: "logs/submissions/2026-03-\(day)/mail.log")
      }
      let options = ["--port-of-path", "*/submissions/*=465", "--port-of-path", "*/submissions/*/*=465"]
      let found = try await Self.report([folder.path("logs")], options)
      let whole = try folder.write(lines.map(\.line), to: "whole/submissions/mail.log")
      #expect(try await found.comparable == Self.report([whole], options).comparable)
      #expect(found.number("totals.byPort.465.sessions") == 4)
    }
  }

  /// Two machines that are both called `mail`, with the same processes at the same times.
  @Test(
    "Logs of two machines with one name stay two logs",
    arguments: [
      ["a/%/mail.log", "b/%/mail.log"], ["copy-2026-03-20/%.log", "copy-2026-03-21/%.log"],
      ["2026-03-20/mail.log", "2026-03-21/mail.log"], ["a/mail.log", "b/mail.log"], ["%/mail.log", "x/%/mail.log"],
    ])
  func machines(places: [String]) async throws {
    try await LogFolder.use { folder in
      let own = Self.lines("mail")
      // The other one has the same sessions, of other people, a little later.
      let other = own.map { day, line in
        (
          day: day,
          line: line.replacing("example.com", with: "example.org").replacing("pc[198.51.100.", with: "pc[203.0.113.")
            .replacing("T09:00:0", with: "T09:00:1")
        )
      }
      var alone: [Int] = []
      for (place, lines) in zip(places, [own, other]) {
        for day in 16...18 {
          let path = "logs/" + place.replacing("%", with: "2026-03-\(day)")
          let text = lines.filter { $0.day == day }.map { $0.line + "\n" }.joined()
          let before = (try? String(contentsOfFile: folder.path(path), encoding: .utf8)) ?? ""
          try folder.write(Data((before + text).utf8), to: path)
        }
        let whole = try folder.write(lines.map(\.line), to: "whole\(alone.count)/mail.log")
        alone.append(try #require(try await Self.report([whole]).number("totals.sessions")))
      }
      let found = try await Self.report([folder.path("logs")])
      #expect(found.number("totals.sessions") == alone.reduce(0, +))
      #expect(found.number("totals.messages") == 2 * 9)
    }
  }

  @Test("One stamp of the future cuts no other midnight")
  func future() async throws {
    try await LogFolder.use { folder in
      var lines = Self.lines("mx1")
      let first = try #require(lines.firstIndex { $0.day == 17 })
      lines.insert(
        (16, "2126-01-01T00:00:00.000000+00:00 mx1 postfix/smtpd[77]: connect from pc[198.51.100.9]"), at: first)
      for day in 16...18 {
        try folder.write(lines.filter { $0.day == day }.map(\.line), to: "logs/2026-03-\(day)/mail.log")
      }
      let whole = try folder.write(lines.map(\.line), to: "whole/mail.log")
      let (found, expected) = (try await Self.report([folder.path("logs")]), try await Self.report([whole]))
      #expect(try found.comparable == expected.comparable)
    }
  }
}
