import Foundation
import MailModel
import Testing

@testable import Notices

@Suite("Attachments")
struct AttachmentTests {
  @Test("an Apple profile goes along byte for byte, and the text says so", arguments: Language.allCases)
  func profile(language: Language) throws {
    let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var campaign = try NoticeComposerTests.campaign()
    campaign.profile = MessageAttachment(
      fileName: "correo \"ção\"\r\nX: y.mobileconfig", mediaType: "application/x-apple-aspen-config", bytes: bytes)
    let templates = try TemplateSet()
    let with = NoticeComposer(campaign: campaign, templates: templates, now: Timestamp(seconds: 1))
    campaign.profile = nil
    let without = NoticeComposer(campaign: campaign, templates: templates, now: Timestamp(seconds: 1))
    let recipient = try NoticeComposerTests.recipient(language)
    let text = NoticeComposerTests.text(with.compose(.notice, to: recipient, round: 1))
    #expect(text.contains("Content-Type: multipart/mixed"))
    let start = try #require(text.range(of: "Content-Type: application/x-apple-aspen-config"))
    let rest = text[start.upperBound...]
    let body = try #require(rest.range(of: "\r\n\r\n"))
    let head = rest[..<body.lowerBound]
    #expect(!head.contains("\r\nX: y"))
    #expect(head.contains("Content-Disposition: attachment"))
    let end = try #require(rest.range(of: "\r\n--", range: body.upperBound..<rest.endIndex))
    let base64 = rest[body.upperBound..<end.lowerBound].replacing("\r\n", with: "")
    #expect(Data(base64Encoded: String(base64)).map(Array.init) == bytes)
    let plain = NoticeComposerTests.text(without.compose(.notice, to: recipient, round: 1))
    #expect(!plain.contains("aspen"))
    #expect(Set(MessageParts(text).plainWords).subtracting(MessageParts(plain).plainWords).contains("iPhone,"))
  }

  @Test("the digest speaks the administrator's language", arguments: Language.allCases)
  func digest(language: Language) throws {
    var rules = RecipientRules(domains: ["example.com"])
    rules.languages = LanguageTable(fallback: language)
    var office = sampleUser("office@example.com")
    office.senders = 8
    let selection = RecipientSelector(rules: rules).select(
      sampleReport([
        office, sampleUser("relay@example.com", guess: .smartHost), sampleUser("info@example.com", devices: 7),
      ]))
    #expect(selection.exclusions.map(\.reason) == [.manySenders(8), .smartHost, .sharedLogin(devices: 7)])
    let composer = NoticeComposer(
      campaign: try NoticeComposerTests.campaign(), templates: try TemplateSet(), now: Timestamp(seconds: 1))
    let plan = NoticePlan(
      generatedAt: Timestamp(seconds: 1), campaign: "2026-12-01",
      recipients: selection.exclusions.map {
        PlanEntry(identity: $0.identity, to: $0.address?.text, status: .skipped, reason: $0.reason.description)
      })
    let message = DigestComposer(composer: composer, language: language).compose(
      plan, exclusions: selection.exclusions, standing: selection.standing([]),
      to: try #require(NoticeAddress("admin@example.com")))
    let words = MessageParts(NoticeComposerTests.text(message)).plainWords.joined(separator: " ")
    let wording = language.wording
    for status in PlanStatus.allCases { #expect(words.contains(wording.name(status)), "\(status)") }
    for exclusion in selection.exclusions {
      #expect(words.contains(try #require(wording.reason(exclusion.reason))), "\(exclusion.reason)")
    }
    // No word of the program's own statuses stands in another language's digest.
    if language != .english {
      for status in PlanStatus.allCases { #expect(!words.split(separator: " ").contains(Substring(status.rawValue))) }
    }
    #expect(Set(PlanStatus.allCases.map(wording.name)).count == PlanStatus.allCases.count)
  }

  @Test("the digest is another one when something has changed, not when a run did something")
  func standing() throws {
    var rules = RecipientRules(domains: ["example.com"])
    rules.languages = LanguageTable(fallback: .english)
    let selector = RecipientSelector(rules: rules)
    func record(_ name: String, _ round: Int, _ outcome: NoticeOutcome?) -> NoticeRecord {
      NoticeRecord(
        campaign: "2026-12-01", kind: .notice, identity: name, recipient: name, round: round, messageID: "<\(round)>",
        readiness: .notReady, intentAt: Timestamp(seconds: 1), outcome: outcome)
    }
    let people = selector.select(sampleReport([sampleUser("ana@example.com"), sampleUser("eva@example.com")]))
    let told = [record("ana@example.com", 1, .sent)]
    let same = people.standing(told)
    #expect(people.standing([record("it@example.com", 1, .sent)] + told) == same)
    // Spam in an invented name is no change.
    let claim = sampleUser("nobody16@example.com", .blocked, kind: .envelopeSender)
    let claimed = selector.select(
      sampleReport([sampleUser("ana@example.com"), sampleUser("eva@example.com"), claim]))
    #expect(claimed.exclusions.map(\.reason) == [.senderOnly] && claimed.standing(told) == same)
    let changed = [
      people.standing([]), people.standing(told + [record("ana@example.com", 2, .sent)]),
      people.standing([record("ana@example.com", 1, .undeliverable)]),
      people.standing(told + [record("eva@example.com", 1, nil)]),
      selector.select(sampleReport([sampleUser("ana@example.com")])).standing(told),
      selector.select(sampleReport([sampleUser("ana@example.com"), sampleUser("eva@example.net")])).standing(told),
    ]
    for text in changed { #expect(text != same) }
    #expect(Set(changed).count == changed.count)
    let all = selector.select(
      sampleReport([
        sampleUser("office@example.com", devices: 7), sampleUser("relay@example.com", guess: .smartHost),
        sampleUser("a@example.net"), sampleUser("no address"),
      ]))
    #expect(Set(all.exclusions.map(\.reason.key)).isSubset(of: ExclusionReason.keys) && all.exclusions.count == 4)
  }
}
