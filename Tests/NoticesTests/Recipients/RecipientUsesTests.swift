import MailModel
import Testing

@testable import Notices

/// "These are the last times the old setting was used".
@Suite("Last uses in a notice")
struct RecipientUsesTests {
  private static let start: Int64 = 1_794_900_000

  /// A device on port 25, seen for the last time on this day.
  private static func device(
    _ name: String?, _ address: String, day: Int64, logins: Int = 1, guess: ClientGuess = .windowsDesktop
  ) -> ClientReport {
    ClientReport(
      address: address, helo: name, guess: guess, confidence: .high, ports: ["25": logins],
      lastAt: Timestamp(seconds: start + day * 86_400))
  }

  private static func recipient(_ clients: [ClientReport]) throws -> Recipient {
    var user = sampleUser("ana@example.com")
    user.clients = clients
    let selection = RecipientSelector(rules: RecipientRules(domains: ["example.com"])).select(sampleReport([user]))
    return try #require(selection.recipients.first)
  }

  @Test("the newest first, whatever had the most logins")
  func newest() throws {
    let clients = (0..<5).map { Self.device("PC-\($0)", "198.51.100.\($0)", day: Int64($0), logins: 10 - $0) }
    let uses = try Self.recipient(clients).uses
    #expect(uses.map(\.name) == ["PC-4", "PC-3", "PC-2", "PC-1", "PC-0"])
  }

  @Test("a computer with another address each day is one device, where it was last")
  func dynamic() throws {
    var clients = (1..<9).map { Self.device("PC-FICA3", "198.51.100.\($0)", day: Int64($0), logins: 10 - $0) }
    clients[3].helo = "pc-fica3"
    clients.append(Self.device("PC-ANA", "198.51.100.70", day: 4, logins: 40))
    let recipient = try Self.recipient(clients)
    #expect(recipient.uses.map(\.address) == ["198.51.100.8", "198.51.100.70"])
    #expect(recipient.devices.first?.name == "PC-ANA", "the program is chosen by what is used most")
    let composer = NoticeComposer(
      campaign: try NoticeComposerTests.campaign(), templates: try TemplateSet(), now: Timestamp(seconds: Self.start))
    let words = MessageParts(NoticeComposerTests.text(composer.compose(.notice, to: recipient, round: 1))).plainWords
    #expect(words.count { $0.contains("PC-FICA3") } == 1 && words.contains { $0.contains("198.51.100.8") })
    #expect(!words.joined(separator: " ").contains("more Is there"))
  }

  @Test("names that many devices give make no one device of them")
  func sameName() throws {
    let uses = try Self.recipient([
      Self.device("smtpclient.apple", "198.51.100.1", day: 1, guess: .appleMail),
      Self.device("smtpclient.apple", "198.51.100.2", day: 2, guess: .appleMail),
      Self.device("[192.168.1.5]", "198.51.100.3", day: 3), Self.device("[192.168.1.5]", "198.51.100.4", day: 4),
      Self.device("localhost", "198.51.100.5", day: 5), Self.device("localhost", "198.51.100.6", day: 6),
      Self.device(nil, "198.51.100.7", day: 7),
    ]).uses
    #expect(uses.map(\.address) == [7, 6, 5, 4, 3, 2, 1].map { "198.51.100.\($0)" })
  }

  @Test(
    "of a device on ports that nothing tells, nobody is told that it used the old setting", arguments: Language.allCases
  )
  func uncertain(language: Language) throws {
    let words: [Language: (old: String, unknown: String)] = [
      .english: ("old setting was used", "not known"),
      .brazilianPortuguese: ("configuração antiga foi usada (", "não se sabe"),
      .spanish: ("se usó la configuración anterior (", "no se sabe"),
    ]
    let (old, unknown) = try #require(words[language])
    var rules = RecipientRules(domains: ["example.com"])
    rules.includesUnknown = true
    rules.languages = LanguageTable(fallback: language)
    let composer = NoticeComposer(
      campaign: try NoticeComposerTests.campaign(), templates: try TemplateSet(), now: Timestamp(seconds: Self.start))
    func text(_ readiness: Readiness, _ clients: [ClientReport]) throws -> String {
      var user = sampleUser("ana@example.com", readiness)
      user.clients = clients
      let recipient = RecipientSelector(rules: rules).select(sampleReport([user])).recipients.first
      let message = NoticeComposerTests.text(composer.compose(.notice, to: try #require(recipient), round: 1))
      return MessageParts(message).plainWords.joined(separator: " ")
    }
    var device = Self.device("PC-RUI", "198.51.100.2", day: 1)
    device.ports = ["unknown": 3]
    let alone = try text(.unknown, [device])
    #expect(!alone.contains(old) && alone.contains("PC-RUI") && !alone.contains(unknown), "\(alone)")
    let beside = try text(.moving, [device, Self.device("PC-ANA", "198.51.100.3", day: 2)])
    #expect(beside.contains(old) && beside.split(separator: unknown).count == 2, "\(beside)")
  }
}
