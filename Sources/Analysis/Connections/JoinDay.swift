/// What a state keeps of one day for the join: sessions and records while either may wait for the other, then counts.
///
/// Days are those of UTC, since both logs are put in order by moments.
public struct JoinDay: Sendable {
  /// Sessions that began on this day.
  var sightings: [SessionSighting] = []
  /// Records of this day, by the recorder's clock.
  var records: [ConnectionSighting] = []
  /// Whether its sessions have their last word; those that stand here still hold their records.
  public internal(set) var isClosed = false
  /// How its sessions fared, once it is closed.
  var counts = JoinCounts()
  /// The recorder's clock when it was closed.
  var clock: ClockReading?

  /// A day of which nothing is known.
  public init() {}

  /// Changes every line mark, for instance to numbers of another state.
  public mutating func mapMarks(_ map: (LineMark) -> LineMark) {
    for i in sightings.indices { sightings[i].mark = map(sightings[i].mark) }
  }

  /// Adds records, each once however often it is read.
  ///
  /// A client uses a port of its own once within a moment, so equal records are one. Where the recorder does not name that
  /// port, as many are kept as one reading showed.
  mutating func take(_ found: [ConnectionSighting]) {
    guard !found.isEmpty else { return }
    let known = JoinDay.counted(records)
    var all = known
    for (key, count) in JoinDay.counted(found) { all[key] = key.clientPort != 0 ? 1 : max(known[key] ?? 0, count) }
    records = []
    for (key, count) in all { for _ in 0..<count { records.append(key.record) } }
  }

  private static func counted(_ records: [ConnectionSighting]) -> [RecordKey: Int] {
    var counts: [RecordKey: Int] = [:]
    for record in records { counts[RecordKey(record), default: 0] += 1 }
    return counts
  }
}
