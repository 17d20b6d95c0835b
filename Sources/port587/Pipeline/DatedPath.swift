import LogFormats
import MailModel

/// The parts of a path without the dates in them.
///
/// A date with its year in one part (`2026-03-16`, `mail.log-20260316`, `16.03.2026`, `2026-Mar`) is known by itself. Behind a year, parts
/// that are numbers are month, day and hour in this order, other parts may stand between: `2026/mx1/03/16`, `2026-03/mail-16.log`.
struct DatedPath {
  /// The folders, without those that are dates.
  private(set) var folders: [[UInt8]] = []
  /// The name of the file without date, running number and packing.
  private(set) var name: [UInt8] = []
  /// Year, month, day and hour, as far as they are told.
  private(set) var date: [Int] = []
  /// Numbers behind a date in one part: an hour, or which of several files of a day it is.
  private(set) var running: [Int] = []
  /// Whether a date stands in a folder.
  private(set) var isFolderDated = false
  /// Whether year, month and day stand in one part, so that they cannot be anything else.
  private var isEvident = false
  private let depth: Int

  /// Year, month, day and hour.
  static let deepest = 4

  /// Takes a path apart.
  ///
  /// - Parameter depth: how many of year, month, day and hour to look for.
  init(_ parts: [[UInt8]], depth: Int) {
    self.depth = depth
    for folder in parts.dropLast() {
      let rest = take(folder, isName: false)
      if rest != folder { isFolderDated = true }
      if !rest.isEmpty { folders.append(rest) }
    }
    let packed = String(decoding: parts.last ?? [], as: UTF8.self)
    let bytes = Array(CompressionSuffix.removed(from: packed).utf8)
    name = take(DatedPath.withoutNumber(bytes), isName: true)
  }

  /// Whether there is a date.
  var isDated: Bool { !date.isEmpty }

  /// Whether the date is about that of a local time: a log begins on the day in its path, or on the one beside it where path and lines
  /// go by other clocks.
  func isNear(_ begin: Int64) -> Bool {
    if isEvident, date.count == 3 { return true }
    guard begin != .max, let year = date.first else { return false }
    let day = CivilDate(daysSinceEpoch: Int(CivilDate.number(ofDayAt: begin)))
    switch date.count {
    case 1: return abs(day.year - year) <= 1
    case 2:
      // The year of stamps without one is worked out, perhaps wrongly.
      return [0, 1, 11].contains(abs(day.month - date[1]))
    default:
      let isThatDay = [day.year, year, year + 1, year - 1].contains { other in
        guard let named = CivilDate(year: year, month: date[1], day: date[2]),
          let near = CivilDate(year: other, month: day.month, day: min(day.day, 28))
        else { return false }
        return abs(near.daysSinceEpoch + day.day - min(day.day, 28) - named.daysSinceEpoch) <= 1
      }
      let hour = (begin - Int64(day.daysSinceEpoch) * 86_400_000) / 3_600_000
      return (isEvident || isThatDay) && (date.count < 4 || [0, 1, 23].contains(abs(hour - Int64(date[3]))))
    }
  }

  /// Takes a date out of a part; gives what is left of it.
  private mutating func take(_ part: [UInt8], isName: Bool) -> [UInt8] {
    let runs = DatedPath.runs(part)
    if let found = DatedPath.evident(part, runs), found.date.count <= depth, found.date.count == 3 || date.count < 2 {
      date = found.date
      running = found.running
      isEvident = date.count == 3
      return DatedPath.without(found.place, in: part)
    }
    if date.isEmpty {
      guard depth > 0, !isName, runs == [0..<4], part.count == 4, part.allSatisfy(DatedPath.isDigit),
        DatedPath.isYear(DatedPath.number(part[...]))
      else { return part }
      date = [DatedPath.number(part[...])]
      return []
    }
    guard let found = following(part, runs, isName: isName) else { return part }
    date += found.values
    return DatedPath.without(found.place, in: part)
  }

  /// What continues the date behind what is known of it: `03`, `Mar`, `03-Mar`, `03-16` and `0316` behind a year.
  ///
  /// A folder consists of it, in a name it stands alone.
  private func following(
    _ part: [UInt8], _ runs: [Range<Int>], isName: Bool
  ) -> (values: [Int], place: Range<Int>)? {
    for (number, run) in runs.enumerated() where DatedPath.standsAlone(run, part) {
      var found: [(values: [Int], place: Range<Int>)] = []
      if number + 1 < runs.count, DatedPath.isBeside(run, runs[number + 1], part),
        let month = DatedPath.month(part[run])
      {
        let second = runs[number + 1]
        let value = DatedPath.number(part[second])
        let place = run.lowerBound..<second.upperBound
        if !part[second].allSatisfy(DatedPath.isDigit) {
          if DatedPath.month(part[second]) == month { found.append(([month], place)) }
        } else if second.count == 2, DatedPath.isDay(value) {
          found.append(([month, value], place))
        }
      }
      if run.count == 4, part[run].allSatisfy(DatedPath.isDigit) {
        let value = DatedPath.number(part[run])
        if DatedPath.isMonth(value / 100), DatedPath.isDay(value % 100) {
          found.append(([value / 100, value % 100], run))
        }
      }
      if let month = DatedPath.month(part[run]), !isName || run.count > 1 { found.append(([month], run)) }
      if date.count > 1 { found = single(run, part, isName: isName).map { [($0, run)] } ?? [] }
      let fitting = found.first { date.count + $0.values.count <= depth && (isName || $0.place == 0..<part.count) }
      if let fitting { return fitting }
    }
    return nil
  }

  /// The day behind a month, or the hour behind a day.
  private func single(_ run: Range<Int>, _ part: [UInt8], isName: Bool) -> [Int]? {
    let value = DatedPath.number(part[run])
    guard part[run].allSatisfy(DatedPath.isDigit), run.count == 2 || run.count == 1 && !isName else { return nil }
    switch date.count {
    case 2: return DatedPath.isDay(value) ? [value] : nil
    case 3: return run.count == 2 && value < 24 ? [value] : nil
    default: return nil
    }
  }
}

extension DatedPath {
  /// A date with its year in one part, what numbers stand behind it, and the place of both.
  private static func evident(
    _ part: [UInt8], _ runs: [Range<Int>]
  ) -> (date: [Int], running: [Int], place: Range<Int>)? {
    for (number, run) in runs.enumerated() where part[run].allSatisfy(isDigit) {
      let value = self.number(part[run])
      if [8, 10, 12, 14].contains(run.count), let date = date([value / 10000, value / 100 % 100, value % 100]) {
        let (running, place) = behind(run, runs[(number + 1)...], part)
        return (date, part[run].count > 8 ? [self.number(part[run].dropFirst(8))] : running, place)
      }
      if run.count == 6, standsAlone(run, part), isYear(value / 100), isMonth(value % 100) {
        return ([value / 100, value % 100], [], run)
      }
      guard number + 1 < runs.count, isBeside(run, runs[number + 1], part) else { continue }
      let second = runs[number + 1]
      let third = number + 2 < runs.count && isBeside(second, runs[number + 2], part) ? runs[number + 2] : nil
      let pair = run.lowerBound..<second.upperBound
      if run.count == 4, let month = month(part[second]) {
        if let third, third.count <= 2, let date = date([value, month, self.number(part[third])]) {
          let (running, place) = behind(run.lowerBound..<third.upperBound, runs[(number + 3)...], part)
          return (date, running, place)
        }
        if standsAlone(pair, part), isYear(value) { return ([value, month], [], pair) }
      }
      guard run.count <= 2, let third, third.count == 4, part[third].allSatisfy(isDigit) else { continue }
      // `16-03-2026`, `16.Mar.2026`, `03-16-2026`
      let year = self.number(part[third])
      let ways = [month(part[second]).map { [year, $0, value] }, [year, value, self.number(part[second])]]
      if let date = ways.lazy.compactMap({ $0.flatMap(date) }).first {
        let (running, place) = behind(run.lowerBound..<third.upperBound, runs[(number + 3)...], part)
        return (date, running, place)
      }
    }
    return nil
  }

  /// A date of the calendar, from a year that logs of mail can have.
  private static func date(_ parts: [Int]) -> [Int]? {
    isYear(parts[0]) && CivilDate(year: parts[0], month: parts[1], day: parts[2]) != nil ? parts : nil
  }

  /// The hour, or the running number, behind a date, and the place of both: `2026-03-16T05`, `20260316-00`.
  private static func behind(
    _ date: Range<Int>, _ runs: ArraySlice<Range<Int>>, _ part: [UInt8]
  ) -> (running: [Int], place: Range<Int>) {
    var place = date
    var running: [Int] = []
    for run in runs {
      if part[run] == [UInt8(ascii: "T")], run.lowerBound == place.upperBound, running.isEmpty {
        place = place.lowerBound..<run.upperBound
        continue
      }
      let isNext =
        run.lowerBound == place.upperBound
        || run.lowerBound == place.upperBound + 1 && [0x2D, 0x5F, 0x3A].contains(part[place.upperBound])
      guard isNext, run.count <= 6, part[run].allSatisfy(isDigit) else { break }
      running.append(number(part[run]))
      place = place.lowerBound..<run.upperBound
    }
    return (running, place)
  }

  /// Runs of digits, and of letters.
  private static func runs(_ part: [UInt8]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < part.count {
      let kind = (isDigit(part[start]), isLetter(part[start]))
      var end = start + 1
      while end < part.count, (isDigit(part[end]), isLetter(part[end])) == kind { end += 1 }
      if kind.0 || kind.1 { runs.append(start..<end) }
      start = end
    }
    return runs
  }

  /// The part without a place in it, and without the separators that are left beside that.
  private static func without(_ place: Range<Int>, in part: [UInt8]) -> [UInt8] {
    var left = part[..<place.lowerBound]
    while let last = left.last, isSeparator(last) { left.removeLast() }
    let right = part[place.upperBound...]
    return Array(left) + (left.isEmpty ? right.drop(while: isSeparator) : right)
  }

  /// The name of a file without the number of its rotation.
  private static func withoutNumber(_ name: [UInt8]) -> [UInt8] {
    let digits = name.reversed().prefix(while: isDigit).count
    guard (1...3).contains(digits), name.dropLast(digits).last == UInt8(ascii: ".") else { return name }
    return name.dropLast(digits + 1)
  }

  /// The month that a number or a name means.
  private static func month(_ text: ArraySlice<UInt8>) -> Int? {
    if text.allSatisfy(isDigit) {
      let value = number(text)
      return text.count <= 2 && isMonth(value) ? value : nil
    }
    let word = String(decoding: text, as: UTF8.self).lowercased()
    return months.firstIndex { $0 == word || $0.prefix(3) == word }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private static func isBeside(_ run: Range<Int>, _ next: Range<Int>, _ part: [UInt8]) -> Bool {
    // `16Mar2026` has nothing between.
    next.lowerBound == run.upperBound || next.lowerBound == run.upperBound + 1 && isSeparator(part[run.upperBound])
  }

  private static func standsAlone(_ run: Range<Int>, _ part: [UInt8]) -> Bool {
    (run.lowerBound == 0 || isSeparator(part[run.lowerBound - 1]))
      && (run.upperBound == part.count || isSeparator(part[run.upperBound]))
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.prefix(8).reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isSeparator(_ byte: UInt8) -> Bool { [0x2D, 0x2E, 0x5F].contains(byte) }
  private static func isYear(_ value: Int) -> Bool { (1990...2099).contains(value) }
  private static func isMonth(_ value: Int) -> Bool { (1...12).contains(value) }
  private static func isDay(_ value: Int) -> Bool { (1...31).contains(value) }
}
