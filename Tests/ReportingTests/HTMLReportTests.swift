import MailModel
import Testing

@testable import Reporting

@Suite struct HTMLReportTests {
  private func page(_ model: ReportModel, _ language: Language = .english) throws -> MarkupOutline {
    MarkupOutline(try HTMLReport().render("report", of: model, options: ReportOptions(language: language)))
  }

  private func markup(_ model: ReportModel, _ language: Language = .english) throws -> String {
    String(
      decoding: try HTMLReport().render("report", of: model, options: ReportOptions(language: language)), as: UTF8.self)
  }

  @Test(arguments: HostileText.all)
  func hostileTextChangesNoMarkup(hostile: HostileText) throws {
    let harmless = try page(HostileText(name: "harmless", text: "harmless").model())
    let page = try page(hostile.model())
    #expect(page.tags.map(\.shape) == harmless.tags.map(\.shape))
    // All that a value can say in an attribute is words; where the browser goes is ours.
    for tag in page.tags {
      #expect(tag.attributes.allSatisfy { !$0.name.hasPrefix("on") && $0.name != "style" })
      if let link = tag.value("href"), tag.name == "a" { #expect(link.hasPrefix("#")) }
    }
    #expect(page.text.contains(VisibleText.make(hostile.text)))
  }

  @Test(arguments: HostileText.all)
  func noControlOrHiddenCharacterIsWritten(hostile: HostileText) throws {
    let text = String(decoding: try HTMLReport().render("report", of: hostile.model()), as: UTF8.self)
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value))
      #expect(!["\u{202E}", "\u{200B}", "\u{FEFF}", "\u{2028}"].contains(scalar))
    }
  }

  @Test(arguments: Language.allCases)
  func thePolicyNamesStyleAndScriptByTheirHashAndNothingElse(language: Language) throws {
    let page = try page(SampleReport.office(), language)
    let policy = try #require(
      page.tags.first { $0.value("http-equiv") == "Content-Security-Policy" }?.value("content"))
    #expect(page.raw["style"]?.count == 1 && page.raw["script"]?.count == 1)
    let style = SHA256.base64(of: try #require(page.raw["style"]?.first))
    let script = SHA256.base64(of: try #require(page.raw["script"]?.first))
    #expect(
      policy.split(separator: "; ") == [
        "default-src 'none'", "style-src 'sha256-\(style)'", "script-src 'sha256-\(script)'", "img-src data:",
        "base-uri 'none'", "form-action 'none'",
      ])
    #expect(page.tags.first { $0.name == "html" }?.value("lang") == language.tag)
  }

  @Test(arguments: Language.allCases)
  func nothingComesFromOutside(language: Language) throws {
    let page = try page(SampleReport.office(), language)
    for tag in page.tags {
      #expect(tag.value("src") == nil && tag.value("style") == nil && tag.value("action") == nil)
      #expect(!["iframe", "object", "embed", "img", "base", "form"].contains(tag.name))
      if let link = tag.value("href") { #expect(link.hasPrefix("#") || link.hasPrefix("data:image/svg+xml,")) }
    }
    #expect(
      page.raw["style"]?.first?.contains("url(") == false && page.raw["style"]?.first?.contains("@import") == false)
  }

  @Test(arguments: ["office", "month", "empty", "finished", "hostile"])
  func everyLinkLeadsSomewhereAndEveryAnchorIsThereOnce(name: String) throws {
    let model =
      switch name {
      case "office": SampleReport.office()
      case "month": SampleReport.month()
      case "empty": SampleReport.empty()
      case "finished": SampleReport.finished()
      default: HostileText.all[0].model()
      }
    let page = try page(model)
    let anchors = page.tags.compactMap { $0.value("id") }
    #expect(Set(anchors).count == anchors.count)
    for link in page.tags.compactMap({ $0.name == "a" ? $0.value("href") : nil }) {
      #expect(anchors.contains(String(link.dropFirst())), "\(link)")
    }
    let patterns = page.tags.compactMap { $0.value("fill") }.filter { $0.hasPrefix("url(#") }
    for pattern in patterns { #expect(anchors.contains(String(pattern.dropFirst(5).dropLast())), "\(pattern)") }
  }

  @Test func everyUserLeadsToTheLinesThatShowIt() throws {
    let model = SampleReport.office()
    let page = try page(model)
    let articles = page.tags.filter { $0.name == "article" }.compactMap { $0.value("id") }
    #expect(articles.count == model.users.count)
    for line in ["/var/log/mail.log:412", "/var/log/mail.log:9377", "/var/log/mail.log:9381"] {
      #expect(page.text.contains(line))
    }
    #expect(page.text.contains("label of the service in the log"))
    #expect(page.text.contains("plain smtpd beside labelled services"))
  }

  @Test func totalsAndAccountingAreWritten() throws {
    let page = try page(SampleReport.office())
    for text in ["383,676", "152,395", "231,274", "adds up", "Personal data", "5,146", "truncated gzip input"] {
      #expect(page.text.contains(text), "\(text)")
    }
    #expect(!page.text.contains("does not add up"))
    var model = SampleReport.office()
    model.sources[0].lines += 1
    #expect(try self.page(model).text.contains("does not add up"))
  }

  @Test(arguments: PortRemedy.allCases)
  func adviceHoldsTheLinesToType(remedy: PortRemedy) throws {
    var model = SampleReport.office()
    model.portAdvice = [PortAdvice(format: "postfix", unknownSessions: 3, remedies: [remedy], servers: [])]
    let page = try page(model)
    for line in RemedyCommands.lines(for: remedy) + RemedyCommands.configuration(for: remedy) {
      #expect(page.text.contains(line))
    }
    model.portAdvice[0].unknownSessions = 0
    #expect(try self.page(model).tags.allSatisfy { $0.value("id") != "advice" })
  }

  @Test func commandsRecordThePortsOfThePolicyAndNoOthers() {
    let policy = PortPolicy(legacyPorts: [25, 366], submissionPorts: [587], submissionsPorts: [465])
    for commands in RecordingCommands.platforms(policy) where commands.platform != "windows" {
      let text = commands.lines.joined(separator: " ").replacing("port587", with: "")
      let numbers = text.matches(of: /\b(\d{2,5})\b/).map { String($0.1) }.filter { $0 != "64" && $0 != "0" }
      #expect(Set(numbers) == ["25", "366", "465", "587"], "\(commands.platform): \(numbers)")
    }
  }

  @Test func statesSortByHowMuchTheyMatter() throws {
    let page = try markup(SampleReport.office())
    var weights: [String: Set<Int>] = [:]
    for match in page.matches(of: /data-sort="(\d+)"><span class="state (\w+)"/) {
      weights[String(match.2), default: []].insert(Int(match.1) ?? -1)
    }
    #expect(
      weights == ["blocked": [4], "notReady": [3], "moving": [2], "unknown": [1], "ready": [0]], "most affected first")
  }

  @Test func addressesSortByTheirNumber() throws {
    var model = SampleReport.office()
    let texts = ["198.51.100.201", "2001:db8::1", "198.51.100.21", "client-7", "198.51.100.3"]
    for (index, text) in texts.enumerated() { model.addresses[index].address = text }
    model.addresses = Array(model.addresses.prefix(texts.count))
    let page = try markup(model)
    let rows = page.matches(of: /<td class="id" data-sort="(\d+)">([^<]+)</).map { (Int($0.1) ?? -1, String($0.2)) }
    #expect(
      rows.sorted { $0.0 < $1.0 }.map(\.1) == [
        "198.51.100.3", "198.51.100.21", "198.51.100.201", "2001:db8::1", "client-7",
      ])
    // The first press sorts figures downwards, and addresses upwards.
    #expect(page.contains(#"data-first="up">Address</th>"#))
  }

  @Test func oneOfSomethingIsSaidInTheSingular() throws {
    var model = SampleReport.office()
    model.totals.users = 1
    model.totals.refusals = 2
    model.warnings = [ReportWarning(code: .namelessLogins, count: 1)]
    for (language, one, two, warning) in [
      (Language.english, "user", "refusals", "1 login succeeded"),
      (.brazilianPortuguese, "usuário", "recusas", "1 login teve"),
      (.spanish, "usuario", "rechazos", "1 inicio de sesión usó"),
    ] {
      let page = try markup(model, language)
      #expect(page.contains(warning))
      let totals = page.matches(of: /<a href="#(?:users|refusals)"><strong>(\d)<\/strong> ([^<]+)</)
      #expect(totals.map { "\($0.1) \($0.2)" } == ["1 \(one)", "2 \(two)"])
    }
  }

  @Test func aPageWithoutScriptShowsEveryRow() throws {
    let page = try page(SampleReport.office())
    let hidden = page.tags.filter { $0.attributes.contains { $0.name == "hidden" } }
    #expect(hidden.allSatisfy { $0.value("class") == "controls" } && hidden.count == 2)
  }

  @Test func manyUsersStayReadable() throws {
    let count = HTMLPage.userLimit + 25
    let bytes = try HTMLReport().render("report", of: SampleReport.large(users: count))
    #expect(bytes.count < 15_000_000)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("… and 25 more users (see users.csv)"))
    #expect(text.contains("… and 14 more lines (see report.json)"))
  }

  @Test func templatesUseOnlyPhrasesThatExist() {
    let page = HTMLPage(SampleReport.month(), ReportOptions())
    let names = page.sections().flatMap { $0().template.matches(of: /t\.([A-Za-z]+)\}/).map { String($0.1) } }
    #expect(
      !names.isEmpty
        && Set(names).isSubset(of: Set(Phrase.allCases.map(\.rawValue) + ServerPhrase.allCases.map(\.rawValue))))
  }

  @Test(arguments: Language.allCases)
  func everyNameOfATemplateHasAValue(language: Language) throws {
    // What a template asks for and nobody gives is left out in silence, so it is looked for here.
    for section in HTMLPage(SampleReport.month(), ReportOptions(language: language)).sections().map({ $0() }) {
      let names = Set(section.template.matches(of: /\{\{[#^]?([a-z][A-Za-z]*)\}/).map { String($0.1) })
      #expect(names.subtracting(section.context.names()) == [])
    }
  }
}

extension HTMLContext {
  /// All names that are given here or further in.
  fileprivate func names() -> Set<String> {
    given.reduce(into: []) { names, entry in
      names.insert(entry.key)
      switch entry.value {
      case .rows(let rows): names.formUnion(rows.flatMap { $0.names() })
      case .part(let part): names.formUnion(part.names())
      case .text, .flag, .markup: break
      }
    }
  }
}
