import Foundation
import MailModel
import TestSupport
import Testing

/// Messages of clients that need no login: Postfix says where they go behind the session, and sometimes hours later.
@Suite("Messages followed by their queue id")
struct RelayedMessageTests {
  /// Lines of a log, what is relayed by address, and how many messages the log says nothing of.
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var lines: [String]
    var relays: [String: Int] = [:]
    var unfollowed = 0
    var options: [String] = []
  }

  /// A session of a client; what it did comes behind `connect`.
  private static func session(
    _ pid: Int, _ client: String, _ texts: String..., end: String = "mail=1 rcpt=1 data=1 commands=5",
    at clock: String = "09:00:00", service: String = "postfix"
  ) -> [String] {
    (["connect from \(client)"] + texts + ["disconnect from \(client) ehlo=1 \(end)"]).map {
      "Nov 23 \(clock) mail \(service)/smtpd[\(pid)]: \($0)"
    }
  }

  private static func line(_ program: String, _ text: String, at stamp: String = "Nov 23 09:00:01") -> String {
    "\(stamp) mail postfix/\(program)[9]: \(text)"
  }

  private static func sent(_ id: String, to relay: String = "mx[203.0.113.9]:25", at stamp: String = "Nov 23 09:00:01")
    -> String
  {
    line("smtp", "\(id): to=<x@example.net>, relay=\(relay), delay=1, dsn=2.0.0, status=sent (250 ok)", at: stamp)
  }

  private static let printer = "unknown[192.168.1.50]"
  private static let begun = session(101, printer, "A0001: client=\(printer)")
  private static let here = line(
    "lmtp", "A0001: to=<bob@example.org>, relay=mail[private/lmtp], status=sent (250 Saved)")
  private static let removed = line("qmgr", "A0001: removed")

  static let rows = [
    Row(testDescription: "elsewhere", lines: begun + [sent("A0001"), removed], relays: ["192.168.1.50": 1]),
    Row(
      testDescription: "before the session has ended", lines: Array(begun.prefix(2)) + [sent("A0001"), begun[2]],
      relays: ["192.168.1.50": 1]),
    Row(testDescription: "to two servers", lines: begun + [sent("A0001"), sent("A0001")], relays: ["192.168.1.50": 1]),
    Row(testDescription: "here", lines: begun + [here, removed]),
    Row(testDescription: "here and elsewhere", lines: begun + [here, sent("A0001")], relays: ["192.168.1.50": 1]),
    Row(testDescription: "nothing is said", lines: begun, unfollowed: 1),
    Row(testDescription: "here, and perhaps elsewhere still", lines: begun + [here], unfollowed: 1),
    Row(testDescription: "gone, nobody knows where", lines: begun + [removed], unfollowed: 1),
    Row(
      testDescription: "to a server of the own network",
      lines: begun + [sent("A0001", to: "exchange[10.0.0.5]:25"), removed], unfollowed: 1),
    Row(
      testDescription: "to a filter that does not say whose message it sends back",
      lines: begun + [sent("A0001", to: "127.0.0.1[127.0.0.1]:10024"), removed], unfollowed: 1),
    Row(
      testDescription: "hours later", lines: begun + [sent("A0001", to: "none"), sent("A0001", at: "Nov 24 08:59:59")],
      relays: ["192.168.1.50": 1]),
    Row(testDescription: "more than a day later", lines: begun + [sent("A0001", at: "Nov 24 09:00:01")], unfollowed: 1),
    Row(
      testDescription: "the queue id of another message",
      lines: begun
        + session(
          102, "pc[198.51.100.7]", "A0001: client=pc[198.51.100.7], sasl_method=PLAIN, sasl_username=al@example.org")
        + [sent("A0001")],
      unfollowed: 1),
    Row(
      testDescription: "the same queue id on another host",
      lines: begun + [sent("A0001").replacingOccurrences(of: " mail ", with: " mx2 ")], unfollowed: 1),
    Row(
      testDescription: "two messages of a session",
      lines: session(
        101, printer, "A0001: client=\(printer)", "A0002: client=\(printer)", end: "mail=2 rcpt=2 data=2 commands=8")
        + [sent("A0002"), here, removed],
      relays: ["192.168.1.50": 1]),
    Row(
      testDescription: "a message that was not taken",
      lines: session(101, printer, "A0001: client=\(printer)", end: "mail=1 rcpt=1 data=0/1 commands=4/5")),
    Row(
      testDescription: "with a login",
      lines: session(
        101, printer, "A0001: client=\(printer), sasl_method=PLAIN, sasl_username=al@example.org",
        end: "auth=1 mail=1 rcpt=1 data=1 commands=6")
        + [sent("A0001")]),
    Row(
      testDescription: "a mail server",
      lines: session(101, "mx[198.51.100.25]", "A0001: client=mx[198.51.100.25]") + [sent("A0001")]),
    Row(
      testDescription: "a trusted client",
      lines: session(101, "erp[198.51.100.40]", "A0001: client=erp[198.51.100.40]") + [sent("A0001")],
      relays: ["198.51.100.40": 1], options: ["--trusted"]),
    Row(
      testDescription: "this machine",
      lines: session(101, "localhost[127.0.0.1]", "A0001: client=localhost[127.0.0.1]") + [sent("A0001")]),
    Row(
      testDescription: "a content filter by itself",
      lines: session(101, "filter[10.0.0.8]", "A0001: client=filter[10.0.0.8]", service: "postfix/amavis") + [
        sent("A0001")
      ]),
    Row(
      testDescription: "on a submission port",
      lines: session(101, printer, "A0001: client=\(printer)", service: "postfix/submission") + [sent("A0001")],
      relays: ["192.168.1.50": 1]),
    Row(
      testDescription: "IPv6",
      lines: session(101, "unknown[fd00::50]", "A0001: client=unknown[fd00::50]") + [
        sent("A0001", to: "mx[2001:db8::9]:25")
      ],
      relays: ["fd00::50": 1]),
    Row(
      testDescription: "sent back by a filter, and by another one",
      lines: begun
        + session(
          102, "localhost[127.0.0.1]", "B0001: client=localhost[127.0.0.1], orig_queue_id=A0001, orig_client=\(printer)"
        )
        + [sent("A0001", to: "127.0.0.1[127.0.0.1]:10024"), removed]
        + session(
          103, "localhost[127.0.0.1]", "C0001: client=localhost[127.0.0.1], orig_queue_id=B0001, orig_client=\(printer)"
        )
        + [
          sent("B0001", to: "127.0.0.1[127.0.0.1]:10025"), line("qmgr", "B0001: removed"), sent("C0001"),
          line("qmgr", "C0001: removed"),
        ],
      relays: ["192.168.1.50": 1]),
    Row(
      testDescription: "a filter's message that went nowhere yet",
      lines: begun
        + session(
          102, "localhost[127.0.0.1]", "B0001: client=localhost[127.0.0.1], orig_queue_id=A0001, orig_client=\(printer)"
        )
        + [sent("A0001", to: "127.0.0.1[127.0.0.1]:10024"), removed],
      unfollowed: 1),
  ]

  private static func check(_ run: ProgramRun, _ row: Row) throws {
    #expect([0, 3].contains(run.status), "\(run.notes)")
    let report = try ReportText(run.output)
    var relays: [String: Int] = [:]
    for address in report.list("addresses") {
      guard let name = address["address"] as? String, let count = address["unauthenticatedRelays"] as? Int else {
        continue
      }
      if count > 0 { relays[name] = count }
    }
    #expect(relays == row.relays)
    let warning = report.list("warnings").first { $0["code"] as? String == "unfollowedMessages" }
    #expect(warning?["count"] as? Int ?? 0 == row.unfollowed)
    for source in report.list("sources") {
      // What is looked at to follow a message is no event.
      let boxes = ["events", "ignored", "unrecognised", "malformed"].map { source[$0] as? Int ?? 0 }
      #expect(source["lines"] as? Int == boxes.reduce(0, +) && boxes[2] == 0 && boxes[3] == 0)
    }
  }

  private static func run(_ row: Row, _ folder: LogFolder, _ arguments: [String]) throws -> ProgramRun {
    var options = ["--json", "--quiet", "--year", "2026", "--utc-offset", "+00:00"]
    if !row.options.isEmpty {
      options += row.options + [try folder.write(Data("198.51.100.40\n".utf8), to: "trusted.txt")]
    }
    return try ProgramRun(["audit"] + arguments + options)
  }

  @Test("a log as a whole, in two files, packed, and in runs of a state", arguments: rows)
  func log(_ row: Row) async throws {
    try await LogFolder.use { folder in
      let text = row.lines.map { $0 + "\n" }
      let whole = try folder.write(Data(text.joined().utf8), to: "whole/mail.log")
      try Self.check(Self.run(row, folder, [whole]), row)
      for cut in 1..<text.count {
        try folder.write(Data(text[..<cut].joined().utf8), to: "\(cut)/mail.log.1")
        try folder.write(Data(text[cut...].joined().utf8), to: "\(cut)/mail.log")
        try Self.check(Self.run(row, folder, [folder.path("\(cut)"), "--threads", cut % 2 == 0 ? "1" : "2"]), row)
      }
      let state = folder.path("state.sqlite")
      for end in 1...text.count {
        let log = try folder.write(Data(text[..<end].joined().utf8), to: "growing/mail.log")
        let run = try Self.run(row, folder, [log, "--state", state])
        if end == text.count { try Self.check(run, row) }
      }
      try Self.check(
        ProgramRun(
          ["report", "--state", state, "--json", "--utc-offset", "+00:00"]
            + (row.options.isEmpty ? [] : row.options + [folder.path("trusted.txt")])), row)
    }
  }

  @Test("behind more lines than are looked at at once")
  func blocks() async throws {
    let row = try #require(Self.rows.first)
    for count in [0, 1, 55, 58, 59, 60, 61, 62, 63, 64, 200] {
      // Lines of programs that are not needed, and of those that say where other messages go.
      let others = (0..<count).map {
        $0 % 3 == 0 ? Self.line("cleanup", "B\($0)000: message-id=<1@example.org>") : Self.sent("B\($0)000")
      }
      for place in [0, 1, 2, 3] {
        var lines = row.lines
        lines.insert(contentsOf: others, at: place)
        try await LogFolder.use { folder in
          let log = try folder.write(Data(lines.map { $0 + "\n" }.joined().utf8), to: "mail.log")
          try Self.check(Self.run(row, folder, [log]), row)
        }
      }
    }
  }
}
