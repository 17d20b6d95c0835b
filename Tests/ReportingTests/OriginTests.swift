import MailModel
import Testing

@testable import Reporting

/// From what a report says that it was made, and how it speaks of one.
@Suite struct OriginTests {
  private static func text(_ model: ReportModel, _ options: ReportOptions) throws -> String {
    MarkupOutline(try HTMLReport().render("report", of: model, options: options)).text
  }

  @Test(arguments: Language.allCases)
  func theFootNamesWhatTheReportWasMadeFrom(language: Language) throws {
    let options = ReportOptions(language: language)
    let wording = Wording(options)
    var model = SampleReport.finished()
    #expect(try Self.text(model, options).contains(wording.text(.footer)))
    #expect(try !Self.text(model, options).contains(wording.text(.sourcesOfRun)))
    model.users[0].trusted = .all
    #expect(try Self.text(model, options).contains(wording.text(.footerWithOthers)))
    #expect(try Self.text(SampleReport.office(), options).contains(wording.text(.footerWithOthers)))
    let state = try Self.text(SampleReport.month(), options)
    #expect(state.contains(wording.text(.footerOfState)) && state.contains(wording.text(.sourcesOfRun)))
    #expect(!state.contains(wording.text(.footer)) && !state.contains(wording.text(.footerWithOthers)))
  }

  @Test(arguments: [
    (Language.english, "has moved", "have moved"), (.brazilianPortuguese, "já migrou", "já migraram"),
    (.spanish, "ya ha migrado", "ya han migrado"),
  ])
  func aTileSpeaksOfOne(language: Language, one: String, several: String) throws {
    let options = ReportOptions(language: language)
    var model = SampleReport.finished()
    func hasTile(_ words: String) throws -> Bool {
      String(decoding: try HTMLReport().render("report", of: model, options: options), as: UTF8.self)
        .contains("<span>\(words)</span></a>")
    }
    #expect(try hasTile(several) && !hasTile(one))
    model.users.removeLast()
    model.totals = SampleReport.totals(model.users, [])
    #expect(try hasTile(one) && !hasTile(several))
  }

  @Test(arguments: [
    (Language.english, "would be cut off"), (.brazilianPortuguese, "ficaria sem envio"),
    (.spanish, "se quedaría sin enviar"),
  ])
  func aHeadingSpeaksOfOne(language: Language, one: String) throws {
    let wording = Wording(ReportOptions(language: language))
    #expect(wording.heading(CutoverBreak.now, 1) == one)
    #expect(wording.heading(CutoverBreak.now, 2) == wording.book.name(CutoverBreak.now))
    #expect(wording.heading(Movement.cameBack, 2) == wording.book.name(Movement.cameBack))
    #expect(wording.total(.tileLegacy, 1, ["ports": "X"]).contains("X"))
  }
}
