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

  /// Three logins on 587, and somebody refused on 25 in this name.
  private static func claimed(refusedAt address: String, ports: [String: Int] = ["587": 3]) -> UserReport {
    let at = Timestamp(seconds: 1_794_900_000)
    return UserReport(
      identity: "ana@example.com", kind: .authenticated, readiness: .moving,
      ports: ports.mapValues { PortUse(sessions: $0, messages: $0, firstAt: at, lastAt: at) },
      clients: [
        ClientReport(
          address: "198.51.100.7", helo: "PC-ANA", guess: .windowsDesktop, confidence: .high, ports: ports, lastAt: at),
        ClientReport(
          address: address, helo: "spam.host.example", guess: .unknown, confidence: .low, ports: [:], lastAt: nil),
      ],
      lastRefusedAt: Timestamp(seconds: 1_794_950_000))
  }

  private static func refused(_ address: String) -> [AddressReport] {
    [AddressReport(address: address, kind: .client, refusals: ["submissionRequired": 1])]
  }

  private static func refusedAtLast() -> UserReport {
    var user = sampleUser("ana@example.com", .unknown)
    user.isRefusedLast = true
    return user
  }

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
    Row(story: "port unknown, and refused at last", user: refusedAtLast()),
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
      change: { _ = $0.optOut.add(text: "# not these\nANA@EXAMPLE.COM # on holiday\n") }),
    Row(
      story: "domain opted out", user: sampleUser("ana@example.com"), reason: .optedOut,
      change: { _ = $0.optOut.add(text: "@example.com") }),
    Row(
      story: "opted out under an alias", user: sampleUser("ana@example.com"), reason: .optedOut,
      change: {
        $0.accounts = Self.directory
        _ = $0.optOut.add(text: "Sales@example.com")
      }),
    Row(
      story: "a mailing list", user: sampleUser("all@example.com", .blocked, kind: .envelopeSender), reason: .noPerson,
      change: {
        $0.includesSenders = true
        $0.accounts = AccountDirectory(
          mailboxOfAddress: ["all@example.com": "all@example.com"], localDomains: ["example.com"])
        $0.accounts?.impersonal = ["all@example.com"]
      }),
    Row(
      story: "on 587 alone, refused in its name elsewhere", user: Self.claimed(refusedAt: "203.0.113.99"),
      reason: .refusedElsewhere, addresses: Self.refused("203.0.113.99")),
    Row(
      story: "on 587 alone, refused in its name elsewhere, senders asked for",
      user: Self.claimed(refusedAt: "203.0.113.99"), change: { $0.includesSenders = true },
      addresses: Self.refused("203.0.113.99")),
    Row(
      story: "on 587, and another device refused behind the same address",
      user: Self.claimed(refusedAt: "198.51.100.7"),
      addresses: Self.refused("198.51.100.7")),
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

  /// A device with logins on 25 and 587, the last one on 25 at `old`.
  private static func both(
    _ helo: String?, _ address: String, old: Int64, guess: ClientGuess = .windowsDesktop
  ) -> ClientReport {
    ClientReport(
      address: address, helo: helo, guess: guess, confidence: .high, ports: ["25": 1, "587": 2],
      lastAt: Timestamp(seconds: 1_794_900_000), lastOldUseAt: Timestamp(seconds: old))
  }

  @Test("a device that has moved since is not named, as long as there is another; the time is that of the old setting")
  func movedDevices() {
    let selector = RecipientSelector(rules: RecipientRules(domains: ["example.com"]))
    func named(_ clients: [ClientReport]) -> [String] {
      var user = sampleUser("ana@example.com", .moving)
      user.clients = clients
      return selector.select(sampleReport([user])).recipients.first?.devices
        .map { "\($0.name ?? "-") \($0.lastAt?.seconds ?? 0)" } ?? []
    }
    let moved = Self.both("PC-ANA", "198.51.100.7", old: 1_794_800_000)
    let left = sampleUser("ana@example.com", helo: "LAPTOP-ANA", address: "198.51.100.8").clients
    #expect(named([moved] + left) == ["LAPTOP-ANA 1794900000"])
    #expect(named([moved]) == ["PC-ANA 1794800000"])
    // Refused after its last login.
    #expect(
      named([Self.both("PC-ANA", "198.51.100.7", old: 1_794_950_000)] + left)
        == ["LAPTOP-ANA 1794900000", "PC-ANA 1794950000"])
    // Behind one address there may be several of these.
    for (helo, guess) in [
      (nil, .unknown), ("[192.168.1.5]", .windowsDesktop), ("smtpclient.apple", .appleMail),
    ] as [(String?, ClientGuess)] {
      let shared = Self.both(helo, "198.51.100.7", old: 1_794_800_000, guess: guess)
      #expect(named([shared] + left) == ["LAPTOP-ANA 1794900000", "\(helo ?? "-") 1794800000"])
    }
  }

  @Test("who sends again after a refusal is not told that messages are being refused")
  func takenAgain() {
    let selector = RecipientSelector(rules: RecipientRules(domains: ["example.com"]))
    let refused = Timestamp(seconds: 1_794_850_000)
    func isRefused(_ uses: [String: Int64], _ readiness: Readiness = .notReady) -> Bool? {
      var user = sampleUser("ana@example.com", readiness)
      user.lastRefusedAt = refused
      for (port, seconds) in uses {
        let at = Timestamp(seconds: seconds)
        user.ports[port] = PortUse(sessions: 2, messages: 1, firstAt: at, lastAt: at)
      }
      return selector.select(sampleReport([user], addresses: Self.refused("198.51.100.7"))).recipients.first?
        .isRefused
    }
    #expect(isRefused(["25": 1_794_900_000]) == false)
    // The refused session itself, and a device that went on on 587.
    #expect(isRefused(["25": refused.seconds]) == true)
    #expect(isRefused(["25": 1_794_800_000, "587": 1_794_900_000], .moving) == true)
    #expect(isRefused([:], .blocked) == true)
  }

  @Test("whose program reaches 587 without a login is told that the login is missing", arguments: Language.allCases)
  func withoutLogin(language: Language) throws {
    var rules = RecipientRules(domains: ["example.com"])
    rules.languages = LanguageTable(fallback: language)
    let composer = NoticeComposer(
      campaign: try NoticeComposerTests.campaign(), templates: try TemplateSet(), now: Timestamp(seconds: 1_795_000_000)
    )
    func text(_ ports: [String], _ refusals: [String: Int] = ["submissionRequired": 3]) throws -> String {
      var user = sampleUser("mia@example.com", .blocked)
      user.refusals = refusals
      user.lastRefusedAt = Timestamp(seconds: 1_794_900_000)
      user.evidence = ports.map { EvidenceReference(source: "a.log", line: 1, what: .refusal, port: $0) }
      let recipient = RecipientSelector(rules: rules).select(sampleReport([user])).recipients.first
      let message = NoticeComposerTests.text(composer.compose(.notice, to: try #require(recipient), round: 1))
      return MessageParts(message).plainWords.joined(separator: " ")
    }
    let words: [Language: (missing: String, old: String)] = [
      .english: ("does not log in there", "old setting was used"),
      .brazilianPortuguese: ("não faz login nela", "configuração antiga foi usada ("),
      .spanish: ("no inicia sesión en él", "se usó la configuración anterior ("),
    ]
    let (missing, old) = try #require(words[language])
    let without = try text(["587"])
    #expect(without.contains(missing) && !without.contains(old), "\(without)")
    for other in [
      try text(["25", "587"]), try text(["587"], ["submissionRequired": 1, "unknownRecipient": 1]), try text([]),
    ] {
      #expect(!other.contains(missing) && other.contains(old), "\(other)")
    }
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

  @Test("a report with numbers that nobody can have counted is read all the same")
  func hugeNumbers() {
    var user = sampleUser("ana@example.com")
    user.clients[0].ports = ["25": .max, "2525": .max, "587": .max]
    let selection = RecipientSelector(rules: RecipientRules(domains: ["example.com"])).select(sampleReport([user]))
    #expect(selection.recipients.first?.devices.map(\.logins) == [.max])
  }

  @Test(
    "a stranger's refusal is no device of somebody who logs in elsewhere, and no use of an old port once there is a new one"
  )
  func strangersRefusal() {
    let selector = RecipientSelector(rules: RecipientRules(domains: ["example.com"]))
    let at = Timestamp(seconds: 1_794_900_000)
    for (ports, lastUse) in [
      (["25": 3, "587": 1], at), (["25": 3], Timestamp(seconds: 1_794_950_000)),
    ] {
      let user = Self.claimed(refusedAt: "203.0.113.99", ports: ports)
      let told = selector.select(sampleReport([user], addresses: Self.refused("203.0.113.99"))).recipients
      #expect(told.map { $0.devices.map(\.name) } == [["PC-ANA"]])
      #expect(told.map(\.lastUse) == [lastUse])
      let own = Self.claimed(refusedAt: "198.51.100.7", ports: ports)
      let same = selector.select(sampleReport([own], addresses: Self.refused("198.51.100.7"))).recipients
      #expect(same.map { $0.devices.map(\.name) } == [["PC-ANA", "spam.host.example"]])
      #expect(same.map(\.lastUse) == [Timestamp(seconds: 1_794_950_000)])
    }
  }

  @Test(
    "lines of an opt-out list that are understood, and the first that is not",
    arguments: [
      ("Caio <caio@example.com>", ["caio@example.com"], nil), ("davi@example.com,", ["davi@example.com"], nil),
      ("<eva@example.com> ;", ["eva@example.com"], nil), ("@Example.com # all", ["@example.com"], nil),
      ("# none\r\n\r\n ana@example.com\r\n", ["ana@example.com"], nil), ("example.com", [], 1),
      ("ana@example.com\nbia@example.com caio@example.com", ["ana@example.com"], 2),
      ("ana@example.com, bia@example.com", [], 1), ("ana@example.com <bia@example.com>", [], 1), ("ana@", [], 1),
    ] as [(String, [String], Int?)])
  func optOutLines(text: String, entries: [String], fault: Int?) {
    var list = OptOutList()
    #expect(list.add(text: text) == fault)
    #expect(list.entries == Set(entries))
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
