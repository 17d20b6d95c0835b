import Testing

@testable import Analysis

/// Since when a server labels its services.
@Suite("Server history")
struct ServerHistoryTests {
  private static let day: Int64 = 86_400_000

  /// A day on which sessions began, and whether labels may not have been there yet.
  struct Row: Sendable, CustomTestStringConvertible {
    /// Days and halves of days.
    var label: Double?
    var configured: Double?
    var day: Int64
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
      Row(label: 9, configured: 7.5, day: 7, isBefore: true, isOpen: true),
      Row(label: 9, configured: 7.5, day: 7, isBefore: false, isOpen: false),
      Row(label: 9, configured: 7, day: 8, isBefore: false, isOpen: false),
      Row(label: 9, configured: 7, day: 10, isBefore: true, isOpen: false),
      Row(label: 9.7, configured: 9.5, day: 9, isBefore: true, isOpen: true),
      Row(label: 9.7, configured: 9.5, day: 9, isBefore: false, isOpen: false),
      Row(label: 9.7, configured: 9.5, day: 10, isBefore: true, isOpen: false),
    ])
  func labels(_ row: Row) {
    func moment(_ days: Double?) -> Int64? { days.map { Int64($0 * Double(Self.day)) } }
    let history = ServerHistory(
      labelledAt: moment(row.label), readings: moment(row.configured).map { [$0] } ?? [])
    #expect(history.isBeforeLabels(on: row.day, isBefore: row.isBefore) == row.isOpen)
  }

  @Test("by the moment, the reading itself is before")
  func moments() {
    let history = ServerHistory(labelledAt: 900, readings: [700])
    #expect(history.isBeforeReading(at: 700))
    #expect(!history.isBeforeReading(at: 701))
    // A label may still come.
    #expect(ServerHistory(readings: [700]).isBeforeReading(at: 5))
    #expect(!ServerHistory(labelledAt: 900).isBeforeReading(at: 5))
  }

  @Test("what came before the first line on TLS is open")
  func tls() {
    let history = ServerHistory(tlsLoggedAt: 9 * Self.day + 5)
    #expect(history.isBeforeTLSLog(on: 8, isBefore: false))
    #expect(history.isBeforeTLSLog(on: 9, isBefore: true))
    #expect(!history.isBeforeTLSLog(on: 9, isBefore: false))
    #expect(!history.isBeforeTLSLog(on: 10, isBefore: true))
    #expect(!ServerHistory().isBeforeTLSLog(on: 8, isBefore: true))
  }

  @Test("of several logs of a server the first label counts, and readings behind it do not")
  func merging() {
    let early = ServerHistory(labelledAt: 900, readings: [700], tlsLoggedAt: 30)
    let late = ServerHistory(labelledAt: 1200, readings: [1100])
    let without = ServerHistory(readings: [800])
    let whole = ServerHistory(labelledAt: 900, readings: [700, 800], tlsLoggedAt: 30)
    for order in [[early, late, without], [without, late, early], [late, without, early]] {
      #expect(ServerHistory.merged(order) == whole)
    }
  }

  @Test("a clock that was ahead for a while does not hide the reading before the label")
  func clockAhead() {
    var history = ServerHistory()
    for moment: Int64 in [5000, 100, 700] { history.addReading(moment) }
    history.labelledAt = 900
    #expect(history.configuredAt == 700)
    for moment: Int64 in 1...40 { history.addReading(moment) }
    #expect(history.configuredAt == 700)
    #expect(ServerHistory.merged([history, ServerHistory(readings: [850])]).configuredAt == 850)
  }

  @Test("it is read as it was written")
  func stored() throws {
    for history in [ServerHistory(), ServerHistory(labelledAt: 20_000, readings: [-5], tlsLoggedAt: .min)] {
      var out = ByteWriter()
      history.encode(into: &out)
      var reader = ByteReader(out.bytes)
      #expect(try ServerHistory(&reader) == history)
    }
  }
}
