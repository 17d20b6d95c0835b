import Testing

@testable import Analysis

/// When port 25 was postscreen's.
@Suite("Gate history")
struct GateHistoryTests {
  /// What a log shows, in its order: a reading, a line of postscreen, smtpd's own port; and for which moments that is the port of a plain service.
  struct Row: Sendable, CustomTestStringConvertible {
    enum Sighting: Sendable { case reading, gated, open }
    var testDescription: String
    var sightings: [(Sighting, Int64)]
    /// Moments, each with whether port 25 is smtpd's.
    var isOpen: [(Int64, Bool)]

    init(_ description: String, _ sightings: [(Sighting, Int64)], _ isOpen: [(Int64, Bool)]) {
      testDescription = description
      self.sightings = sightings
      self.isOpen = isOpen
    }
  }

  @Test(
    "each stretch is judged by what it shows",
    arguments: [
      Row("never postscreen", [(.reading, 10), (.reading, 20)], [(5, true), (15, true), (25, true)]),
      Row(
        "it begins with a reading", [(.open, 5), (.reading, 10), (.gated, 15)],
        [(1, true), (10, true), (11, false), (90, false)]),
      Row(
        "it ends with a reading", [(.gated, 5), (.reading, 10), (.open, 15)],
        [(1, false), (10, false), (11, true), (90, true)]),
      Row(
        "it begins and ends", [(.open, 5), (.reading, 10), (.gated, 15), (.reading, 20), (.open, 25)],
        [(1, true), (15, false), (22, true)]),
      Row("it begins without a reading", [(.open, 5), (.gated, 15)], [(1, false), (5, false), (20, false)]),
      Row("it ends without a reading", [(.gated, 5), (.open, 15)], [(1, false), (10, false), (20, false)]),
      Row("before it nobody came to 25", [(.reading, 10), (.gated, 15)], [(5, false), (12, false)]),
      Row(
        "a stretch that shows nothing before another kind",
        [(.open, 5), (.reading, 10), (.reading, 20), (.gated, 25)], [(5, true), (15, false), (25, false)]),
      Row(
        "a stretch that shows nothing between two that show the same",
        [(.open, 5), (.reading, 10), (.reading, 20), (.open, 25), (.reading, 30), (.gated, 35)],
        [(15, true), (28, true), (35, false)]),
      Row(
        "a stretch that shows nothing yet", [(.gated, 1), (.reading, 2), (.open, 5), (.reading, 10)],
        [(1, false), (15, true)]),
      Row(
        "a session that ends late is of its own stretch",
        [(.open, 3), (.reading, 10), (.gated, 15), (.open, 6)], [(8, true), (12, false)]),
      Row(
        "both at once, as on a server with two addresses",
        [(.gated, 1), (.open, 2), (.gated, 3), (.reading, 10), (.open, 11), (.gated, 12), (.open, 13)],
        [(2, false), (11, false), (13, false)]),
    ])
  func stretches(_ row: Row) {
    let history = Self.history(row.sightings)
    for (moment, isOpen) in row.isOpen {
      #expect(history.servesOthers(at: moment) != isOpen, "\(moment)")
    }
  }

  private static func history(_ sightings: [(Row.Sighting, Int64)]) -> ServerHistory {
    var history = ServerHistory()
    for (sighting, moment) in sightings {
      switch sighting {
      case .reading: history.addReading(moment)
      case .gated: history.gate.noteGated(at: moment)
      case .open: history.noteOpenGate(at: moment)
      }
    }
    return history
  }

  @Test("whichever of several logs of a server a line stands in, no more is said than of one log")
  func logs() {
    let sightings: [(Row.Sighting, Int64)] = [
      (.open, 5), (.reading, 10), (.reading, 14), (.gated, 15), (.reading, 20), (.open, 25), (.reading, 30),
      (.gated, 31),
    ]
    let moments: [Int64] = [1, 5, 10, 11, 14, 15, 20, 21, 25, 30, 31, 40]
    let whole = Self.history(sightings)
    for parts in 2...6 {
      let logs = (0..<parts).map { part in
        Self.history(sightings.enumerated().filter { $0.offset % parts == part }.map(\.element))
      }
      let merged = ServerHistory.merged(logs)
      #expect(moments.allSatisfy { merged.servesOthers(at: $0) || !whole.servesOthers(at: $0) }, "\(parts)")
    }
  }

  @Test("of a server that changes again and again little is kept, and none of it says too much")
  func bounds() throws {
    var history = ServerHistory()
    for round: Int64 in 0..<500 {
      history.addReading(round * 10)
      if round % 2 == 0 { history.gate.noteGated(at: round * 10 + 5) } else { history.noteOpenGate(at: round * 10 + 5) }
    }
    #expect(history.gate.runs.count <= 32 && history.readings.count <= 100)
    for round: Int64 in 0..<500 where round % 2 == 0 { #expect(history.servesOthers(at: round * 10 + 5)) }
    #expect(!history.servesOthers(at: 4995))
    var out = ByteWriter()
    history.encode(into: &out)
    var reader = ByteReader(out.bytes)
    #expect(try ServerHistory(&reader, version: 6) == history)
  }
}
