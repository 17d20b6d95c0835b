import Foundation
import LogFormats
import MailModel
import Testing

@Suite("Postfix: recorded logs against what the clients saw")
struct PostfixRecordedTests {
  /// What a session's lines say, put together as plainly as can be.
  struct Session: Equatable {
    var client = ""
    var label = ""
    var user = ""
    var login = "none"
    var messages = 0
    var refusals: [String] = []
    var tls = false
    var counters = CommandCounters()
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "fixtures/logs")

  static func lines(of path: String) throws -> [[UInt8]] {
    try Array(Data(contentsOf: folder.appending(path: path))).split(separator: 10, omittingEmptySubsequences: false)
      .dropLast().map(Array.init)
  }

  /// Reads a log and returns its sessions in the order in which they ended, and how many lines had which outcome.
  static func sessions(in lines: [[UInt8]]) -> (sessions: [Session], outcomes: [LineOutcome: Int]) {
    var open: [SessionKey: Session] = [:]
    var done: [Session] = []
    var outcomes: [LineOutcome: Int] = [:]
    var format = PostfixFormat(context: PostfixRow.context)
    var event = LogEvent()
    for line in lines {
      let outcome = format.parse(line.span, into: &event)
      outcomes[outcome, default: 0] += 1
      guard outcome == .event else { continue }
      func text(_ range: ByteRange) -> String { String(decoding: line[range.indices], as: UTF8.self) }
      switch event.kind {
      case .connected: open[event.key] = Session(client: text(event.first), label: text(event.service))
      case .tlsEstablished: open[event.key]?.tls = true
      case .messageStarted:
        open[event.key]?.messages += 1
        if !event.second.isEmpty { open[event.key]?.user = text(event.second) }
      case .loginFailed:
        open[event.key]?.login = "failed"
        open[event.key]?.user = text(event.second)
      case .refused: open[event.key]?.refusals.append(text(event.first))
      case .disconnected:
        guard var session = open.removeValue(forKey: event.key) else { continue }
        session.counters = event.counters
        if event.counters.authAccepted > 0 { session.login = "ok" }
        done.append(session)
      default: break
      }
    }
    return (done, outcomes)
  }

  @Test("Each session of the log is the client's session", arguments: ["labelled", "unlabelled"])
  func truth(kind: String) throws {
    let (sessions, outcomes) = Self.sessions(in: try Self.lines(of: "postfix-recorded-\(kind)/mail.log"))
    let truth = try Self.lines(of: "postfix-recorded-\(kind)/truth.tsv").dropFirst()
      .map { String(decoding: $0, as: UTF8.self).split(separator: "\t").map(String.init) }
    #expect(outcomes[.unrecognised] == nil)
    #expect(outcomes[.malformed] == nil)
    try #require(sessions.count == truth.count)
    let labels = ["25": "postfix", "587": "postfix/submission", "465": "postfix/smtps"]
    for (session, row) in zip(sessions, truth) {
      let story = Comment(rawValue: row[7])
      #expect(session.client == row[1], story)
      #expect(session.label == (kind == "labelled" ? labels[row[2]] : "postfix"), story)
      #expect(session.login == row[4], story)
      #expect(session.messages == Int(row[5]), story)
      // A login without a message has no name in the log; its refusals have, in their text.
      if session.messages > 0 || row[4] == "failed" { #expect(session.user == (row[3] == "-" ? "" : row[3]), story) }
      // `530 Must issue a STARTTLS command first` is never logged.
      let logged = row[6] == "-" || row[6].hasPrefix("530 5.7.0") ? [] : [row[6]]
      #expect(session.refusals == logged, story)
      // TLS without STARTTLS is port 465.
      #expect((session.tls && session.counters.starttls == 0) == (row[2] == "465"), story)
      #expect(Int(session.counters.dataAccepted) == session.messages, story)
    }
  }

  @Test("Every line of the fixtures is understood", arguments: fixtureNames)
  func understood(name: String) throws {
    let lines = try Self.lines(of: name + "/mail.log")
    let (sessions, outcomes) = Self.sessions(in: lines)
    #expect(!sessions.isEmpty)
    #expect(outcomes[.unrecognised] == nil)
    #expect(outcomes[.malformed] == nil)
    #expect(outcomes.values.reduce(0, +) == lines.count)
    let readme = try String(contentsOf: Self.folder.appending(path: name + "/README.md"), encoding: .utf8)
    let sum =
      "Lines: \(lines.count) = \(outcomes[.event, default: 0]) events, \(outcomes[.ignored, default: 0]) ignored"
    #expect(readme.contains(sum), "README.md does not say: \(sum)")
    let sample = LogSample(lines: lines, fileName: "mail.log", path: name, modified: PostfixRow.context.lastDay)
    guard case .yes = PostfixFormat.recognises(sample) else {
      Issue.record("\(name) is not taken for Postfix")
      return
    }
    if FileManager.default.fileExists(atPath: Self.folder.appending(path: name + "/services.txt").path) {
      let services = try PostfixServices.parse(
        Array(Data(contentsOf: Self.folder.appending(path: name + "/services.txt"))))
      #expect(!services.isEmpty)
    }
  }

  static var fixtureNames: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasPrefix("postfix-") }
      .sorted()
  }
}
