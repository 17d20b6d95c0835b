import Foundation
import MailModel
import Reporting
import Testing

@Suite struct JSONReportTests {
  private func text(_ model: ReportModel) throws -> String {
    String(decoding: try JSONReport().render("report", of: model), as: UTF8.self)
  }

  @Test func whatIsWrittenReadsBackAsTheModel() throws {
    for model in [SampleReport.office(), SampleReport.month(), SampleReport.empty(), SampleReport.finished()]
      + HostileText.all.map({ $0.model() })
    {
      let bytes = try JSONReport().render("report", of: model)
      #expect(try JSONDecoder().decode(ReportModel.self, from: Data(bytes)) == model)
    }
  }

  /// The model's own encoding and that of the report are written apart; a new field that one of them lacks shows here.
  @Test func whatIsWrittenIsTheModelsOwnEncoding() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    var policy = SampleReport.office()
    policy.policy = PortPolicy(legacyPorts: [25, 2525], submissionPorts: [], submissionsPorts: [465])
    policy.totals.byPort = ["25": PortCount(), "2525": PortCount(), "465": PortCount(), "unknown": PortCount()]
    for model in [SampleReport.office(), SampleReport.month(), SampleReport.empty(), SampleReport.finished(), policy]
      + HostileText.all.map({ $0.model() })
    {
      let expected = String(decoding: try encoder.encode(ContractReport(model: model)), as: UTF8.self) + "\n"
      let written = try text(model)
      #expect(written == expected)
    }
  }

  /// Texts are looked at and copied eight bytes at a time: what must be escaped is found at every place of every length, and a text longer
  /// than the room in front of the sink comes through whole.
  @Test(arguments: ["\"", "\\", "\n", "\u{1f}", "\u{7f}", "é", "\u{ff02}"])
  func everyPlaceOfATextIsLookedAt(_ character: String) throws {
    var model = SampleReport.empty()
    for length in 0..<40 {
      for place in 0...length {
        let text = String(repeating: "~", count: place) + character + String(repeating: " ", count: length - place)
        model.skipped.append(SkippedSource(path: text, reason: ""))
      }
    }
    model.skipped.append(SkippedSource(path: String(repeating: "a", count: 100_000), reason: ""))
    model.skipped.append(SkippedSource(path: String(repeating: "a" + character, count: 50_000), reason: ""))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let written = try text(model)
    #expect(written == String(decoding: try encoder.encode(ContractReport(model: model)), as: UTF8.self) + "\n")
  }

  /// Digits and days are put by other ways where there are many of them.
  @Test func numbersAndMomentsOfEverySize() throws {
    var model = SampleReport.empty()
    for value in [
      0, 9, 10, 99, 100, 9_999_999, 10_000_000, 99_999_999, 100_000_000, 4_294_967_296, Int.max, -1, Int.min,
    ] {
      model.warnings.append(ReportWarning(code: .unreadLines, count: value))
      let day = Int64(value % 3_000_000)
      model.warnings.append(ReportWarning(code: .unreadLines, count: Int(day)))
      model.users.append(
        UserReport(
          identity: "a", kind: .authenticated, readiness: .ready,
          lastRefusedAt: Timestamp(seconds: day * 86_400 + Int64(model.users.count) * 7_177)))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let written = try text(model)
    #expect(written == String(decoding: try encoder.encode(ContractReport(model: model)), as: UTF8.self) + "\n")
  }

  @Test func aLongReportComesInPieces() throws {
    struct CountingSink: ByteSink {
      var largest = 0
      var bytes: [UInt8] = []
      mutating func write(_ piece: [UInt8]) throws(RenderError) {
        largest = max(largest, piece.count)
        bytes += piece
      }
    }
    let model = SampleReport.large(users: 2_000)
    var sink = CountingSink()
    try JSONReport().write("report", of: model, options: ReportOptions(), to: &sink)
    #expect(sink.bytes == Array(try text(model).utf8))
    #expect(sink.largest < 128 << 10 && sink.bytes.count > 1 << 20)
  }

  @Test func keysAreSortedSlashesStayAndALineEndFollows() throws {
    let text = try text(SampleReport.office())
    #expect(text.hasSuffix("}\n") && !text.hasSuffix("\n\n"))
    #expect(text.contains("/var/log/mail.log") && !text.contains("\\/"))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "port587-report/1")
    let keys = object.keys.sorted()
    let places = try keys.map { key in try #require(text.range(of: "\n  \"\(key)\"")).lowerBound }
    #expect(places == places.sorted())
  }

  @Test func whatIsNotKnownIsNull() throws {
    let empty = try #require(
      try JSONSerialization.jsonObject(with: Data(text(SampleReport.empty()).utf8)) as? [String: Any])
    let window = try #require(empty["window"] as? [String: Any])
    #expect(window["from"] is NSNull && window["to"] is NSNull)
    let office = try #require(
      try JSONSerialization.jsonObject(with: Data(text(SampleReport.office()).utf8)) as? [String: Any])
    let refusals = try #require(office["refusals"] as? [[String: Any]])
    #expect(refusals.contains { $0["enhancedCode"] is NSNull } && refusals.contains { $0["enhancedCode"] is String })
    let users = try #require(office["users"] as? [[String: Any]])
    let clients = users.flatMap { $0["clients"] as? [[String: Any]] ?? [] }
    #expect(clients.contains { $0["helo"] is NSNull } && clients.allSatisfy { $0["helo"] != nil })
  }
}
