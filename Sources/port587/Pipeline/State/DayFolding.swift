import Analysis
import Foundation
import MailModel
import StateStore

/// Puts days that are over together into blocks, so that a report need not read each of them.
///
/// A block is made of days and shorter blocks that are all there, and holds nothing else; it is let go when one of its days is written anew.
struct DayFolding {
  private let reader: StateReader
  /// The last day that is taken to be over.
  private let end: Int64
  /// The last days may still be added to: by sessions over midnight, by a server's log that comes late.
  private static let restDays: Int64 = 2
  /// About how many bytes are written at once.
  private static let batchBytes = 4 << 20

  init(_ reader: StateReader, today: CivilDate) {
    self.reader = reader
    end = Int64(today.daysSinceEpoch) - DayFolding.restDays
  }

  /// Makes every block that is missing.
  func fold() throws(AuditFault) {
    do throws(StateError) {
      for part in try reader.file.parts() { try fold(part.id) }
    } catch {
      throw .state(error)
    }
  }

  private func fold(_ part: Int64) throws(StateError) {
    // Day 0 holds what belongs to no day.
    let days = try reader.file.dayHeads(of: part).filter { $0.day > 0 }
    guard let first = days.first?.day, let last = days.last?.day else { return }
    let over = min(last - DayFolding.restDays, end)
    var known = Set(try reader.file.blocks(of: part, days: days))
    var waiting: Set<Int64> = []
    var batch: [StoredBlock] = []
    for length in DayBlock.lengths.map({ Int64($0) }) {
      var place = days.startIndex
      while place < days.endIndex {
        let begin = days[place].day / length * length
        let next = days[place...].firstIndex { $0.day >= begin + length } ?? days.endIndex
        let members = days[place..<next]
        place = next
        let head = BlockHead(part: part, first: begin, length: length, of: members)
        // The oldest days go one by one when they are kept no longer: a block that has lost some would be made anew every night.
        guard begin >= first, head.last <= over, members.count > 1, !known.contains(head) else { continue }
        let parts = DayPlan(members.map(\.day), blocks: known.filter { $0.length < length }).pieces
        guard let block = try block(head, of: parts, &waiting) else { continue }
        batch.append(StoredBlock(head: head, facts: Data(block.encoded())))
        known.insert(head)
        if batch.reduce(0, { $0 + $1.facts.count }) > DayFolding.batchBytes {
          try reader.file.write(batch)
          batch = []
        }
      }
      if !batch.isEmpty { try reader.file.write(batch) }
      batch = []
    }
  }

  /// A block; nothing when a session of its days waits for its port, or when there is too much of something.
  private func block(
    _ head: BlockHead, of pieces: [DayPlan.Piece], _ waiting: inout Set<Int64>
  ) throws(StateError) -> DayBlock? {
    var block = DayBlock(
      first: Int(head.first), length: Int(head.length), limits: reader.limits, seed: reader.seed)
    for piece in pieces {
      switch piece {
      case .day(let number):
        if waiting.contains(number) { return nil }
        guard let day = try reader.file.day(number, of: head.part) else { return nil }
        let counts = try reader.counts(day)
        guard !counts.isWaiting else {
          waiting.insert(number)
          return nil
        }
        guard block.add(counts, day: Int(number)) else { return nil }
      case .block(let shorter):
        guard block.add(try reader.block(shorter)) else { return nil }
      }
    }
    return block
  }
}
