import MailModel
import Testing

@testable import Reporting

@Suite struct TerminalSummaryTests {
  private func text(_ model: ReportModel, _ options: ReportOptions = ReportOptions()) throws -> String {
    String(decoding: try TerminalSummary().render("summary", of: model, options: options), as: UTF8.self)
  }

  @Test(arguments: Language.allCases)
  func theNoteOnFiguresGoesWithThem(language: Language) throws {
    for (columns, isThere) in [(40, false), (120, true)] {
      let options = ReportOptions(language: language, columns: columns)
      let text = String(
        decoding: try TerminalSummary().render("summary", of: SampleReport.office(), options: options), as: UTF8.self)
      #expect(text.contains("(\(Wording(options).text(.messagesSessions)))") == isThere)
    }
  }

  @Test(arguments: Language.allCases, [60, 80, 120])
  func noLineIsWiderThanTheTerminal(language: Language, columns: Int) throws {
    let commands = Set(PortRemedy.allCases.flatMap { RemedyCommands.lines(for: $0, language) })
    var models = [
      SampleReport.office(), SampleReport.month(), SampleReport.empty(), SampleReport.finished(),
      SampleReport.large(users: 50),
    ]
    models += HostileText.all.map { $0.model() }
    for model in models {
      let text = try text(model, ReportOptions(language: language, columns: columns))
      for line in text.split(separator: "\n").map(String.init) {
        let isCommand = commands.contains(String(line.dropFirst(4)))
        #expect(TextWidth.columns(line) <= (isCommand ? 72 : columns), "\(line)")
      }
    }
  }

  @Test(arguments: HostileText.all)
  func nothingReachesTheTerminalButText(hostile: HostileText) throws {
    for scalar in try text(hostile.model()).unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value))
      #expect(!["\u{202E}", "\u{200B}", "\u{FEFF}", "\u{2028}"].contains(scalar))
    }
  }

  @Test func colourOnlyWhenTold() throws {
    #expect(!(try text(SampleReport.office()).contains("\u{1B}")))
    let coloured = try text(SampleReport.office(), ReportOptions(colour: true))
    #expect(coloured.contains("\u{1B}[1;31m8 users still submit on port 25\u{1B}[0m"))
    let plain = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    // Spaces before the end of a coloured cell stay; a terminal does not show them.
    let trimmed = plain.replacing(/[ ]+\n/, with: "\n")
    #expect(trimmed == (try text(SampleReport.office())))
  }

  @Test func mostAffectedUsersStandFirstAndTheRestIsCounted() throws {
    let lines = try text(SampleReport.office()).split(separator: "\n").map(String.init)
    let places = ["financeiro@", "erp@", "ana.souza@", "vendas@", "sergio.pinto@"].map { name in
      lines.firstIndex { $0.hasPrefix(name) } ?? -1
    }
    #expect(places == places.sorted() && places[0] >= 0)
    #expect(lines.contains("… and 4 more users (all: --output DIR)"))
  }

  @Test(arguments: [
    (Language.english, "(see users.csv)"), (.brazilianPortuguese, "(veja users.csv)"), (.spanish, "(vea users.csv)"),
  ])
  func aFileIsNamedWhereOneWasWrittenAndNowhereElse(language: Language, words: String) throws {
    #expect(try text(SampleReport.office(), ReportOptions(language: language, writesFiles: true)).contains(words))
    let alone = try text(SampleReport.office(), ReportOptions(language: language))
    #expect(!alone.contains(".csv)") && alone.contains("--output"))
  }

  @Test func commandsToTypeAreExplainedInTheReadersLanguage() throws {
    var model = SampleReport.office()
    var advice = PortAdvice(format: "icewarp", unknownSessions: 3, remedies: [.connectionLog], servers: [])
    for platform in ["windows", "windows-2019", "linux", "bsd"] {
      advice.platform = platform
      model.portAdvice = [advice]
      let english = try text(model)
      for language in [Language.brazilianPortuguese, .spanish] {
        let lines = RecordingCommands.usual(platform, model.policy, language)
        let meant = RecordingCommands.usual(platform, model.policy, .english)
        #expect(lines.count == meant.count)
        for (line, meant) in zip(lines, meant) {
          #expect((line != meant) == (meant.hasPrefix("REM ") || meant.contains("# ")), "\(line)")
        }
        let translated = try text(model, ReportOptions(language: language))
        for line in lines { #expect(translated.contains(line), "\(line)") }
        #expect(!translated.contains("ends it"))
      }
      for line in RecordingCommands.usual(platform, model.policy, .english) { #expect(english.contains(line)) }
    }
  }

  @Test func verdictTotalsAdviceAndAccountingAreSaid() throws {
    let text = try text(SampleReport.office(), ReportOptions(columns: 120))
    for part in [
      "8 users still submit on port 25", "Do not close port 25 for submission yet.", "3,871·1,204", "Relaying denied",
      "24 users: Blocked 1, Not moved 7, Moving 1, Unknown 1, Moved 14",
      "postconf -P 'submission/inet/syslog_name=postfix/submission'",
      "383,676 lines = 152,395 events + 231,274 not needed + 6 unrecognised + 1 malformed",
      "/var/log/mail.log.3.gz: not read to its end: truncated gzip input", "2026-11-09 00:00 to 2026-11-23 00:00 UTC",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func noSessionIsSaidAloud() throws {
    let text = try text(SampleReport.empty())
    #expect(text.hasPrefix("No authenticated session was found\n"))
    #expect(text.contains("the log level hides"))
  }

  @Test(arguments: [
    ("ascii", "abcdef", 4, "abc…"), ("fits", "abcd", 4, "abcd"), ("wide", "日本語", 5, "日本…"),
    ("wide odd", "日本語", 4, "日…"),
    ("accent", "Jose\u{301}", 4, "Jose\u{301}"), ("nothing", "abc", 0, ""),
  ])
  func textIsCutByColumns(name: String, text: String, width: Int, expected: String) {
    #expect(TextWidth.cut(text, to: width) == expected)
    #expect(TextWidth.columns(TextWidth.pad(text, to: 9)) == 9)
  }

  @Test func wordsAreWrappedAndLongOnesBroken() {
    #expect(TextWidth.wrap("aa bb cc", to: 5) == ["aa bb", "cc"])
    #expect(TextWidth.wrap("abcdefgh ij", to: 3) == ["abc", "def", "gh", "ij"])
    #expect(TextWidth.wrap("", to: 3) == [])
  }
}
