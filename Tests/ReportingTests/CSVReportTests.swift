import MailModel
import Testing

@testable import Reporting

@Suite struct CSVReportTests {
  /// The rows of a CSV text by RFC 4180, or nothing when it breaks the rules.
  private func rows(_ text: String) -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var quoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let next = scalars.popFirst() {
      if quoted {
        if next != "\"" {
          cell.unicodeScalars.append(next)
        } else if scalars.first == "\"" {
          cell.unicodeScalars.append(next)
          scalars.removeFirst()
        } else {
          quoted = false
        }
        continue
      }
      switch next {
      case "\"":
        guard cell.isEmpty else { return nil }
        quoted = true
      case ",":
        row.append(cell)
        cell = ""
      case "\r":
        guard scalars.popFirst() == "\n" else { return nil }
        rows.append(row + [cell])
        row = []
        cell = ""
      case "\n": return nil
      default: cell.unicodeScalars.append(next)
      }
    }
    return quoted || !cell.isEmpty || !row.isEmpty ? nil : rows
  }

  private func table(_ document: String, _ model: ReportModel) throws -> [[String]] {
    try #require(rows(String(decoding: try CSVReport().render(document, of: model), as: UTF8.self)))
  }

  @Test(arguments: ["users", "addresses", "refusals"])
  func allRowsAreAsWideAsTheHeader(document: String) throws {
    for model in [SampleReport.office(), SampleReport.empty()] + HostileText.all.map({ $0.model() }) {
      let table = try table(document, model)
      #expect(Set(table.map(\.count)).count == 1)
      let header = try #require(table.first)
      #expect(Set(header).count == header.count)
      #expect(header.allSatisfy { $0.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" } })
    }
  }

  @Test func cellsHoldWhatTheModelSays() throws {
    let table = try table("users", SampleReport.office())
    let header = table[0]
    let row = try #require(table.first { $0[0] == "ana.souza@example.com" })
    func cell(_ name: String) throws -> String { row[try #require(header.firstIndex(of: name))] }
    #expect(try cell("sessions_25") == "41")
    #expect(try cell("messages_587") == "131")
    #expect(try cell("messages_465") == "0")
    #expect(try cell("sessions_legacy") == "41")
    #expect(try cell("refused_submission_required") == "3")
    #expect(try cell("last_refused") == "2026-11-18T14:00:00Z")
    #expect(try cell("readiness") == "moving")
    #expect(try cell("addresses") == "2")
    #expect(table.count == SampleReport.office().users.count + 1)
  }

  @Test func whoIsRefusedWasSeenThen() throws {
    var model = SampleReport.finished()
    model.users[0].lastRefusedAt = SampleReport.at(day: 6)
    model.users[1].ports = [:]
    model.users[1].lastRelayedAt = SampleReport.at(day: 3)
    let table = try table("users", model)
    let place = try #require(table[0].firstIndex(of: "last_seen"))
    #expect(table[1][place] == SampleReport.at(day: 6).description)
    #expect(table[2][place] == SampleReport.at(day: 3).description)
    #expect(model.users.map(\.lastSeenAt) == [SampleReport.at(day: 6), SampleReport.at(day: 3)])
  }

  @Test func aPortThatIsNotNamedCountsAsOtherAndLegacy() throws {
    var model = SampleReport.finished()
    model.users[0].ports["366"] = PortUse(
      sessions: 5, messages: 6, firstAt: SampleReport.start, lastAt: SampleReport.start)
    let table = try table("users", model)
    for (name, value) in ["sessions_other": "5", "messages_legacy": "6", "sessions_25": "0"] {
      #expect(table[1][try #require(table[0].firstIndex(of: name))] == value)
    }
  }

  @Test(arguments: [
    ("plain", "ana@example.com", "ana@example.com"),
    ("comma", "a,b", "\"a,b\""),
    ("comma with accent", "a,\u{301}b", "\"a,\u{301}b\""),
    ("quote", "a\"b", "\"a\"\"b\""),
    ("formula", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
    ("plus sign", "+1+2", "'+1+2"),
    ("at sign", "@SUM(1)", "'@SUM(1)"),
    ("minus sign", "-A1", "'-A1"),
    ("sign after spaces", "  =1", "'  =1"),
    ("sign after a no-break space", "\u{A0}=1", "'\u{A0}=1"),
    ("wide sign", "＝1", "'＝1"),
    ("tab first", "\t=1", "'␉=1"),
    ("carriage return first", "\rx", "'␍x"),
    ("negative number", "-12", "-12"),
    ("signed fraction", "+3.5", "+3.5"),
    ("sign alone", "-", "'-"),
    ("formula with comma and quote", "=A(\"1\",2)", "\"'=A(\"\"1\"\",2)\""),
    ("escape character", "a\u{1B}[2J", "a␛[2J"),
    ("line break", "a\r\nb", "a␍␊b"),
    ("right to left", "a\u{202E}b", "a⟨U+202E⟩b"),
  ])
  func aCellIsHarmless(name: String, value: String, expected: String) {
    #expect(CSVCell.encode(value) == expected)
  }

  @Test(arguments: HostileText.all)
  func noControlCharacterAndNoFormulaIsWritten(hostile: HostileText) throws {
    for document in CSVReport().documents(of: hostile.model()) {
      let text = String(decoding: try CSVReport().render(document, of: hostile.model()), as: UTF8.self)
      for scalar in text.unicodeScalars where scalar != "\r" && scalar != "\n" {
        #expect(scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value) && scalar != "\u{202E}")
      }
      for cell in try #require(rows(text)).joined() {
        let first = cell.drop { $0 == " " }.first
        #expect(!["=", "+", "-", "@"].contains(first ?? "x") || Double(cell) != nil)
      }
    }
  }
}
