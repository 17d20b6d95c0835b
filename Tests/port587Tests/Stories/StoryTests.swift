import Foundation
import MailModel
import Testing

@Suite("Stories: what the logs of a folder say")
struct StoryTests {
  @Test("There are stories of both servers")
  func both() {
    #expect(Story.all.filter { $0.testDescription.hasPrefix("icewarp-") }.count >= 30)
    #expect(Story.all.filter { $0.testDescription.hasPrefix("postfix-") }.count >= 5)
  }

  @Test("Totals, users and what else the story tells", arguments: Story.all)
  func told(story: Story) async throws {
    let expected = try story.expectation()
    let model = try await story.audit(try story.logs(), expected)
    let totals = try JSONDecoder().decode(ExpectedNumbers.self, from: JSONEncoder().encode(model.totals))
    #expect(expected.totals.differences(to: totals) == [])
    let users = Dictionary(model.users.map { ($0.identity, $0) }) { first, _ in first }
    #expect(users.mapValues { $0.readiness.rawValue } == expected.users)
    for (identity, kind) in expected.kinds ?? [:] { #expect(users[identity]?.kind.rawValue == kind, "\(identity)") }
    for (identity, count) in expected.failedLogins ?? [:] {
      #expect(users[identity]?.failedLogins == count, "\(identity)")
    }
    for (identity, guesses) in expected.guesses ?? [:] {
      #expect(users[identity]?.clients.map { $0.guess.rawValue } == guesses, "\(identity)")
    }
    let addresses = Dictionary(model.addresses.map { ($0.address, $0) }) { first, _ in first }
    for (address, kind) in expected.addresses ?? [:] {
      #expect(addresses[address]?.kind.rawValue == kind, "\(address)")
    }
    for (address, count) in expected.relays ?? [:] {
      #expect(addresses[address]?.unauthenticatedRelays == count, "\(address)")
    }
    if let refusals = expected.refusals {
      let found = Dictionary(model.refusals.map { ($0.refusalClass.rawValue, $0.count) }, uniquingKeysWith: +)
      #expect(found == refusals)
    }
    if let warnings = expected.warnings {
      let found = Set(model.warnings.map { $0.code.rawValue })
      #expect(warnings.isEmpty ? found.isEmpty : found.isSuperset(of: warnings), "\(found)")
    }
    for name in expected.skipped ?? [] {
      #expect(model.skipped.contains { $0.path.hasSuffix("/" + name) }, "\(name) was not skipped")
    }
    if let lines = expected.lines { #expect(model.sources.reduce(0) { $0 + $1.lines } == lines) }
    if let daily = expected.daily {
      let found = model.daily.map { ($0.day, $0.ports.values.reduce(0) { $0 + $1.sessions }) }
      #expect(Dictionary(uniqueKeysWithValues: found) == daily)
    }
    if let window = expected.window { #expect(model.window.from?.description == window.from) }
  }

  @Test("What an address did leads to a line, or to a user", arguments: Story.all)
  func evidenceOfAddresses(story: Story) async throws {
    let model = try await story.audit(try story.logs(), try story.expectation())
    let lines = Dictionary(model.sources.map { ($0.path, $0.lines) }) { first, _ in first }
    for address in model.addresses {
      let kinds = (address.evidence ?? []).map(\.what)
      #expect(kinds.contains(.failedLogin) == (address.failedLogins > 0), "\(address.address)")
      #expect(kinds.contains(.relay) == (address.unauthenticatedRelays > 0), "\(address.address)")
      #expect(kinds.contains(.refusal) == (address.refusals.values.reduce(0, +) > 0), "\(address.address)")
      if address.ports.values.contains(where: { $0.sessions > 0 }), address.users.isEmpty {
        #expect(kinds.contains(.login), "\(address.address)")
      }
      for reference in address.evidence ?? [] {
        #expect(reference.line >= 1 && reference.line <= lines[reference.source] ?? 0, "\(reference)")
      }
    }
  }

  @Test("The line of a failed login is where its log says so")
  func failedLoginLine() async throws {
    let story = try #require(Story.all.first { $0.testDescription == "icewarp-password-guesser" })
    let model = try await story.audit(try story.logs(), try story.expectation())
    let references = model.addresses.compactMap(\.evidence).joined().filter { $0.what == .failedLogin }
    #expect(!references.isEmpty)
    for reference in references {
      // By bytes: of Swift's characters one is CR and LF both.
      let lines = try Data(contentsOf: URL(fileURLWithPath: reference.source))
        .split(separator: 10, omittingEmptySubsequences: false)
      let line = try #require(lines.indices.contains(reference.line - 1) ? lines[reference.line - 1] : nil)
      #expect(String(decoding: line, as: UTF8.self).contains(" 535 "), "line \(reference.line)")
    }
  }

  @Test("Sums agree with one another", arguments: Story.all)
  func sums(story: Story) async throws {
    let model = try await story.audit(try story.logs(), try story.expectation())
    let totals = model.totals
    #expect(totals.byPort.values.reduce(0) { $0 + $1.sessions } == totals.authenticatedSessions)
    #expect(totals.byPort.values.reduce(0) { $0 + $1.messages } == totals.messages)
    #expect(totals.byPortEvidence.values.reduce(0, +) == totals.authenticatedSessions)
    #expect(totals.byPortEvidence["none"] == totals.byPort["unknown"]?.sessions)
    #expect(totals.readiness.values.reduce(0, +) == totals.users)
    #expect(totals.users == model.users.count)
    #expect(totals.addresses == model.addresses.count)
    #expect(totals.refusals == model.refusals.reduce(0) { $0 + $1.count })
    #expect(totals.refusals == model.addresses.reduce(0) { $0 + $1.refusals.values.reduce(0, +) })
    #expect(totals.failedLogins == model.addresses.reduce(0) { $0 + $1.failedLogins })
    #expect(totals.unauthenticatedRelays == model.addresses.reduce(0) { $0 + $1.unauthenticatedRelays })
    #expect(totals.sessions == model.addresses.reduce(0) { $0 + $1.sessions })
    let ofDays = model.daily.flatMap { $0.ports.values }
    #expect(ofDays.reduce(0) { $0 + $1.sessions } == totals.authenticatedSessions)
    #expect(ofDays.reduce(0) { $0 + $1.messages } == totals.messages)
    for source in model.sources {
      let boxes = source.events + source.ignored + source.unrecognised + source.malformed
      #expect(source.lines == boxes, "\(source.path)")
    }
  }

  @Test("The order of the files and the number of threads change nothing", arguments: Story.all)
  func order(story: Story) async throws {
    let expected = try story.expectation()
    var one = try await story.audit(try story.logs(), expected, threads: 1)
    var other = try await story.audit(try story.logs().reversed(), expected, threads: 4)
    for i in one.users.indices { one.users[i].evidence = [] }
    for i in other.users.indices { other.users[i].evidence = [] }
    #expect(one.totals == other.totals)
    #expect(one.users == other.users)
    #expect(one.addresses == other.addresses)
    #expect(one.daily == other.daily)
  }

  @Test("No secret of a log is in the report", arguments: Story.all)
  func secrets(story: Story) async throws {
    let model = try await story.audit(try story.logs(), try story.expectation())
    let text = String(decoding: try JSONEncoder().encode(model), as: UTF8.self)
    for secret in ["Segredo-Canario-587", Data("Segredo-Canario-587".utf8).base64EncodedString(), "senha-errada"] {
      #expect(!text.lowercased().contains(secret.lowercased()))
    }
  }
}
