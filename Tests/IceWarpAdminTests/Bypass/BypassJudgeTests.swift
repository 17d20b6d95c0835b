import MailModel
import Testing

@testable import IceWarpAdmin

@Suite("Bypass file: against what was seen")
struct BypassJudgeTests {
  static let day = Timestamp(seconds: 1_773_619_200)  // 2026-03-16

  static func at(_ days: Int) -> Timestamp { Timestamp(seconds: day.seconds + Int64(days) * 86_400) }

  static func world(_ sightings: [BypassSighting], trusted: String? = nil) -> BypassWorld {
    let addresses = Set(sightings.compactMap(\.address)).sorted().map { address in
      AddressReport(
        address: address.description, kind: .client, sessions: 3, firstAt: day,
        lastAt: sightings.filter { $0.address == address }.map(\.lastAt).max())
    }
    return BypassWorld(
      sightings: sightings, addresses: addresses, window: Window(from: day, to: at(60)),
      trusted: trusted.map { TrustedAddresses.parse(Array($0.utf8)) }, localDomains: ["example.com"])
  }

  static let refused = BypassSighting(
    kind: .refusal, address: IPAddress("192.0.2.61"), sender: "copiadora@example.com", senderIsLocal: true,
    guess: .printer, confidence: .high, port: 25, count: 4, firstAt: day, lastAt: at(59))
  static let relayed = BypassSighting(
    kind: .relay, address: IPAddress("192.0.2.60"), sender: "scanner@example.com", senderIsLocal: true,
    guess: .printer, confidence: .high, port: 25, count: 7, firstAt: day, lastAt: at(10))
  static let login = BypassSighting(
    kind: .login, address: IPAddress("198.51.100.7"), login: "ana@example.com", isLoggedIn: true,
    guess: .windowsDesktop, confidence: .medium, port: 25, count: 5, firstAt: day, lastAt: at(58))
  static let portless = BypassSighting(
    kind: .login, address: IPAddress("198.51.100.8"), login: "rui@example.com", isLoggedIn: true,
    guess: .printer, confidence: .high, count: 2, firstAt: day, lastAt: at(58))

  static func report(_ text: String, _ world: BypassWorld?, notebook: BypassNotebook? = nil) -> BypassReport {
    let tree = BypassTree(name: "submissionbypass.dat", bytes: Array(text.utf8)) { _, _ in
      .missing(reason: TranslatedText(verbatim: "none"))
    }
    return BypassJudge(
      tree: tree, notebook: notebook, world: world, localDomains: [], idleAfterDays: 30, now: at(61)
    ).report()
  }

  struct Row: CustomTestStringConvertible {
    let line: String
    var simulation = BypassSimulation.complete
    let matches: BypassMatches?
    var idle: Bool?
    var trusted: String?
    var testDescription: String { line }
  }

  @Test(
    "Each line is held against what was seen; what logs cannot tell is not guessed",
    arguments: [
      Row(line: "i:192.0.2.61", matches: BypassMatches(refusals: 4, sessions: 3, lastAt: at(59)), idle: false),
      Row(line: "i:192.0.2.60", matches: BypassMatches(legacySubmissions: 7, sessions: 3, lastAt: at(10)), idle: true),
      Row(
        line: "i:192.0.2.0/24",
        matches: BypassMatches(refusals: 4, legacySubmissions: 7, sessions: 6, lastAt: at(59)), idle: false),
      Row(
        line: "i:198.51.100.*",
        matches: BypassMatches(legacySubmissions: 5, unknownPortSubmissions: 2, sessions: 6, lastAt: at(58)),
        idle: false),
      Row(line: "i:203.0.113.5", matches: BypassMatches(sessions: 0), idle: true),
      Row(
        line: "s:copiadora@example.com", simulation: .partial, matches: BypassMatches(refusals: 4, lastAt: at(59)),
        idle: false),
      Row(line: "s:ana@example.com", simulation: .partial, matches: BypassMatches(undecided: 5)),
      Row(line: "s:outro@example.com", simulation: .partial, matches: BypassMatches()),
      Row(
        line: "l:", simulation: .partial,
        matches: BypassMatches(refusals: 4, legacySubmissions: 7, undecided: 7, lastAt: at(59)), idle: false),
      Row(
        line: "t:", simulation: .partial,
        matches: BypassMatches(legacySubmissions: 5, unknownPortSubmissions: 2, undecided: 11, lastAt: at(58)),
        idle: false),
      Row(
        line: "t:",
        matches: BypassMatches(legacySubmissions: 12, unknownPortSubmissions: 2, lastAt: at(58)), idle: false,
        trusted: "192.0.2.60"),
      Row(line: "r:ana@example.com", simulation: .impossible, matches: nil),
      Row(line: "a:filial.example.net", simulation: .impossible, matches: nil),
      Row(line: "w:list.dnswl.example", simulation: .impossible, matches: nil),
      Row(line: "f:more.dat", simulation: .impossible, matches: nil),
      Row(line: "u:x", simulation: .impossible, matches: nil),
    ])
  func simulation(_ row: Row) throws {
    let world = BypassJudgeTests.world(
      [BypassJudgeTests.refused, BypassJudgeTests.relayed, BypassJudgeTests.login, BypassJudgeTests.portless],
      trusted: row.trusted)
    let line = try #require(BypassJudgeTests.report(row.line, world).lines.first)
    #expect(line.simulation == row.simulation)
    #expect(line.matches == row.matches)
    #expect(line.idle == row.idle)
    if row.simulation != .complete { #expect(!line.notes.isEmpty) }
    #expect(try #require(BypassJudgeTests.report(row.line, nil).lines.first).matches == nil)
  }

  @Test("A state that covers fewer days than asked for calls no line idle")
  func shortState() throws {
    var world = BypassJudgeTests.world([BypassJudgeTests.refused])
    world.window.from = BypassJudgeTests.at(40)
    #expect(try #require(BypassJudgeTests.report("i:203.0.113.5", world).lines.first).idle == nil)
  }

  @Test("The outcome counts what passes, and what one line leaves open")
  func outcome() throws {
    let world = BypassJudgeTests.world([BypassJudgeTests.refused, BypassJudgeTests.relayed, BypassJudgeTests.login])
    let closed = try #require(BypassJudgeTests.report("i:192.0.2.61\r\n", world).simulation)
    #expect(closed.refusals == BypassCoverage(seen: 4, pass: 4))
    #expect(closed.legacySubmissions == BypassCoverage(seen: 12))
    let open = try #require(BypassJudgeTests.report("i:192.0.2.61\r\na:filial.example.net\r\n", world).simulation)
    #expect(open.legacySubmissions == BypassCoverage(seen: 12, pass: 0, undecided: 12))
  }

  @Test("Lines within wider ones, and lines twice, are told")
  func wider() {
    let notes = BypassJudgeTests.report("i:192.0.2.1\r\ni:192.0.2.0/24\r\ni:192.0.2.1\r\n", nil).lines.map(\.notes)
    #expect(notes[0] == ["It lies within line 2 (i:192.0.2.0/24)."])
    #expect(
      notes[2].contains("It says the same as line 1.") || notes[2].contains("It lies within line 2 (i:192.0.2.0/24)."))
  }

  @Test("Owner and last day come from the notes beside the file")
  func notes() throws {
    let entry = BypassNotebook.Entry(
      line: "i:192.0.2.1", owner: "Bia", reason: "printer", added: BypassJudgeTests.day, expires: "2026-04-01",
      evidence: [])
    var gone = entry
    gone.line = "i:192.0.2.2"
    let report = BypassJudgeTests.report("i:192.0.2.1\r\n", nil, notebook: BypassNotebook(entries: [entry, gone]))
    let line = try #require(report.lines.first)
    #expect(line.owner == "Bia")
    #expect(line.notes.contains { $0.contains("over since 2026-04-01") })
    #expect(report.notes.contains { $0.contains("i:192.0.2.2") })
    let data = try BypassNotebook(entries: [entry]).encoded()
    #expect(BypassNotebook.decoded(data) == BypassNotebook(entries: [entry]))
  }

  @Test("Files that name one another are read once each, and a lost one is told")
  func includes() throws {
    let files = ["a": "i:192.0.2.1\r\nf:b\r\nf:lost\r\n", "b": "i:192.0.2.2\r\nf:a\r\n"]
    let tree = BypassTree(name: "a", bytes: Array((files["a"] ?? "").utf8)) { path, _ in
      files[path].map { .found(name: path, bytes: Array($0.utf8)) }
        ?? .missing(reason: TranslatedText(verbatim: "lost"))
    }
    #expect(tree.lines.map(\.line.text) == ["i:192.0.2.1", "f:b", "f:lost", "i:192.0.2.2", "f:a"])
    #expect(tree.includes.map(\.path) == ["b", "a", "lost"])
    #expect(try #require(tree.includes[1].problem).text(in: .spanish).contains("a → b → a"))
    #expect(!tree.isWhole)
    var seen = BypassJudgeTests.refused
    seen.address = IPAddress("192.0.2.2")
    let report = BypassJudge(
      tree: tree, notebook: nil, world: BypassJudgeTests.world([seen]), localDomains: [], idleAfterDays: 30,
      now: BypassJudgeTests.at(61)
    ).report()
    #expect(report.lines.map { $0.matches?.refusals } == [0, 4, nil])
    #expect(report.lines.map(\.risk) == [.low, .low, .high])
  }
}
