import Foundation
import MailModel
import Testing

@testable import Reporting

@Suite struct NoticeSectionTests {
  private static func record(_ name: String, _ round: Int, _ outcome: NoticeOutcome = .sent) -> NoticeRecord {
    NoticeRecord(
      campaign: "2026-12-15", kind: .notice, identity: name, recipient: name, round: round,
      messageID: "<\(name)\(round)>", readiness: .notReady, intentAt: SampleReport.at(day: round), outcome: outcome)
  }

  /// The finished office after two rounds: 1234 sent in the first, one in the second.
  private static func model() -> ReportModel {
    var model = SampleReport.finished()
    let records =
      (0..<1232).map { record("user\($0)@example.com", 1) } + [
        record("ana@example.com", 1), record("bruno@example.com", 1), record("bruno@example.com", 2),
        record("gone@example.com", 1, .undeliverable),
      ]
    model.notices = NoticeReport(records, in: model.users)
    return model
  }

  private static func page(_ model: ReportModel, _ language: Language) throws -> String {
    String(
      decoding: try HTMLReport().render("report", of: model, options: ReportOptions(language: language)),
      as: UTF8.self)
  }

  @Test(arguments: Language.allCases)
  func thePageHasTheNumbersOfEachRoundAndTheirSum(language: Language) throws {
    let page = try Self.page(Self.model(), language)
    let start = try #require(page.range(of: "<section id=\"notices\">"))
    let end = try #require(page.range(of: "</section>", range: start.upperBound..<page.endIndex))
    let section = page[start.upperBound..<end.lowerBound]
    let numbers = section.matches(of: #/data-label="[^"]+">([^<]*)</td>/#).map {
      $0.output.1.filter { $0.isNumber }
    }
    #expect(
      numbers == [
        "1234", "0", "1", "0", "1", "1", "0", "1232", "1", "0", "0", "0", "1", "0", "0", "0", "1235", "0", "1", "0",
        "2",
        "1", "0", "1232",
      ])
    #expect(section.contains(Wording(ReportOptions(language: language)).day("2026-12-15")))
    #expect(!section.contains("@"))
    #expect(page.contains("<a href=\"#notices\">"))
  }

  @Test(arguments: Language.allCases)
  func withoutNoticesThereIsNoSection(language: Language) throws {
    let page = try Self.page(SampleReport.finished(), language)
    #expect(!page.contains("notices\""))
  }

  @Test(arguments: Language.allCases)
  func theSummaryHasTwoLines(language: Language) throws {
    let options = ReportOptions(language: language, columns: 200)
    func text(_ model: ReportModel) throws -> [Substring] {
      String(decoding: try TerminalSummary().render("summary", of: model, options: options), as: UTF8.self)
        .split(separator: "\n")
    }
    let lines = try text(Self.model())
    let new = Set(lines).subtracting(try text(SampleReport.finished()))
    #expect(new.count == 2, "\(new)")
    #expect(new.contains { $0.contains(Wording(options).day("2026-12-15")) })
  }

  @Test func theDocumentCanBeReadBack() throws {
    let bytes = try JSONReport().render("report", of: Self.model(), options: ReportOptions())
    let model = try JSONDecoder().decode(ReportModel.self, from: Data(bytes))
    #expect(model == Self.model())
    let plain = try JSONReport().render("report", of: SampleReport.finished(), options: ReportOptions())
    #expect(!String(decoding: plain, as: UTF8.self).contains("\"notices\""))
  }
}
