import GRDB

/// The days and the blocks of days.
extension StateFile {
  /// The first day of all parts; nothing where no day is kept.
  public func firstDay() throws(StateError) -> Int64? {
    var first: Int64?
    for part in try parts() { first = [first, try dayNumbers(of: part.id).first { $0 > 0 }].compactMap { $0 }.min() }
    return first
  }

  /// The days of a part in a range, oldest first, by number: what was counted on each is asked for by itself, so that a
  /// state of many days is never in memory whole.
  public func dayNumbers(
    of part: Int64, in range: ClosedRange<Int64> = Int64.min...Int64.max
  ) throws(StateError) -> [Int64] { try dayHeads(of: part, in: range).map(\.day) }

  /// The last day of all parts with counts, where there is one.
  public func lastDay() throws(StateError) -> Int64? {
    var last: Int64?
    for part in try parts() { last = [last, try dayNumbers(of: part.id).last].compactMap { $0 }.max() }
    // Day 0 holds what belongs to no day.
    return last.flatMap { $0 > 0 ? $0 : nil }
  }

  /// The days of a part in a range, oldest first, each with its check sum.
  public func dayHeads(
    of part: Int64, in range: ClosedRange<Int64> = Int64.min...Int64.max
  ) throws(StateError) -> [DayHead] {
    try read { db in
      // The table itself is gone through, whose sum was found right, and no index that may have lost a day.
      try Row.fetchAll(
        db, sql: "SELECT day, chk FROM day NOT INDEXED WHERE part = ? AND day BETWEEN ? AND ? ORDER BY day",
        arguments: [part, range.lowerBound, range.upperBound]
      ).map { row in
        guard let day = StateFile.number(row, 0), let check = StateFile.number(row, 1) else {
          throw StateError.damaged(path: path, detail: "a day of the table day is no number")
        }
        return DayHead(day: day, check: check)
      }
    }
  }

  /// What was counted on a day, if anything was.
  public func day(_ day: Int64, of part: Int64) throws(StateError) -> StoredDay? {
    try read { db in
      if let found = try StoredDay.find(db, [part.databaseValue, day.databaseValue]) { return found }
      guard try StoredDay.read(db, where: "part = ? AND day = ?", [part.databaseValue, day.databaseValue]).isEmpty
      else {
        throw StateError.damaged(path: path, detail: "the index of the table day has lost a row")
      }
      return nil
    }
  }

  /// The blocks of a part that are made of the days that are there now, in the order of their first days.
  ///
  /// - Parameter days: every day of the part.
  public func blocks(of part: Int64, days: [DayHead]) throws(StateError) -> [BlockHead] {
    let heads = try read { db in
      try Row.fetchAll(
        db, sql: "SELECT first, length, days, made_of FROM block NOT INDEXED WHERE part = ? ORDER BY first, length",
        arguments: [part]
      ).compactMap { row -> BlockHead? in
        guard let first = StateFile.number(row, 0), let length = StateFile.number(row, 1),
          let days = StateFile.number(row, 2), let madeOf = StateFile.number(row, 3)
        else { return nil }
        return BlockHead(part: part, first: first, length: length, days: days, madeOf: madeOf)
      }
    }
    return heads.filter { head in
      guard head.length > 0, head.length < 1 << 20, head.first.magnitude < 1 << 40 else { return false }
      let begin = days.partitioningIndex { $0.day >= head.first }
      return BlockHead(
        part: part, first: head.first, length: head.length, of: days[begin...].prefix { $0.day <= head.last }) == head
    }
  }

  /// A block.
  public func block(_ head: BlockHead) throws(StateError) -> StoredBlock {
    try read { db in
      let key = [head.part.databaseValue, head.first.databaseValue, head.length.databaseValue]
      guard let block = try StoredBlock.find(db, key), block.head == head else {
        throw StateError.damaged(path: path, detail: "a block of days is not where it was")
      }
      return block
    }
  }

  /// Writes blocks; they are no counts of their own, so that no part grows by them.
  public func write(_ blocks: [StoredBlock]) throws(StateError) {
    try write([StoredBlock.self]) { db in for block in blocks { try block.save(db) } }
  }

  /// A number of a row whose check sum nobody has looked at yet: a flipped byte can make text of it.
  private static func number(_ row: Row, _ place: Int) -> Int64? { Int64.fromDatabaseValue(row[place]) }

  /// Lets go of blocks that have a day which is written anew.
  static func dropBlocks(with days: [StoredDay], _ db: Database) throws {
    guard !days.isEmpty, try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM block)") ?? false else { return }
    for day in days {
      try db.execute(
        sql: "DELETE FROM block WHERE part = ? AND first BETWEEN ? AND ? AND first + length > ?",
        arguments: [day.part, day.day - 4096, day.day, day.day])
    }
  }
}

extension Array {
  /// Where the first element stands for which something is true that is true for all behind it.
  fileprivate func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
