import MailModel
import Testing

@testable import Analysis

/// Days at invented servers: whatever the clocks, losses and crowds, no port is wrong.
struct ConnectionJoinSimulationTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var offset: Int64 = 0
    var drift: Int64 = 0
    var loss = 0.0
    var retries = 0.0
    var strangeRetries = 0.0
    var officeRate = 0.5
    var wholeSeconds = true
    /// Mail log in whole seconds, records in milliseconds.
    var hasFineRecords = false
    var slowShare = 0.02
    var slowest = 100.0
    var shuffle = 0.0
    /// The least share of sessions whose port must be known.
    var least: Double
    var testDescription: String { name }
  }

  static let rows: [Row] = [
    Row(name: "one clock, milliseconds", wholeSeconds: false, least: 0.97),
    Row(name: "2.4 s ahead, milliseconds", offset: 2400, wholeSeconds: false, least: 0.97),
    Row(name: "one hour off, milliseconds", offset: -3_600_000, wholeSeconds: false, least: 0.97),
    Row(name: "drift of 3 s over the day", offset: 500, drift: 3000, wholeSeconds: false, least: 0.95),
    Row(name: "whole seconds", offset: 7000, least: 0.8),
    Row(name: "whole seconds, drift", offset: -12_000, drift: 2000, least: 0.75),
    Row(name: "1 % lost", offset: 2400, loss: 0.01, wholeSeconds: false, least: 0.9),
    Row(name: "5 % lost", offset: 2400, loss: 0.05, least: 0.6),
    Row(name: "20 % lost", offset: 2400, loss: 0.2, least: 0.5),
    Row(name: "2 % retries", offset: 2400, retries: 0.02, wholeSeconds: false, least: 0.95),
    Row(name: "2 % lost, 2 % retries", offset: 2400, loss: 0.02, retries: 0.02, wholeSeconds: false, least: 0.5),
    Row(
      name: "2 % lost, 2 % retries on any port", offset: 2400, loss: 0.02, retries: 0.02, strangeRetries: 1,
      wholeSeconds: false, least: 0),
    Row(name: "5 % lost, 5 % retries, whole seconds", offset: -800, loss: 0.05, retries: 0.05, least: 0),
    Row(
      name: "5 % lost, 5 % retries on any port, whole seconds", offset: -800, loss: 0.05, retries: 0.05,
      strangeRetries: 1,
      least: 0),
    Row(name: "offices of 5 sessions a second", offset: 2400, officeRate: 5, wholeSeconds: false, least: 0.6),
    Row(
      name: "offices of 5 a second, 1 % lost, drift", offset: 900, drift: 1500, loss: 0.01, officeRate: 5, least: 0.1),
  ]

  /// The mail log has whole seconds, the records are finer: the order of the lines tells what the stamps do not.
  static let orderedRows: [Row] = [
    Row(name: "whole seconds, records finer", offset: 2400, hasFineRecords: true, least: 0.9),
    Row(name: "records finer, drift of 3 s", offset: 500, drift: 3000, hasFineRecords: true, least: 0.9),
    Row(name: "records finer, 1 % lost", offset: 2400, loss: 0.01, hasFineRecords: true, least: 0.8),
    Row(name: "records finer, 20 % lost", offset: 2400, loss: 0.2, hasFineRecords: true, least: 0.5),
    Row(name: "records finer, 2 % retries", offset: 2400, retries: 0.02, hasFineRecords: true, least: 0.9),
    Row(
      name: "records finer, 2 % lost, 2 % retries on any port", offset: 2400, loss: 0.02, retries: 0.02,
      strangeRetries: 1, hasFineRecords: true, least: 0),
    Row(name: "records finer, offices of 5 a second", offset: 2400, officeRate: 5, hasFineRecords: true, least: 0.25),
    Row(
      name: "records finer, 5 % slow by up to 2 s, office of 2 a second", offset: 2400, officeRate: 2,
      hasFineRecords: true, slowShare: 0.05, slowest: 2000, least: 0),
    Row(
      name: "records finer, 30 % slow by up to 1 s, office of 2 a second", officeRate: 2, hasFineRecords: true,
      slowShare: 0.3, slowest: 1000, least: 0),
    Row(
      name: "records finer, lines out of turn by 50 ms, office of 2 a second", officeRate: 2, hasFineRecords: true,
      shuffle: 50, least: 0.4),
    Row(
      name: "records finer, lines out of turn by 5 s, office of 2 a second", officeRate: 2, hasFineRecords: true,
      shuffle: 5000, least: 0.3),
  ]

  /// Sessions a second from one office, and the least share of them that must be known, with whole seconds in both logs.
  static let loads: [(rate: Double, least: Double)] = [
    (0.01, 0.97), (0.02, 0.95), (0.05, 0.9), (0.1, 0.8), (0.2, 0.65), (0.5, 0.3), (1, 0.05),
  ]

  @Test("whole seconds, by the load of one address", arguments: loads, [false, true])
  func loadCurve(_ load: (rate: Double, least: Double), isRecordFine: Bool) {
    var settings = JoinWorld.Settings(seed: 587)
    settings.offset = 2400
    settings.officeRate = load.rate
    settings.offices = 8
    settings.hasFineRecords = isRecordFine
    let world = JoinWorld(settings)
    let join = world.judge().join
    let office = world.sessions.filter { $0.client.bits & 0xffff_ff00 == 0xcb00_7100 }
    let known = office.count { join.matches[$0.mark] != nil }
    #expect(join.matches.allSatisfy { world.truth[$0.key] == $0.value.port })
    #expect(Double(known) >= load.least * Double(office.count), "\(load.rate): \(known) of \(office.count)")
    print("load\t\(load.rate)\t\(isRecordFine)\t\(known * 1000 / max(1, office.count))\t\(office.count)")
  }

  @Test(arguments: rows + orderedRows, [1, 2, 3] as [UInt64])
  func neverWrong(_ row: Row, _ seed: UInt64) {
    var settings = JoinWorld.Settings(seed: seed * 7919)
    (settings.offset, settings.drift) = (row.offset, row.drift)
    (settings.loss, settings.retries) = (row.loss, row.retries)
    settings.strangeRetries = row.strangeRetries
    (settings.officeRate, settings.wholeSeconds) = (row.officeRate, row.wholeSeconds)
    (settings.hasFineRecords, settings.shuffle) = (row.hasFineRecords, row.shuffle)
    (settings.slowShare, settings.slowest) = (row.slowShare, row.slowest)
    let (known, wrong, join) = JoinWorld(settings).judge()
    #expect(wrong == 0, "\(row.name): \(wrong) wrong, \(known) known, \(String(describing: join.clock))")
    #expect(known >= row.least, "\(row.name): \(known), \(join.counts), \(String(describing: join.clock))")
    // The table of docs/connections.md is made of these lines.
    print("curve\t\(row.name)\t\(seed)\t\(Int(known * 1000))\t\(wrong)\t\(join.counts)")
  }
}
