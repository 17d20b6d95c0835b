/// Where the rows of each day stand in a table: rows of one day mostly follow one another.
struct DayRuns {
  private(set) var rows: [Int32: [Range<Int>]] = [:]

  init(_ days: some Sequence<Int32>) {
    var begin = 0
    var place = 0
    var last: Int32?
    for day in days {
      if day != last {
        if let last { rows[last, default: []].append(begin..<place) }
        begin = place
        last = day
      }
      place += 1
    }
    if let last { rows[last, default: []].append(begin..<place) }
  }

  /// How many rows a day has.
  func count(of day: Int32) -> Int { (rows[day] ?? []).reduce(0) { $0 + $1.count } }

  /// The rows of a day.
  subscript(day: Int32) -> some Sequence<Int> { (rows[day] ?? []).joined() }
}
