import MailModel
import Testing

@testable import Notices

@Suite("Messages")
struct NoticeComposerTests {
  static func campaign() throws -> Campaign {
    Campaign(
      cutover: try #require(CivilDate(year: 2026, month: 12, day: 1)), server: "mail.example.com",
      from: try #require(Mailbox(text: "IT desk <it@example.com>")), organisation: "IT desk", contact: "extension 1234")
  }

  static func recipient(_ language: Language = .english, helo: String? = "PC-ANA") throws -> Recipient {
    var rules = RecipientRules(domains: ["example.com"])
    rules.languages = LanguageTable(fallback: language)
    let selection = RecipientSelector(rules: rules).select(sampleReport([sampleUser("ana@example.com", helo: helo)]))
    return try #require(selection.recipients.first)
  }

  static func text(_ message: ComposedMessage) -> String { String(decoding: message.bytes, as: UTF8.self) }

  @Test("the header fields of a notice", arguments: Language.allCases)
  func header(language: Language) throws {
    var campaign = try Self.campaign()
    campaign.optOutURL = "https://example.com/out?a={address}&t={token}"
    let composer = NoticeComposer(
      campaign: campaign, templates: try TemplateSet(), now: Timestamp(seconds: 1_795_453_200))
    let message = composer.compose(.notice, to: try Self.recipient(language), round: 1)
    let text = Self.text(message)
    let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
    let head = lines.prefix { !$0.isEmpty }
    #expect(head.contains("Date: Mon, 23 Nov 2026 17:00:00 +0000"))
    #expect(head.contains("From: IT desk <it@example.com>"))
    #expect(head.contains("To: ana@example.com"))
    #expect(head.contains("Auto-Submitted: auto-generated"))
    #expect(head.contains("Content-Language: \(Substring(language.tag))"))
    #expect(head.contains { $0.hasPrefix("List-Unsubscribe: <https://example.com/out?a=ana%40example.com&t=") })
    #expect(head.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(!text.contains("{{"))
  }

  @Test("the same notice has the same Message-ID, another round another one")
  func messageID() throws {
    let templates = try TemplateSet()
    let recipient = try Self.recipient()
    let first = NoticeComposer(campaign: try Self.campaign(), templates: templates, now: Timestamp(seconds: 1))
    let later = NoticeComposer(campaign: try Self.campaign(), templates: templates, now: Timestamp(seconds: 2))
    let id = first.compose(.notice, to: recipient, round: 1).messageID
    #expect(id == later.compose(.notice, to: recipient, round: 1).messageID)
    #expect(id != first.compose(.notice, to: recipient, round: 2).messageID)
    #expect(id != first.compose(.thanks, to: recipient, round: 1).messageID)
    #expect(id == first.messageID(.notice, recipient, 1))
  }

  @Test("whoever is refused already is not told that it will begin one day", arguments: Language.allCases)
  func refusedAlready(language: Language) throws {
    let composer = NoticeComposer(
      campaign: try Self.campaign(), templates: try TemplateSet(), now: Timestamp(seconds: 1))
    let words: [Language: (now: String, then: String)] = [
      .english: ("are being refused already", "will be refused"),
      .brazilianPortuguese: ("já estão sendo recusadas", "serão recusadas"),
      .spanish: ("ya se están rechazando", "serán rechazados"),
    ]
    let expected = try #require(words[language])
    for isRefused in [true, false] {
      var recipient = try Self.recipient(language)
      recipient.readiness = .moving
      recipient.isRefused = isRefused
      let text = MessageParts(Self.text(composer.compose(.notice, to: recipient, round: 1))).plainWords
        .joined(separator: " ")
      #expect(text.contains(expected.now) == isRefused && text.contains(expected.then) != isRefused)
    }
  }

  /// Where the log tells no port, as IceWarp's, whoever was refused at last is unknown; who has moved may be refused with another device.
  @Test("whoever is refused today reads so at once, whatever else is known of the ports", arguments: Language.allCases)
  func refusedToday(language: Language) throws {
    let composer = NoticeComposer(
      campaign: try Self.campaign(), templates: try TemplateSet(), now: Timestamp(seconds: 1))
    let words: [Language: (broken: String, warned: String, perhapsDone: String)] = [
      .english: ("are not going out", "without interruption", "there is nothing to change"),
      .brazilianPortuguese: ("não estão saindo", "sem interrupção", "não é preciso mudar nada"),
      .spanish: ("no están saliendo", "sin interrupciones", "no hay nada que cambiar"),
    ]
    let expected = try #require(words[language])
    for (readiness, isRefused) in [(Readiness.unknown, true), (.moving, true), (.unknown, false), (.moving, false)] {
      var recipient = try Self.recipient(language)
      recipient.readiness = readiness
      recipient.isRefused = isRefused
      let message = composer.compose(.notice, to: recipient, round: 1)
      let text = MessageParts(Self.text(message)).plainWords.joined(separator: " ")
      #expect(text.contains(expected.broken) == isRefused)
      #expect(text.contains(expected.warned) != isRefused)
      #expect(text.contains(expected.perhapsDone) == (readiness == .unknown && !isRefused))
      recipient.readiness = .blocked
      #expect((message.subject == composer.compose(.notice, to: recipient, round: 1).subject) == isRefused)
    }
  }

  @Test("later rounds speak more clearly", arguments: Language.allCases)
  func rounds(language: Language) throws {
    let composer = NoticeComposer(
      campaign: try Self.campaign(), templates: try TemplateSet(), now: Timestamp(seconds: 1))
    let subjects = try (1...3).map { composer.compose(.notice, to: try Self.recipient(language), round: $0).subject }
    #expect(Set(subjects).count == 3)
  }

  @Test("plain and HTML part hold the same words", arguments: Language.allCases)
  func sameWords(language: Language) throws {
    let templates = try TemplateSet()
    let composer = NoticeComposer(campaign: try Self.campaign(), templates: templates, now: Timestamp(seconds: 1))
    for guess in ClientGuess.allCases {
      var recipient = try Self.recipient(language)
      recipient.guess = guess
      let text = Self.text(composer.compose(.notice, to: recipient, round: 1))
      let parts = MessageParts(text)
      #expect(parts.plainWords == parts.htmlWords, "\(guess)")
      #expect(parts.plainWords.contains("mail.example.com"))
    }
  }

  @Test("a device name from the log adds no field, no line and no tag")
  func hostileDevice() throws {
    let composer = NoticeComposer(
      campaign: try Self.campaign(), templates: try TemplateSet(), now: Timestamp(seconds: 1))
    let text = Self.text(
      composer.compose(
        .notice, to: try Self.recipient(helo: "x\r\n\r\n--=_alternative\r\nBcc: all@example.net<script>{{server}}"),
        round: 1))
    #expect(!text.contains("\r\nBcc:"))
    // Once, in the plain part, where it is text.
    #expect(text.split(separator: "<script>").count == 2)
    #expect(MessageParts(text).plainWords.joined(separator: " ").contains("<script>{{server}}"))
  }

  @Test("a printer is told of TLS in place of STARTTLS only where both are there", arguments: Language.allCases)
  func printer(language: Language) throws {
    for (starttls, tls) in [(587, 465), (587, nil), (nil, 465)] as [(Int?, Int?)] {
      var campaign = try Self.campaign()
      (campaign.starttlsPort, campaign.tlsPort) = (starttls, tls)
      let composer = NoticeComposer(campaign: campaign, templates: try TemplateSet(), now: Timestamp(seconds: 1))
      var recipient = try Self.recipient(language)
      recipient.guess = .printer
      let text = MessageParts(Self.text(composer.compose(.notice, to: recipient, round: 1))).plainWords
        .joined(separator: " ")
      #expect(text.contains("STARTTLS") == (starttls != nil))
    }
  }

  @Test(
    "a port that is not to be named is not named, and there is something to do all the same",
    arguments: Language.allCases)
  func onePort(language: Language) throws {
    for (starttls, tls, hidden) in [(587, nil, "465"), (nil, 465, "587")] as [(Int?, Int?, String)] {
      var campaign = try Self.campaign()
      campaign.starttlsPort = starttls
      campaign.tlsPort = tls
      let templates = try TemplateSet()
      let composer = NoticeComposer(campaign: campaign, templates: templates, now: Timestamp(seconds: 1))
      for guess in ClientGuess.allCases {
        var recipient = try Self.recipient(language)
        recipient.guess = guess
        let words = MessageParts(Self.text(composer.compose(.notice, to: recipient, round: 1))).plainWords
        // What a library cannot do is a fact about the library.
        let isNamed = words.contains { $0.contains(hidden) } && guess != .application
        #expect(!isNamed, "\(guess) \(language.tag) \(hidden)")
        let steps = templates.client(ClientChoice(guess).identifier, language)?.steps ?? []
        #expect(steps.contains { $0.isShown(starttlsPort: starttls, tlsPort: tls) }, "\(guess) \(language.tag)")
      }
      for client in ClientRegistry.all {
        let steps = templates.client(client.identifier, language)?.steps ?? []
        #expect(steps.contains { $0.isShown(starttlsPort: starttls, tlsPort: tls) }, "\(client.identifier)")
      }
    }
  }
}
