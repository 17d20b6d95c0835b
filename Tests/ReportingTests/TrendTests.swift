import Foundation
import MailModel
import Testing

@testable import Reporting

/// The trend in every output.
@Suite struct TrendTests {
  private func page(_ model: ReportModel, _ language: Language = .english) throws -> MarkupOutline {
    MarkupOutline(try HTMLReport().render("report", of: model, options: ReportOptions(language: language)))
  }

  private func summary(_ model: ReportModel, _ language: Language = .english) throws -> String {
    let options = ReportOptions(language: language, columns: 400)
    return String(decoding: try TerminalSummary().render("summary", of: model, options: options), as: UTF8.self)
  }

  /// Days before the last one; the burn-down begins 28 days before it.
  @Test(arguments: [-400, -29, -28, 0, 5, 4_000])
  func aCutOverAnywhereIsDrawnOrLeftOut(day: Int) throws {
    var model = SampleReport.month()
    model.trend?.verdict = CutoverVerdict(
      day: CivilDate(daysSinceEpoch: 20_780 + day), answer: .go, isForecastInTime: nil)
    let html = try HTMLReport().render("report", of: model, options: ReportOptions(language: .english))
    #expect(!String(decoding: html, as: UTF8.self).contains("-0."))
  }

  @Test func withoutAStateNothingOfItIsThere() throws {
    let model = SampleReport.office()
    #expect(try page(model).tags.allSatisfy { $0.value("id") != "trend" && $0.value("href") != "#trend" })
    #expect(try !summary(model).contains("Trend"))
    #expect(CSVReport().documents(of: model) == ["users", "addresses", "refusals"])
    #expect(throws: RenderError.unknownDocument(output: "csv", document: "waves")) {
      try CSVReport().render("waves", of: model)
    }
    var month = SampleReport.month()
    #expect(CSVReport().documents(of: month) == ["users", "addresses", "refusals", "waves", "movement"])
    month.trend?.movement = nil
    #expect(CSVReport().documents(of: month) == ["users", "addresses", "refusals", "waves"])
  }

  @Test(arguments: Language.allCases)
  func thePolicyNamesBothStyleSheets(language: Language) throws {
    let page = try page(SampleReport.month(), language)
    let styles = try #require(page.raw["style"])
    let policy = try #require(
      page.tags.first { $0.value("http-equiv") == "Content-Security-Policy" }?.value("content"))
    #expect(styles.count == 2)
    let hashes = styles.map { "'sha256-\(SHA256.base64(of: $0))'" }.joined(separator: " ")
    #expect(policy.contains("style-src \(hashes); "))
    #expect(page.tags.allSatisfy { $0.value("style") == nil })
  }

  @Test func thePictureHasAGapAForecastACutoverAndWords() throws {
    let model = SampleReport.month()
    let page = try page(model)
    func count(_ name: String) -> Int { page.tags.count { $0.value("class") == name } }
    // The day without logs parts the lines in two.
    #expect(count("gap") == 1 && count("under") == 2)
    #expect(page.tags.count { $0.name == "polyline" && $0.value("class") == "left" } == 2)
    #expect(page.tags.count { $0.name == "polyline" && $0.value("class") == "perhaps" } == 2)
    #expect(page.tags.count { $0.name == "polyline" && $0.value("class") == "ahead" } == 1)
    let picture = try #require(page.tags.first { $0.value("class") == "burn" })
    let words = try #require(picture.value("aria-label"))
    #expect(picture.value("role") == "img")
    #expect(
      words.contains("10 users on port 25 in the seven days up to 2026-11-23; 38 users in those up to 2026-10-26"))
    #expect(words.contains("Forecast, not a promise: a straight line through 27 days reaches zero on 2026-12-03."))
    for text in [
      "cut-over, 2026-11-28", "forecast: a straight line, no promise", "a gap is no zero", "no logs",
      "300 of 1,200 (25 %)", "The forecast is at zero only on 2026-12-03, after the cut-over.",
    ] {
      #expect(page.text.contains(text), "\(text)")
    }
    // Points lie within the drawing, but for a forecast that leaves it at its right edge.
    for line in page.tags.compactMap({
      $0.name == "polyline" && $0.value("class") != "ahead" ? $0.value("points") : nil
    }) {
      for point in line.split(separator: " ") {
        let parts = point.split(separator: ",").compactMap { Int($0) }
        #expect(parts.count == 2 && (0...1000).contains(parts[0]) && (0...200).contains(parts[1]), "\(point)")
      }
    }
  }

  /// The curve goes from 20,752 to 20,780; in the weeks after a cut-over its day lies before all of it.
  @Test(arguments: [
    (20_700, false), (20_751, false), (20_752, true), (20_770, true), (20_785, true), (21_000, false),
  ])
  func aCutoverIsDrawnWhereTheCurveIs(day: Int, isDrawn: Bool) throws {
    var model = SampleReport.month()
    model.trend?.verdict?.day = CivilDate(daysSinceEpoch: day)
    for language in Language.allCases {
      #expect(try page(model, language).tags.contains { $0.value("class") == "cut" } == isDrawn)
    }
  }

  @Test(arguments: [
    (CutoverVerdict.Answer.go, "Go: nobody would be cut off"), (.unclear, "Open: nobody is known to be cut off"),
    (.noGo, "No go: 5 users would be cut off"),
  ])
  func verdicts(answer: CutoverVerdict.Answer, words: String) throws {
    var model = SampleReport.month()
    model.trend?.verdict?.answer = answer
    #expect(try page(model).text.contains(words))
    #expect(try summary(model).contains("Cut-over on 2026-11-28: \(words)"))
    model.trend?.verdict = nil
    #expect(try !page(model).text.contains(words) && !summary(model).contains("Cut-over"))
  }

  @Test(arguments: [
    (0, "300 of 1,200 (25 %) went through port 25."),
    (650, "300 of 1,200 (25 %) are known to have gone through port 25; of 650 the port is unknown."),
  ])
  func aSmallShareSaysNothingOfUnknownPorts(unknown: Int, words: String) throws {
    var model = SampleReport.month()
    for i in model.trend?.users.indices ?? 0..<0 { model.trend?.users[i].unknownMessages = i == 0 ? unknown : 0 }
    let text = "Of the messages of these days, \(words)"
    #expect(try page(model).text.contains(text))
    #expect(try summary(model).replacing("\n", with: " ").contains(text))
  }

  /// Where nothing told the ports for weeks, nobody was known to be left: that is no sentence to stand alone.
  @Test(arguments: [(0, 0), (13, 0), (0, 2)])
  func theCurveSaysWhosePortsNothingTold(first: Int, last: Int) throws {
    var model = SampleReport.month()
    let count = try #require(model.trend?.burnDown.count)
    model.trend?.burnDown[0].perhaps = first
    model.trend?.burnDown[count - 1].perhaps = last
    let text = try summary(model)
    let isSaid = text.contains(
      "On ports that the log does not tell: \(last) users up to 2026-11-23, \(first) users up to 2026-10-26.")
    #expect(isSaid == (first + last > 0), "\(text)")
    #expect(try page(model).text.contains("On ports that the log does not tell:") == isSaid)
  }

  @Test func aCutoverThatIsPastIsNotForetold() throws {
    var model = SampleReport.month()
    // The last day with logs.
    model.trend?.verdict?.day = CivilDate(daysSinceEpoch: 20_780)
    let summary = try summary(model)
    #expect(summary.contains("Cut-over on 2026-11-23: Not done yet: 5 users still use port 25"))
    #expect(!summary.contains("would be cut off:") && !summary.contains("after the cut-over"))
    model.trend?.verdict?.day = CivilDate(daysSinceEpoch: 20_781)
    #expect(try self.summary(model).contains("No go: 5 users would be cut off"))
  }

  @Test(arguments: [
    (ZeroForecast.Outcome.reached, "Nobody was left on port 25 in the last seven days."),
    (.notFalling, "No forecast: the number of users does not fall."),
    (.tooFewDays, "No forecast yet: a line needs 14 days"),
  ])
  func forecasts(outcome: ZeroForecast.Outcome, words: String) throws {
    var model = SampleReport.month()
    model.trend?.forecast = ZeroForecast(outcome)
    let page = try page(model)
    #expect(page.text.contains(words) && page.tags.allSatisfy { $0.value("class") != "ahead" })
    model.trend?.burnDown = []
    #expect(try self.page(model).text.contains("No curve yet"))
    #expect(try self.page(model).tags.allSatisfy { $0.value("class") != "burn" })
  }

  @Test func aSingleDayAndAFarForecastAreDrawn() throws {
    var model = SampleReport.month()
    let day = CivilDate(daysSinceEpoch: 20_780)
    model.trend?.burnDown = [
      BurnDownDay(day: day, hasLogs: true, daysWithLogs: 7, users: 0, usersThatDay: 0, perhaps: 0)
    ]
    model.trend?.forecast = ZeroForecast(
      .day, day: CivilDate(daysSinceEpoch: 24_000),
      line: ZeroForecast.Line(from: CivilDate(daysSinceEpoch: 20_753), users: 9, days: 14))
    #expect(try page(model).tags.contains { $0.value("class") == "burn" })
  }

  @Test func tablesHoldWhoMoved() throws {
    let model = SampleReport.month()
    func rows(_ document: String) throws -> [[String]] {
      String(decoding: try CSVReport().render(document, of: model), as: UTF8.self)
        .split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }
    let movement = try rows("movement")
    #expect(movement[0].prefix(4) == ["movement", "identity", "before", "after"])
    let order = Movement.allCases.map(\.rawValue)
    let places = movement.dropFirst().compactMap { order.firstIndex(of: $0[0]) }
    #expect(places == places.sorted() && places.count == movement.count - 1 && Set(places).count == 6)
    let waves = try rows("waves")
    #expect(waves.count == model.users.count + 1 && Set(waves.map(\.count)).count == 1)
    #expect(waves[0].prefix(4) == ["wave", "identity", "recent", "breaks"])
  }

  @Test(arguments: Language.allCases)
  func everyLanguageSaysAll(language: Language) throws {
    let model = SampleReport.month()
    let text = try summary(model, language)
    let book = language.phrases
    for group in Movement.allCases { #expect(text.contains(book.name(group)), "\(group)") }
    #expect(!text.contains("{") && !text.contains("}"))
    let page = try page(model, language)
    for kind in CutoverBreak.allCases { #expect(page.text.contains(book.name(kind)), "\(kind)") }
    // A placeholder that nobody filled; remedies hold braces of their own: ${if eq{$received_port}{25}{}{*}}.
    #expect(page.text.firstMatch(of: /\{[A-Za-z]+\}/) == nil)
  }

  @Test func manyNamesAreCounted() throws {
    var model = SampleReport.month()
    model.trend = SampleReport.trend((0..<1_000).map { "user\($0)@example.com" })
    let text = try page(model).text
    #expect(text.contains("… and 170 more users (see waves.csv)"))
    #expect(text.contains("more users (see movement.csv)"))
  }
}
