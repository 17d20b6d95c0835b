import MailModel
import Reporting
import Testing

/// The metrics line by line, against what OpenMetrics 1.0 demands and what must never stand in them.
@Suite("OpenMetrics")
struct OpenMetricsTests {
  /// A sample: `port587_users{readiness="ready"} 4`.
  private struct Sample {
    let name: String
    let labels: String
    let value: String

    init?(_ line: Substring) {
      guard let match = line.wholeMatch(of: /([a-zA-Z_:][a-zA-Z0-9_:]*)(\{[a-z]+="[a-zA-Z0-9]+"\})? (-?[0-9]+)/) else {
        return nil
      }
      name = String(match.1)
      labels = match.2.map(String.init) ?? ""
      value = String(match.3)
    }
  }

  private static func text(_ model: ReportModel, _ options: ReportOptions = ReportOptions()) throws -> String {
    String(decoding: try OpenMetricsReport().render("port587", of: model, options: options), as: UTF8.self)
  }

  private static func values(_ text: String) -> [String: String] {
    let samples = text.split(separator: "\n").compactMap { Sample($0) }
    return Dictionary(samples.map { ($0.name + $0.labels, $0.value) }, uniquingKeysWith: { "\($0) and \($1)" })
  }

  /// What is there whatever the report holds, with a day of the change.
  private static let always = Set(
    [
      "users", "sessions", "messages", "refusals", "lines_unread", "run_lines", "run_sources",
      "last_run_timestamp_seconds", "cutover_timestamp_seconds",
    ].map { "port587_" + $0 })

  @Test(
    "every line is what the format allows at its place",
    arguments: [SampleReport.office(), SampleReport.empty(), SampleReport.finished(), SampleReport.large(users: 500)])
  func lines(model: ReportModel) throws {
    let options = ReportOptions(cutover: CivilDate(year: 2026, month: 12, day: 1))
    let text = try OpenMetricsTests.text(model, options)
    #expect(text.hasSuffix("\n# EOF\n"))
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.removeLast().isEmpty && lines.removeLast() == "# EOF")
    var family = ""
    var families: Set<String> = []
    var headers: Set<Substring> = []
    var seen: Set<String> = []
    for line in lines {
      if line.hasPrefix("#") {
        let words = line.split(separator: " ", maxSplits: 3)
        #expect(words.count == 4, "\(line)")
        if words[1] == "TYPE" {
          #expect(words[3] == "gauge")
          #expect(families.insert(String(words[2])).inserted, "a family stands together: \(line)")
          family = String(words[2])
          headers = []
        }
        #expect(["TYPE", "UNIT", "HELP"].contains(words[1]) && words[2] == family, "\(line)")
        #expect(headers.insert(words[1]).inserted, "\(line)")
        if words[1] == "UNIT" { #expect(family.hasSuffix("_" + words[3])) }
        continue
      }
      let sample = try #require(Sample(line), "\(line)")
      #expect(sample.name == family && headers.isSuperset(of: ["TYPE", "HELP"]), "\(line)")
      #expect(seen.insert(sample.name + sample.labels).inserted, "twice: \(line)")
    }
    #expect(families.allSatisfy { $0.hasPrefix("port587_") } && families.isSuperset(of: OpenMetricsTests.always))
    #expect(families.contains("port587_notices") == (model.notices != nil))
    #expect(families.contains("port587_server_ready") == (model.server?.probe != nil))
    #expect(!families.contains("port587_run_notices"))
  }

  @Test("the numbers are those of the model")
  func numbers() throws {
    let model = SampleReport.office()
    let values = OpenMetricsTests.values(try OpenMetricsTests.text(model))
    for readiness in Readiness.allCases {
      // One is blocked without a login: a claim that anyone can make.
      let users = model.users.filter { $0.readiness == readiness }
      let claims = users.count { $0.kind == .envelopeSender }
      #expect(claims == (readiness == .blocked ? 1 : 0))
      #expect(values["port587_users{readiness=\"\(readiness.rawValue)\"}"] == "\(users.count - claims)")
      #expect(values["port587_claimed_users{readiness=\"\(readiness.rawValue)\"}"] == "\(claims)")
    }
    for (port, count) in model.totals.byPort {
      #expect(values["port587_sessions{port=\"\(port)\"}"] == "\(count.sessions)")
      #expect(values["port587_messages{port=\"\(port)\"}"] == "\(count.messages)")
    }
    for refusal in RefusalClass.allCases {
      let count = model.refusals.filter { $0.refusalClass == refusal }.reduce(0) { $0 + $1.count }
      #expect(values["port587_refusals{class=\"\(refusal.rawValue)\"}"] == "\(count)")
    }
    #expect(values["port587_lines_unread"] == "7")
    #expect(values["port587_run_lines"] == "\(model.sources.reduce(0) { $0 + $1.lines })")
    #expect(values["port587_run_sources{complete=\"true\"}"] == "\(model.sources.count { $0.complete })")
    #expect(values["port587_run_sources{complete=\"false\"}"] == "\(model.sources.count { !$0.complete })")
    #expect(values["port587_last_run_timestamp_seconds"] == "\(model.generatedAt.seconds)")
    #expect(values["port587_cutover_timestamp_seconds"] == nil)
    #expect(values["port587_logs_until_timestamp_seconds"] == model.window.to.map { "\($0.seconds)" })
    #expect(model.window.to != nil)
  }

  @Test("what did not happen is 0 and not missing")
  func zeros() throws {
    let values = OpenMetricsTests.values(try OpenMetricsTests.text(SampleReport.empty()))
    for name in ["sessions", "messages"] {
      for port in ["25", "587", "465", "unknown"] { #expect(values["port587_\(name){port=\"\(port)\"}"] == "0") }
    }
    #expect(Readiness.allCases.allSatisfy { values["port587_users{readiness=\"\($0.rawValue)\"}"] == "0" })
    #expect(values["port587_lines_unread"] == "0")
  }

  @Test("the day of the change begins at midnight of the report's clock")
  func cutover() throws {
    let options = ReportOptions(
      zone: ZoneRules(fixedOffset: -10_800), cutover: CivilDate(year: 2026, month: 12, day: 1))
    let values = OpenMetricsTests.values(try OpenMetricsTests.text(SampleReport.office(), options))
    // 2026-12-01T00:00:00-03:00
    #expect(values["port587_cutover_timestamp_seconds"] == "1796094000")
  }

  @Test("no name, address or path of the report stands in the metrics")
  func nobody() throws {
    let model = SampleReport.office()
    let text = try OpenMetricsTests.text(model)
    let names =
      model.users.map(\.identity) + model.users.flatMap { $0.clients.compactMap(\.helo) }
      + model.addresses.map(\.address)
      + model.sources.map(\.path) + model.skipped.map(\.path) + model.warnings.compactMap(\.subject)
      + model.portAdvice.flatMap(\.servers)
    #expect(names.count > 20)
    for name in names { #expect(!text.contains(name), "\(name)") }
  }

  @Test("probe and notices stand there where they are known, in numbers alone")
  func serverAndNotices() throws {
    var model = SampleReport.office()
    model.server = ServerReport(
      probe: ServerProbe(
        probedAt: Timestamp(seconds: 1_790_000_000), ready: false, blockers: ["P06@mail.example.com:587"],
        ports: [
          ServerPort(
            host: "mail.example.com", address: "192.0.2.1", port: 587, mode: .starttls, reachability: .open,
            certificateUntil: Timestamp(seconds: 1_800_000_000)),
          ServerPort(
            host: "mail.example.com", address: "192.0.2.1", port: 465, mode: .tls, reachability: .refused,
            certificateUntil: Timestamp(seconds: 1_799_000_000)),
        ]))
    let record = NoticeRecord(
      campaign: "2026-12-01", kind: .notice, identity: "ana@example.com", recipient: "ana@example.com", round: 1,
      messageID: "<1@example.com>", readiness: .notReady, intentAt: Timestamp(seconds: 1_790_000_000), outcome: .sent)
    model.notices = NoticeReport([record], in: [])
    let options = ReportOptions(notices: NoticeCounts(byStatus: ["sent": 1, "failed": 0], excluded: ["ready": 7]))
    let text = try OpenMetricsTests.text(model, options)
    let values = OpenMetricsTests.values(text)
    let expected = [
      "server_ready": "0", "server_blockers": "1", "server_ports{reachability=\"open\"}": "1",
      "server_ports{reachability=\"refused\"}": "1", "server_ports{reachability=\"silent\"}": "0",
      "server_probe_timestamp_seconds": "1790000000", "server_certificate_expiry_timestamp_seconds": "1799000000",
      "notices{outcome=\"sent\"}": "1", "notices{outcome=\"notSeen\"}": "1", "notices{outcome=\"movedSince\"}": "0",
      "run_notices{status=\"sent\"}": "1", "run_notices{status=\"failed\"}": "0",
      "run_notices_excluded{reason=\"ready\"}": "7",
    ]
    for (name, value) in expected { #expect(values["port587_" + name] == value, "\(name)") }
    #expect(!text.contains("example") && !text.contains("192.0.2"))
    let before = OpenMetricsTests.values(try OpenMetricsTests.text(SampleReport.empty()))
    #expect(!before.keys.contains { $0.contains("server_") || $0.contains("notices") })
  }
}
