import MailModel
import Testing

@testable import Analysis

/// A field in the wrong place, or one more of them, costs some bytes each, which nobody sees but in the peak of a large log.
@Suite("Room that facts and reports take")
struct RoomTests {
  @Test("What there are tens of thousands of takes no more bytes than is known here")
  func strides() {
    // Of 19,002 addresses, and of the lines beside nearly every one of them.
    #expect(MemoryLayout<AddressReport>.stride <= 136)
    #expect(MemoryLayout<EvidenceReference>.stride <= 72)
    #expect(MemoryLayout<EvidenceDraft>.stride <= 32)
    #expect(MemoryLayout<FactTable<AddressKey, AddressFact>.Entry>.stride <= 56)
    #expect(MemoryLayout<FactTable<FailedLoginKey, FailedLoginFact>.Entry>.stride <= 48)
    #expect(MemoryLayout<FactTable<OriginKey, DayFact>.Entry>.stride <= 32)
    // Of users with their programs and devices.
    #expect(MemoryLayout<ClientReport>.stride <= 72)
    #expect(MemoryLayout<ClientSighting>.stride <= 40)
    #expect(MemoryLayout<FactTable<LoginKey, LoginFact>.Entry>.stride <= 96)
    #expect(MemoryLayout<FactTable<RefusalKey, RefusalFact>.Entry>.stride <= 80)
    #expect(MemoryLayout<FactTable<RelayKey, RelayFact>.Entry>.stride <= 72)
    // Of users.
    #expect(MemoryLayout<UserReport>.stride <= 144)
    #expect(MemoryLayout<UserDraft>.stride <= 176)
    #expect(MemoryLayout<IdentityUse>.stride <= 160)
  }

  @Test("A report that is made leaves no counters and no lists of drafts behind")
  func lettingGo() throws {
    var tally = Tally(seed: 1)
    let mark = LineMark(source: 0, piece: 0, line: 1)
    let at = Timestamp(seconds: 1)
    let address = tally.visit(
      IPAddress("192.0.2.1"), AddressFact(sessions: 1, deliveries: 0, firstAt: at, lastAt: at))
    let claim = tally.number(
      of: PortClaim(port: 25, evidence: .logged, server: LoginKey.nobody, format: 0, isPlainService: false))
    let name = tally.names.intern(Array("ana@example.com".utf8))
    tally.add(
      LoginKey(identity: name, isSender: false, address: address, claim: claim, helo: LoginKey.nobody),
      LoginFact(sessions: 1, messages: 1, withoutVisibleTLS: 0, span: SessionSpan(at: at, mark: mark)))
    tally.add(OriginKey(address: address, claim: claim), DayFact(sessions: 1, messages: 1))
    tally.add(
      FailedLoginKey(name: LoginKey.nobody, address: address),
      FailedLoginFact(count: 2, lastAt: at, lastMark: mark))
    var builder = ReportBuilder(
      tally: tally, input: ReportInput(generator: Generator(version: "0"), generatedAt: at))
    let model = builder.build()
    #expect(model.users.map(\.identity) == ["ana@example.com"])
    #expect(model.addresses.map(\.failedLogins) == [2])
    #expect(model.totals.users == 1 && model.totals.failedLogins == 2)
    #expect(builder.tally.visits.entries.isEmpty && builder.tally.authenticated.entries.isEmpty)
    #expect(builder.tally.logins.entries.isEmpty && builder.tally.failures.entries.isEmpty)
    #expect(builder.sightings.isEmpty)
    #expect(builder.users.allSatisfy { $0.ports.isEmpty && $0.marks.isEmpty && $0.refusals.isEmpty })
  }

  @Test("The use of ports of one kind is the same whichever of its parts is empty")
  func emptyUse() {
    var use = PortRoleUse()
    use.add(DayStretch(3), count: 2, messages: 5, lastAt: Timestamp(seconds: 9), spans: [.ever, .recent])
    var first = PortRoleUse()
    first.merge(use)
    var last = use
    last.merge(PortRoleUse())
    for sum in [first, last] {
      #expect(sum[.ever].count == 2 && sum[.recent].messages == 5 && sum[.ever].lastAt == Timestamp(seconds: 9))
      #expect(sum[.before].count == 0 && sum[.before].lastAt == nil && sum.days == use.days)
    }
    #expect(PortRoleUse()[.ever].lastAt == nil && PortRoleUse()[.ever].count == 0)
  }
}
