import Testing

@testable import Analysis

/// Since when a server labels its services.
@Suite("Server history")
struct ServerHistoryTests {
  /// A day on which sessions began, and whether labels may not have been there yet.
  struct Row: Sendable, CustomTestStringConvertible {
    var label: Int32?
    var configured: Int32?
    var day: Int32
    /// Whether the sessions lie before a reading of the configuration on their day.
    var isBefore: Bool
    var isOpen: Bool

    var testDescription: String {
      "label \(label ?? -1), configuration \(configured ?? -1), sessions of \(day)\(isBefore ? ", before" : "")"
    }
  }

  @Test(
    "a label holds back to the last reading of the configuration before it",
    arguments: [
      Row(label: nil, configured: 7, day: 5, isBefore: true, isOpen: false),
      Row(label: 9, configured: nil, day: 5, isBefore: false, isOpen: false),
      Row(label: 9, configured: 7, day: 5, isBefore: false, isOpen: true),
      Row(label: 9, configured: 7, day: 7, isBefore: true, isOpen: true),
      Row(label: 9, configured: 7, day: 7, isBefore: false, isOpen: false),
      Row(label: 9, configured: 7, day: 8, isBefore: false, isOpen: false),
      Row(label: 9, configured: 7, day: 10, isBefore: true, isOpen: false),
      Row(label: 9, configured: 9, day: 9, isBefore: true, isOpen: true),
      Row(label: 9, configured: 9, day: 9, isBefore: false, isOpen: false),
      Row(label: 9, configured: 9, day: 10, isBefore: true, isOpen: false),
    ])
  func labels(_ row: Row) {
    let history = ServerHistory(labelledOn: row.label, configuredOn: row.configured, configuredAt: 0)
    #expect(history.isBeforeLabels(on: row.day, isBefore: row.isBefore) == row.isOpen)
  }

  @Test("what came before the first line on TLS is open")
  func tls() {
    let history = ServerHistory(tlsLoggedOn: 9, tlsLoggedAt: 0)
    #expect(history.isBeforeTLSLog(on: 8, isBefore: false))
    #expect(history.isBeforeTLSLog(on: 9, isBefore: true))
    #expect(!history.isBeforeTLSLog(on: 9, isBefore: false))
    #expect(!history.isBeforeTLSLog(on: 10, isBefore: true))
    #expect(!ServerHistory().isBeforeTLSLog(on: 8, isBefore: true))
  }

  @Test("of two logs of a server the first label counts, and readings behind it do not")
  func merging() {
    let early = ServerHistory(labelledOn: 9, configuredOn: 7, configuredAt: 700, tlsLoggedOn: 3, tlsLoggedAt: 30)
    let late = ServerHistory(labelledOn: 12, configuredOn: 11, configuredAt: 1100)
    let without = ServerHistory(configuredOn: 8, configuredAt: 800)
    for order in [[early, late, without], [without, late, early], [late, without, early]] {
      #expect(
        ServerHistory.merged(order)
          == ServerHistory(labelledOn: 9, configuredOn: 8, configuredAt: 800, tlsLoggedOn: 3, tlsLoggedAt: 30))
    }
  }

  @Test("it is read as it was written")
  func stored() throws {
    for history in [
      ServerHistory(),
      ServerHistory(labelledOn: 20_000, configuredOn: 19_999, configuredAt: -5, tlsLoggedOn: 1, tlsLoggedAt: .min),
    ] {
      var out = ByteWriter()
      history.encode(into: &out)
      var reader = ByteReader(out.bytes)
      #expect(try ServerHistory(&reader) == history)
    }
  }
}
