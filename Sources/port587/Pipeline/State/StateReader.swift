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

  /// The open sessions of a stream.
  func sessions(_ stream: StoredStream) throws(StateError) -> OpenSessions {
    do {
      return try OpenSessions(encoded: Array(stream.open))
    } catch {
      throw .damaged(path: file.path, detail: error.description)
    }
  }
}
