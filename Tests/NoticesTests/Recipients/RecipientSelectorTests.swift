import MailModel
import Notices
import Testing

@Suite("Who is told")
struct RecipientSelectorTests {
  /// One user, the rules that apply, and what follows; no reason means that the user is told.
  struct Row: Sendable, CustomTestStringConvertible {
    var story: String
    var user: UserReport
    var reason: ExclusionReason?
    var change: @Sendable (inout RecipientRules) -> Void = { _ in }
    var addresses: [AddressReport] = []
    var testDescription: String { story }
  }

  private static let directory = AccountDirectory(
    mailboxOfAddress: ["ana@example.com": "ana@example.com", "sales@example.com": "ana@example.com"],
    localDomains: ["example.com"])

  private static func sender(_ count: Int) -> UserReport {
    var user = sampleUser("office@example.com")
    user.senders = count
    return user
  }

  static let rows: [Row] = [
    Row(story: "on port 25", user: sampleUser("ana@example.com")),
    Row(story: "moving", user: sampleUser("ana@example.com", .moving)),
    Row(story: "blocked", user: sampleUser("ana@example.com", .blocked)),
    Row(story: "ready", user: sampleUser("ana@example.com", .ready), reason: .ready),
    Row(story: "port unknown", user: sampleUser("ana@example.com", .unknown), reason: .unknownPort),
    Row(
      story: "port unknown, asked for", user: sampleUser("ana@example.com", .unknown),
      change: { $0.includesUnknown = true }),
    Row(story: "other domain", user: sampleUser("ana@example.net"), reason: .foreignDomain("example.net")),
    Row(story: "subdomain", user: sampleUser("ana@sub.example.com"), reason: .foreignDomain("sub.example.com")),
    Row(story: "no domain", user: sampleUser("ana"), reason: .noAddress),
    Row(
      story: "sender without login", user: sampleUser("ana@example.com", .blocked, kind: .envelopeSender),
      reason: .senderOnly),
    Row(
      story: "sender without login, asked for, no account list",
      user: sampleUser("ana@example.com", .blocked, kind: .envelopeSender), reason: .senderNotInAccounts,
      change: { $0.includesSenders = true }),
    Row(
      story: "sender without login, asked for, in the list",
      user: sampleUser("ana@example.com", .blocked, kind: .envelopeSender),
      change: {
        $0.includesSenders = true
        $0.accounts = Self.directory
      }),
    Row(
      story: "sender of a login with a masked name that no account has",
      user: sampleUser("fake@example.com", kind: .authenticatedSender), reason: .senderNotInAccounts,
      change: { $0.accounts = Self.directory }),
    Row(
      story: "opted out", user: sampleUser("Ana@example.com"), reason: .optedOut,
      change: { $0.optOut = OptOutList(text: "# not these\nANA@EXAMPLE.COM # on holiday\n") }),
    Row(
      story: "domain opted out", user: sampleUser("ana@example.com"), reason: .optedOut,
      change: { $0.optOut = OptOutList(text: "@example.com") }),
    Row(
      story: "web mail", user: sampleUser("ana@example.com", guess: .webMail, address: "127.0.0.1"),
      reason: .loopbackOnly),
    Row(story: "loopback", user: sampleUser("ana@example.com", address: "::1"), reason: .loopbackOnly),
    Row(
      story: "the server's own address", user: sampleUser("ana@example.com", address: "192.0.2.1"),
      reason: .loopbackOnly, addresses: [AddressReport(address: "192.0.2.1", kind: .local)]),
    Row(
      story: "guesser", user: sampleUser("ana@example.com", .blocked, address: "203.0.113.66"), reason: .guesserOnly,
      addresses: [AddressReport(address: "203.0.113.66", kind: .guesser)]),
    Row(story: "smart host", user: sampleUser("ana@example.com", guess: .smartHost), reason: .smartHost),
    Row(story: "many devices", user: sampleUser("info@example.com", devices: 6), reason: .sharedLogin(devices: 6)),
    Row(story: "three senders", user: sender(3)),
    Row(story: "four senders", user: sender(4), reason: .manySenders(4)),
    Row(
      story: "four senders, five asked for", user: sender(4),
      change: { $0.sendersFrom = 5 }),
    Row(story: "very many senders", user: sender(8), reason: .manySenders(8)),
    Row(story: "some devices", user: sampleUser("info@example.com", devices: 5)),
    Row(story: "line break", user: sampleUser("ana\r\nbcc: x@example.com"), reason: .noAddress),
    Row(story: "two addresses", user: sampleUser("a@example.com,b@example.com"), reason: .noAddress),
    Row(story: "angle brackets", user: sampleUser("a@example.com>\u{20}<b@example.com"), reason: .noAddress),
    Row(story: "quotes", user: sampleUser("\"a b\"@example.com"), reason: .noAddress),
    Row(story: "not ASCII", user: sampleUser("josé@example.com"), reason: .noAddress),
    Row(story: "right to left", user: sampleUser("ana\u{202e}@example.com"), reason: .noAddress),
  ]

  @Test("each user is told, or left out for this reason", arguments: rows)
  func reason(_ row: Row) {
    var rules = RecipientRules(domains: ["example.com"])
    row.change(&rules)
    let selection = RecipientSelector(rules: rules).select(sampleReport([row.user], addresses: row.addresses))
    #expect(selection.exclusions.first?.reason == row.reason)
    #expect(selection.recipients.count == (row.reason == nil ? 1 : 0))
    #expect(selection.recipients.count + selection.exclusions.count == 1)
  }

  @Test("two names of one mailbox are one notice with the devices of both")
  func aliases() {
    var rules = RecipientRules(domains: ["example.com"])
    rules.accounts = Self.directory
    let selection = RecipientSelector(rules: rules).select(
      sampleReport([sampleUser("ana@example.com"), sampleUser("sales@example.com", helo: "PC-SALES")]))
    #expect(selection.recipients.map(\.address.text) == ["ana@example.com"])
    #expect(selection.recipients.first?.devices.map(\.name) == ["PC-ANA", "PC-SALES"])
    #expect(selection.exclusions.map(\.reason) == [.sameMailbox(as: "ana@example.com")])
  }

  @Test("languages by address, by domain and for the rest")
  func languages() {
    var table = LanguageTable(fallback: .english)
    #expect(table.add(text: "ana@example.com pt-BR\n@example.net, es # all of them\n\n") == nil)
    #expect(table.language(of: "Ana@Example.com") == .brazilianPortuguese)
    #expect(table.language(of: "x@example.net") == .spanish)
    #expect(table.language(of: "x@example.org") == .english)
    #expect(table.add(text: "# fine\nana@example.com klingon") == 2)
  }
}
