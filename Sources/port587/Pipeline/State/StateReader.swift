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
}
