import Analysis
import Foundation
import StateStore

/// Puts together what a state holds.
struct StateReader {
  let file: StateFile
  let limits: TallyLimits
  let seed: UInt64

  /// The counts of a day.
  func counts(_ day: StoredDay) throws(StateError) -> Tally {
    do {
      return try Tally(encoded: Array(day.facts), limits: limits, seed: seed)
    } catch {
      throw .damaged(path: file.path, detail: error.description)
    }
  }

  /// The counts of some days together.
  func block(_ head: BlockHead) throws(StateError) -> DayBlock {
    let stored = try file.block(head)
    do {
      let block = try DayBlock(encoded: Array(stored.facts), limits: limits, seed: seed)
      if Int64(block.first) == head.first, Int64(block.length) == head.length { return block }
    } catch {
      throw .damaged(path: file.path, detail: error.description)
    }
    throw .damaged(path: file.path, detail: "a block of days is one of other days")
  }

  /// The open sessions of a stream.
  func sessions(_ stream: StoredStream) throws(StateError) -> OpenSessions {
    do {
      return try OpenSessions(encoded: Array(stream.open))
    } catch {
      throw .damaged(path: file.path, detail: error.description)
    }
  }

  /// Gives the logs of a state of an earlier version what its days have shown of their servers.
  ///
  /// Something may have changed since the last run, so that a new stretch begins with what comes.
  func takeServers(_ open: inout [OpenSessions], of part: Int64) throws(StateError) {
    guard !open.isEmpty, open.allSatisfy(\.isOfEarlierForm) else { return }
    let days = try file.dayNumbers(of: part)
    guard let first = days.first(where: { $0 > 0 }) ?? days.first else { return }
    for number in days {
      guard let day = try file.day(number, of: part) else { continue }
      let counts = try counts(day)
      for i in open.indices { open[i].takeServers(of: counts, on: number, since: first) }
    }
    let last = try file.sources(of: part).map(\.lastLocal).max() ?? .min
    for i in open.indices { open[i].takeReading(at: last) }
  }
}
