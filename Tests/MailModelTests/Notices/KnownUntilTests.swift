import MailModel
import Testing

/// Files may go on without a session: as with IceWarp's log level Summary.
@Suite("Until when it is known who did what")
struct KnownUntilTests {
  private static func report(sessionsUntil last: Int64?) -> ReportModel {
    let addresses = last.map {
      [
        AddressReport(
          address: "198.51.100.7", kind: .client, users: ["ana@example.com"], sessions: 1,
          firstAt: Timestamp(seconds: 1_794_000_000), lastAt: Timestamp(seconds: $0))
      ]
    }
    return ReportModel(
      generator: Generator(version: "0.1.0"), generatedAt: Timestamp(seconds: 1_796_000_000),
      window: Window(from: Timestamp(seconds: 1_794_000_000), to: Timestamp(seconds: 1_795_900_000)),
      policy: PortPolicy(legacyPorts: [25], submissionPorts: [587], submissionsPorts: [465]), sources: [], skipped: [],
      totals: Totals(), users: [], addresses: addresses ?? [], refusals: [], daily: [], portAdvice: [], warnings: [])
  }

  @Test("the last session tells it, and the logs where there is none")
  func last() {
    #expect(Self.report(sessionsUntil: 1_794_500_000).knownUntil == Timestamp(seconds: 1_794_500_000))
    #expect(Self.report(sessionsUntil: nil).knownUntil == Timestamp(seconds: 1_795_900_000))
  }
}
