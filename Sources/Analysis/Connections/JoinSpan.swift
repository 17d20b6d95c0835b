public import MailModel

/// The days of a server that a state keeps for the join.
///
/// A session may be read days before its record, or the other way round. So both are kept until both logs are past them,
/// and what is asked before that is answered from all that is there: the answer does not depend on how the logs were cut.
public struct JoinSpan: Sendable {
  /// Days by number since 1970-01-01, UTC.
  public private(set) var days: [Int64: JoinDay]
  /// Days that were changed.
  public private(set) var changed: Set<Int64> = []

  /// Both logs must be this many days past a day before it is closed: clocks may be 14 hours apart.
  static let patience: Int64 = 2
  /// So many days behind the newer log a day is closed all the same.
  static let longestPatience: Int64 = 14
  /// Closed days that still hold their sessions and records, since those of the next day stand in line with them.
  static let overlap: Int64 = 2
  static let day: Int64 = 86_400_000

  /// Takes what is kept.
  public init(_ days: [Int64: JoinDay] = [:]) { self.days = days }

  /// The first day that is not closed; nothing when none is.
  public var firstOpen: Int64? { days.lazy.filter { $0.value.isClosed }.map { $0.key + 1 }.max() }

  /// Sessions and records before this moment are of no use any more.
  public var begin: Timestamp {
    Timestamp(milliseconds: firstOpen.map { ($0 - JoinSpan.overlap) * JoinSpan.day } ?? .min)
  }

  /// The day of a moment.
  public static func day(of moment: Int64) -> Int64 { CivilDate.number(ofDayAt: moment) }

  /// Adds sessions; those of closed days stand in line only, and wait for nothing.
  public mutating func add(_ sightings: [SessionSighting]) {
    let first = firstOpen ?? .min
    for var sighting in sightings where sighting.at >= begin.milliseconds {
      let day = JoinSpan.day(of: sighting.at)
      if day < first, sighting.knownPort == 0 { sighting.knownPort = SessionSighting.uninteresting }
      days[day, default: JoinDay()].sightings.append(sighting)
      changed.insert(day)
    }
  }

  /// Adds records; what is there already is not taken twice.
  public mutating func add(_ records: [ConnectionSighting]) {
    var byDay: [Int64: [ConnectionSighting]] = [:]
    for record in records where record.at >= begin.milliseconds {
      byDay[JoinSpan.day(of: record.at), default: []].append(record)
    }
    for (day, records) in byDay {
      let before = days[day]?.records.count ?? 0
      days[day, default: JoinDay()].take(records)
      if days[day]?.records.count != before { changed.insert(day) }
    }
  }

  /// Joins what is kept.
  ///
  /// - Parameter more: sessions that are not kept, because they have not ended yet.
  public func join(adding more: [SessionSighting] = []) -> ConnectionJoin {
    var sightings = days.values.flatMap { $0.sightings }
    sightings += more
    let waiting = Set(sightings.lazy.filter { $0.knownPort == 0 }.map { $0.client })
    sightings.removeAll { !waiting.contains($0.client) }
    let records = days.values.flatMap { $0.records }.filter { waiting.contains($0.client) }
    return ConnectionJoin(sessions: sightings, records: records)
  }

  /// What a report over some days says: of closed days what was found when they were closed, of the others the join.
  public func summary(_ join: borrowing ConnectionJoin, days range: ClosedRange<Int64>?) -> JoinSummary {
    var summary = JoinSummary()
    let first = firstOpen ?? .min
    for (day, counts) in join.countsByDay where day >= first && range?.contains(day) != false {
      summary.counts.add(counts)
    }
    for (day, kept) in days where kept.isClosed && range?.contains(day) != false { summary.counts.add(kept.counts) }
    summary.clock = join.clock.map { ClockReading($0) } ?? days.max { $0.key < $1.key }?.value.clock
    if summary.clock == nil { summary.clock = days.sorted { $0.key > $1.key }.compactMap { $0.value.clock }.first }
    return summary
  }

  /// The first day that is to stay open now; nothing when there is nothing to close.
  ///
  /// - Parameter now: stamps of later than tomorrow are of a clock that is wrong by years, and close nothing.
  public func due(now: Timestamp) -> Int64? {
    let limit = now.milliseconds + JoinSpan.day
    let session = days.values.lazy.flatMap { $0.sightings }.map { $0.at }.filter { $0 <= limit }.max()
    let record = days.values.lazy.flatMap { $0.records }.map { $0.at }.filter { $0 <= limit }.max()
    guard let latest = [session, record].compactMap({ $0 }).max() else { return nil }
    var day = JoinSpan.day(of: latest) - JoinSpan.longestPatience
    if let session, let record { day = max(day, JoinSpan.day(of: min(session, record)) - JoinSpan.patience) }
    guard days.contains(where: { $0.key < day && !$0.value.isClosed }) else { return nil }
    return day
  }

  /// Closes the days before one: says which sessions have which port, and which had to stay unknown.
  public mutating func close(before first: Int64) -> (matches: [LineMark: ConnectionJoin.Match], closed: Set<LineMark>)
  {
    let join = join()
    var closed: Set<LineMark> = []
    for day in days.keys.filter({ $0 < first }) {
      guard var own = days[day] else { continue }
      if !own.isClosed {
        for i in own.sightings.indices where own.sightings[i].knownPort == 0 {
          let mark = own.sightings[i].mark
          closed.insert(mark)
          own.sightings[i].knownPort = join.matches[mark]?.port ?? SessionSighting.uninteresting
        }
        own.counts = join.countsByDay[day] ?? JoinCounts()
        own.clock = join.clock.map { ClockReading($0) }
        own.isClosed = true
        changed.insert(day)
      }
      if day < first - JoinSpan.overlap, !own.sightings.isEmpty || !own.records.isEmpty {
        (own.sightings, own.records) = ([], [])
        changed.insert(day)
      }
      days[day] = own
    }
    return (join.matches.filter { closed.contains($0.key) }, closed)
  }

  /// The days that were changed since this was asked last.
  public mutating func takeChanged() -> [(day: Int64, kept: JoinDay)] {
    defer { changed = [] }
    return changed.sorted().map { ($0, days[$0] ?? JoinDay()) }
  }

  /// Lets go of everything of some clients.
  public mutating func forget(_ clients: Set<IPAddress>) {
    for (day, var own) in days {
      let before = own.sightings.count + own.records.count
      own.sightings.removeAll { clients.contains($0.client) }
      own.records.removeAll { clients.contains($0.client) }
      guard own.sightings.count + own.records.count != before else { continue }
      days[day] = own
      changed.insert(day)
    }
  }
}
