import MailModel
import Testing

@testable import IceWarpAdmin

@Suite("Bypass file: proposals")
struct BypassSuggesterTests {
  private func suggest(
    _ sightings: [BypassSighting], _ change: (inout BypassChoice) -> Void = { _ in }, file: String? = nil,
    world edit: (inout BypassWorld) -> Void = { _ in }
  ) -> BypassSuggestion {
    var world = BypassJudgeTests.world(sightings)
    edit(&world)
    var choice = BypassChoice(expires: "2026-06-01")
    change(&choice)
    let tree = file.map {
      BypassTree(name: "b", bytes: Array($0.utf8)) { _, _ in .missing(reason: TranslatedText(verbatim: "none")) }
    }
    return BypassSuggester(world: world, choice: choice, tree: tree).suggestion(now: BypassJudgeTests.at(61))
  }

  @Test("A line for each printer that does not log in, and none for people")
  func usual() throws {
    var refused = BypassJudgeTests.refused
    refused.address = IPAddress("192.168.2.61")
    let result = suggest([
      BypassJudgeTests.relayed, refused, BypassJudgeTests.login, BypassJudgeTests.portless,
    ])
    #expect(result.proposals.map(\.text) == ["i:192.0.2.60", "i:192.168.2.61"])
    #expect(result.proposals.allSatisfy { $0.risk == .low && $0.expires == "2026-06-01" })
    #expect(result.proposals.map(\.owner) == ["scanner@example.com", "copiadora@example.com"])
    #expect(result.leftOut.map(\.address) == ["198.51.100.8"])
    #expect(result.leftOut.first?.reason.contains("587 or 465") == true)
  }

  @Test("Whatever sends without a login and looks like no device is named, so that no web form is forgotten")
  func webForm() {
    var form = BypassJudgeTests.relayed
    form.address = IPAddress("10.0.0.80")
    form.helo = "www.example.com"
    form.guess = .unknown
    let result = suggest([form])
    #expect(result.proposals.isEmpty && result.leftOut.map(\.address) == ["10.0.0.80"])
    #expect(result.leftOut.first?.reason.contains("sends without a login") == true)
    #expect(suggest([form]) { $0.addresses = [IPAddress(ipv4: 0x0a00_0001)] }.leftOut.map(\.address) == ["10.0.0.1"])
    #expect(suggest([form, BypassJudgeTests.login]).leftOut.map(\.address) == ["10.0.0.80"], "and nobody who logs in")
    form.kind = .refusal
    form.address = IPAddress("203.0.113.7")
    #expect(suggest([form]).leftOut.isEmpty, "a stranger who claims a sender")
  }

  @Test("Who guesses passwords is never freed, even when named")
  func guesser() {
    var seen = BypassJudgeTests.refused
    seen.address = IPAddress("203.0.113.66")
    for named in [Set<IPAddress>(), Set(seen.address.map { [$0] } ?? [])] {
      let result = suggest([seen], { $0.addresses = named }) { $0.addresses[0].kind = .guesser }
      #expect(result.proposals.isEmpty)
      #expect(result.leftOut.first?.reason.contains("guesses passwords") == true)
    }
    let many = suggest([seen], { $0.addresses = [] }) { $0.addresses[0].failedLogins = 500 }
    #expect(many.proposals.isEmpty)
  }

  @Test("Whoever only claims a sender from the Internet is left out until named")
  func claimed() throws {
    let seen = BypassSighting(
      kind: .refusal, address: IPAddress("203.0.113.7"), sender: "vendas@example.com", senderIsLocal: true,
      helo: "localhost", guess: .application, confidence: .low, port: 25, count: 9, firstAt: BypassJudgeTests.day,
      lastAt: BypassJudgeTests.at(1))
    let result = suggest([seen])
    #expect(result.proposals.isEmpty)
    #expect(result.leftOut.first?.reason.contains("anybody on the Internet") == true)
    #expect(
      suggest([seen]) { $0.addresses = [IPAddress(ipv4: 0xcb00_7107)] }.proposals.map(\.text) == ["i:203.0.113.7"])
    let named = suggest([seen]) { $0.addresses = [IPAddress(ipv4: 0xcb00_7107)] }
    #expect(named.proposals.map(\.risk) == [.medium])
    // EHLO is chosen by the client, as MAIL FROM is; naming the sender frees no stranger either.
    var printer = seen
    (printer.helo, printer.guess, printer.confidence) = ("BRN001BA9C0FFEE", .printer, .high)
    for result in [suggest([printer]), suggest([printer]) { $0.users = ["vendas@example.com"] }] {
      #expect(result.proposals.isEmpty && result.leftOut.map(\.address) == ["203.0.113.7"])
    }
    var loggedIn = printer
    loggedIn.isLoggedIn = true
    #expect(suggest([printer, loggedIn]).proposals.map(\.text) == ["i:203.0.113.7"])
    var inside = seen
    inside.address = IPAddress("10.0.0.7")
    #expect(suggest([inside]).proposals.map(\.text) == ["i:10.0.0.7"])
  }

  @Test("What the file frees already is not proposed again, nor the server itself")
  func known() {
    let result = suggest([BypassJudgeTests.relayed], file: "i:192.0.2.0/24\r\n")
    #expect(result.proposals.isEmpty)
    #expect(result.leftOut.first?.reason == "Line 1 (i:192.0.2.0/24) lets it pass already.")
    var web = BypassJudgeTests.relayed
    web.address = IPAddress("127.0.0.1")
    #expect(suggest([web]).leftOut.first?.reason.contains("127.0.0.1:587") == true)
  }

  @Test("A named user who roams gets one line by sender, others one line an address")
  func roaming() throws {
    func seen(_ count: Int) -> [BypassSighting] {
      (1...count).map { number in
        var one = BypassJudgeTests.login
        one.address = IPAddress("198.51.100.\(number)")
        return one
      }
    }
    let few = suggest(seen(2)) { $0.users = ["ana@example.com"] }
    #expect(few.proposals.map(\.text) == ["i:198.51.100.1", "i:198.51.100.2"])
    let many = suggest(seen(5)) { $0.users = ["ana@example.com"] }
    #expect(many.proposals.map(\.text) == ["s:ana@example.com"])
    #expect(many.proposals.first?.risk == .high)
  }

  @Test("Others behind the same address are told")
  func shared() throws {
    let result = suggest(
      [BypassJudgeTests.relayed], world: { $0.addresses[0].users = ["ana@example.com", "scanner@example.com"] })
    #expect(try #require(result.proposals.first).notes.contains { $0.hasPrefix("Others are seen") })
  }
}
