import MailModel
import Testing

@testable import Reporting

@Suite struct ReportLanguageTests {
  private static let english = EnglishPhrases()

  private static func placeholders(_ text: String) -> [String] {
    text.matches(of: /\{[A-Za-z]+\}/).map { String($0.output) }.sorted()
  }

  @Test(arguments: [
    ("en", "en"), ("en_US.UTF-8", "en"), ("C", "en"), ("C.UTF-8", "en"), ("POSIX", "en"), ("pt", "pt-BR"),
    ("pt_BR.UTF-8", "pt-BR"), ("pt-BR", "pt-BR"), ("PT_br", "pt-BR"), ("pt_PT@euro", "pt-BR"), ("es-MX", "es"),
    ("es_419", "es"), ("de", nil), ("", nil), ("ptx", nil), ("est", nil), ("en!", nil),
  ])
  func tagsAndLocales(tag: String, expected: String?) {
    #expect(Language(tag: tag)?.tag == expected)
  }

  @Test(arguments: Language.allCases)
  func everyPhraseIsThereWithTheSamePlaceholders(language: Language) {
    let book = language.phrases
    for phrase in Phrase.allCases {
      #expect(!book.text(phrase).isEmpty, "\(phrase)")
      // The name of the port can be part of a sentence in one language and of a preposition in another.
      #expect(
        ReportLanguageTests.placeholders(book.text(phrase))
          == ReportLanguageTests.placeholders(ReportLanguageTests.english.text(phrase)), "\(phrase)")
    }
    for phrase in ServerPhrase.allCases {
      #expect(!book.text(phrase).isEmpty, "\(phrase)")
      #expect(
        ReportLanguageTests.placeholders(book.text(phrase))
          == ReportLanguageTests.placeholders(ReportLanguageTests.english.text(phrase)), "\(phrase)")
    }
    for phrase in CountedPhrase.allCases {
      let forms = book.forms(phrase)
      let english = ReportLanguageTests.english.forms(phrase)
      #expect(forms.one != forms.other)
      for (text, model) in [(forms.one, english.one), (forms.other, english.other)] {
        #expect(ReportLanguageTests.placeholders(text) == ReportLanguageTests.placeholders(model), "\(phrase)")
        #expect(text.contains("{count}"))
      }
    }
    for phrase in TrendPhrase.allCases {
      #expect(!book.text(phrase).isEmpty, "\(phrase)")
      #expect(
        ReportLanguageTests.placeholders(book.text(phrase))
          == ReportLanguageTests.placeholders(ReportLanguageTests.english.text(phrase)), "\(phrase)")
    }
    for phrase in TrendCount.allCases {
      let forms = book.forms(phrase)
      let english = ReportLanguageTests.english.forms(phrase)
      #expect(forms.one != forms.other)
      for (text, model) in [(forms.one, english.one), (forms.other, english.other)] {
        #expect(ReportLanguageTests.placeholders(text) == ReportLanguageTests.placeholders(model), "\(phrase)")
      }
    }
    for code in ReportWarningCode.allCases {
      #expect(
        ReportLanguageTests.placeholders(book.text(code))
          == ReportLanguageTests.placeholders(ReportLanguageTests.english.text(code)), "\(code)")
      // A sentence that begins with its number has another form for one.
      #expect((book.singular(code) != nil) == (ReportLanguageTests.english.singular(code) != nil), "\(code)")
      if let one = book.singular(code) {
        #expect(one != book.text(code))
        #expect(ReportLanguageTests.placeholders(one) == ReportLanguageTests.placeholders(book.text(code)), "\(code)")
      }
    }
    for phrase in Phrase.allCases where phrase.rawValue.hasPrefix("total") && phrase != .totals {
      #expect(book.singular(phrase).map { $0 != book.text(phrase) } == true, "\(phrase)")
    }
  }

  @Test(arguments: Language.allCases)
  func everyTermIsNamedAndNoTwoAreTheSame(language: Language) {
    let book = language.phrases
    let lists: [[String]] = [
      Readiness.allCases.map(book.name), IdentityKind.allCases.map(book.name), AddressKind.allCases.map(book.name),
      ClientGuess.allCases.map(book.name), Confidence.allCases.map(book.name), EvidenceKind.allCases.map(book.name),
      PortEvidence.allCases.map(book.name), RefusalClass.allCases.map(book.name),
      RefusalClass.allCases.map(book.meaning), PortRemedy.allCases.map(book.action),
      ReportWarningCode.allCases.map(book.text), Reachability.allCases.map(book.name),
      ProbeVerdict.allCases.map(book.name), ProbeSeverity.allCases.map(book.name),
      CertificateTrust.allCases.map(book.name), PreflightPhase.allCases.map(book.name),
      Movement.allCases.map(book.name), CutoverBreak.allCases.map(book.name),
    ]
    for list in lists {
      #expect(list.allSatisfy { !$0.isEmpty })
      #expect(Set(list).count == list.count)
    }
  }

  @Test(arguments: [Language.brazilianPortuguese, .spanish])
  func hardlyAnyPhraseIsLeftInEnglish(language: Language) {
    let same = Phrase.allCases.filter { language.phrases.text($0) == ReportLanguageTests.english.text($0) }
    #expect(Set(same).isSubset(of: [.roleSubmission, .roleSubmissions]))
    #expect(TrendPhrase.allCases.allSatisfy { language.phrases.text($0) != ReportLanguageTests.english.text($0) })
  }

  @Test(arguments: [
    (Language.english, "-1,234,567", "2026-11-23 14:05", "port 25", "ports 25 and 366"),
    (.brazilianPortuguese, "-1.234.567", "23/11/2026 14:05", "pela porta 25", "pelas portas 25 e 366"),
    (.spanish, "-1.234.567", "23/11/2026 14:05", "el puerto 25", "los puertos 25 y 366"),
  ])
  func numbersTimesAndPorts(language: Language, number: String, time: String, one: String, two: String) {
    let wording = Wording(ReportOptions(language: language, zone: ZoneRules(fixedOffset: -10_800)))
    #expect(wording.number(-1_234_567) == number)
    #expect(wording.number(0) == "0" && wording.number(999) == "999")
    #expect(wording.time(Timestamp(iso8601: "2026-11-23T17:05:59Z")) == time)
    #expect(wording.zone(at: Timestamp(seconds: 0)) == "UTC−03:00")
    #expect(wording.ports(["25"]) == one && wording.ports(["25", "366"]) == two)
  }

  @Test func aTimeIsShownByTheClockOfItsOwnDay() throws {
    // Madrid in 2026: summer time from 29 March to 25 October.
    let madrid = ZoneRules(spans: [
      ZoneRules.Span(localStart: .min, offset: 3600),
      ZoneRules.Span(localStart: 1_774_753_200_000, offset: 7200),
      ZoneRules.Span(localStart: 1_792_897_200_000, offset: 3600),
    ])
    let wording = Wording(ReportOptions(zone: madrid))
    let summer = try #require(Timestamp(iso8601: "2026-07-15T00:15:00+02:00"))
    let winter = try #require(Timestamp(iso8601: "2026-11-27T21:00:00+01:00"))
    #expect(wording.time(summer) == "2026-07-15 00:15" && wording.time(winter) == "2026-11-27 21:00")
    #expect(wording.zone(at: summer) == "UTC+02:00" && wording.zone(at: winter) == "UTC+01:00")
    #expect(wording.zone(from: summer, to: winter) == "UTC+02:00/+01:00")
    #expect(wording.zone(from: nil, to: winter) == "UTC+01:00" && wording.zone(from: nil, to: nil) == "UTC")
  }

  @Test func aValueIsNotLookedThroughForPlaceholders() {
    #expect(Wording.fill("{a} and {b}", ["a": "{b}", "b": "2"]) == "{b} and 2")
    #expect(Wording.fill("{none} {", [:]) == "{none} {")
  }
}
