import Testing

@testable import Analysis

/// Since when a server labels its services.
@Suite("Server history")
struct ServerHistoryTests {
  private static let day: Int64 = 86_400_000

  /// A moment, and whether labels may not have been there yet.
  struct Row: Sendable, CustomTestStringConvertible {
    var label: Int64?
    var readings: [Int64]
    var moment: Int64
    var isOpen: Bool

    var testDescription: String { "label \(label ?? -1), configuration \(readings), session \(moment)" }
  }

  @Test(
    "a label holds back to the last reading of the configuration before it, which is itself before",
    arguments: [
      Row(label: nil, readings: [700], moment: 500, isOpen: false),
      Row(label: 900, readings: [], moment: 500, isOpen: false),
      Row(label: 900, readings: [700], moment: 500, isOpen: true),
      Row(label: 900, readings: [600, 700], moment: 650, isOpen: true),
      Row(label: 900, readings: [700], moment: 700, isOpen: true),
      Row(label: 900, readings: [700], moment: 701, isOpen: false),
      Row(label: 900, readings: [700, 950], moment: 800, isOpen: false),
      Row(label: 900, readings: [950], moment: 800, isOpen: false),
    ])
  func labels(_ row: Row) {
    let history = ServerHistory(labelledAt: row.label, readings: row.readings)
    #expect(history.isBeforeLabels(at: row.moment) == row.isOpen)
  }

  @Test("a service that was seen plain is labelled from the reading before its own label on")
  func laterLabel() {
    var history = ServerHistory(labelledAt: 120, readings: [100, 200, 300])
    history.noteLabel(465, at: 120)
    history.notePlain(587, at: 150, isCounted: true)
    #expect([150, 250, 350].allSatisfy { history.servesOthers(at: $0) })
    history.noteLabel(587, at: 320)
    #expect([150, 250, 350].map { history.isBeforeLabels(at: $0) } == [true, true, false])
    #expect([150, 250, 350].map { history.isLabelled(587, at: $0) } == [false, false, true])
    #expect([150, 350].allSatisfy { !history.servesOthers(at: $0) })
    // What anvil counts there from now on has the label; a session that shows the port by itself has none.
    history.notePlain(587, at: 360, isCounted: true)
    #expect(!history.servesOthers(at: 350))
    history.notePlain(465, at: 360, isCounted: false)
    #expect(history.servesOthers(at: 350) && history.servesOthers(at: 150))
    #expect(history.seams == [0, 1, 0, 1, 0, 1])
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

  @Test("of several logs of a server the first label counts, and every reading")
  func merging() {
    var early = ServerHistory(labelledAt: 900, readings: [700], tlsLoggedAt: 30)
    early.noteLabel(587, at: 900)
    early.gate.noteGated(at: 950)
    var late = ServerHistory(labelledAt: 1200, readings: [1100])
    late.noteLabel(587, at: 1200)
    late.noteOpenGate(at: 1150)
    let without = ServerHistory(readings: [800])
    for order in [[early, late, without], [without, late, early], [late, without, early]] {
      let whole = ServerHistory.merged(order)
      #expect(whole.readings == [700, 800, 1100] && whole.configuredAt == 800 && whole.tlsLoggedAt == 30)
      #expect(whole.isLabelled(587, at: 801) && !whole.isLabelled(587, at: 800))
      #expect([1000, 1101, 1300].map { whole.servesOthers(at: $0) } == [true, false, false])
    }
  }

  @Test("a clock that was ahead for a while does not hide the reading before the label")
  func clockAhead() {
    var history = ServerHistory()
    for moment: Int64 in [5000, 100, 700] { history.addReading(moment) }
    history.labelledAt = 900
    #expect(history.configuredAt == 700)
    for moment: Int64 in 1...40 { history.addReading(moment) }
    #expect(history.configuredAt == 700 && history.readings.count <= 32)
    #expect(ServerHistory.merged([history, ServerHistory(readings: [850])]).configuredAt == 850)
  }

  @Test("it is read as it was written")
  func stored() throws {
    var full = ServerHistory(labelledAt: 20_000, readings: [-5], tlsLoggedAt: .min)
    full.noteLabel(587, at: 20_000)
    full.notePlain(465, at: 7, isCounted: false)
    full.notePlain(2525, at: 8, isCounted: true)
    full.gate.noteGated(at: 9)
    full.addReading(30)
    full.noteOpenGate(at: 40)
    #expect(full.since(-90) == -90)
    for history in [ServerHistory(), full] {
      var out = ByteWriter()
      history.encode(into: &out)
      var reader = ByteReader(out.bytes)
      #expect(try ServerHistory(&reader, version: 6) == history)
    }
  }

  @Test("a session is known by the reading before it, or by the first session of the log")
  func stretches() {
    var history = ServerHistory()
    #expect(history.since(50) == 50)
    #expect(history.since(40) == 50)
    history.addReading(60)
    #expect([55, 60, 61, 90].map { history.since($0) } == [50, 50, 61, 61])
  }

  @Test(
    "a login that postscreen left unannounced counts where its stretch shows postscreen, whichever is seen first",
    arguments: [
      (gated: Int64(20), isReached: true), (gated: 90, isReached: true), (gated: 5, isReached: false),
      (gated: 150, isReached: false),
    ])
  func unannounced(gated: Int64, isReached: Bool) {
    var before = ServerHistory()
    for reading: Int64 in [10, 100] { before.addReading(reading) }
    var behind = before
    before.gate.noteGated(at: gated)
    before.noteUnannounced(at: 50)
    behind.noteUnannounced(at: 50)
    behind.noteUnannounced(at: 60)
    behind.gate.noteGated(at: gated)
    for history in [before, behind] {
      #expect(!history.isReachedElsewhere)
      #expect(ServerHistory.merged([history]).isReachedElsewhere == isReached)
      #expect(history.unannounced == [50])
    }
  }
}
