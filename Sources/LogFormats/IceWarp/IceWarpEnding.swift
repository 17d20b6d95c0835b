import ByteScanning
import MailModel

/// What the last lines of a file that has a day in its name tell of its days.
public enum IceWarpEnding: Sendable, Equatable {
  /// They are of that day.
  case thatDay
  /// They were written behind the midnight that ends that day; the number is where the last line before begins.
  case behindMidnight(lastBefore: Int)
  /// Their greetings name another day.
  case anotherDay
  /// They tell nothing.
  case unknown

  /// - Parameters:
  ///   - text: whole lines, the file's last ones.
  ///   - context: what name and first lines tell.
  public init(_ text: [UInt8], _ context: FormatContext) {
    var format = IceWarpFormat(context: context)
    var event = LogEvent()
    var layout = IceWarpLayout()
    var form = IceWarpStampForm.time
    // The last stamp, where its line begins, and the last line before midnight.
    var last: (inDay: Int64, place: Int)?
    var lastBefore: Int?
    var passed = 0
    var strictly = true
    var greeting: (day: Int, passed: Int, inDay: Int64)?
    let bytes = text.span
    var begin = 0
    while begin < bytes.count {
      let end = bytes.firstIndex(of: 0x0a, from: begin) ?? bytes.count
      let line = bytes.extracting(begin..<bytes.lineEnd(from: begin, feed: end))
      let place = begin
      begin = end + 1
      // Whoever reads the file looks at the stamps of no other lines.
      guard format.parse(line, into: &event) == .event else { continue }
      switch layout.locate(line, like: form) {
      case .located: break
      case .otherStamp:
        guard let (found, _) = IceWarpClock.form(of: line, from: layout.stamp) else { continue }
        form = found
      case .noFrame: continue
      }
      guard form == .time || form == .timeDetailed,
        let inDay = IceWarpClock.millisecondOfDay(line, from: layout.stamp)
      else { continue }
      // Lines of the evening may come after the first ones behind midnight.
      let isLate = passed > 0 && last.map { inDay > $0.inDay + IceWarpClock.halfDay } ?? false
      if !isLate {
        if let last, IceWarpClock.isNextDay(inDay, behind: last.inDay, isSure: true) {
          passed += 1
          lastBefore = lastBefore ?? last.place
          strictly = strictly && IceWarpClock.isNextDay(inDay, behind: last.inDay, isSure: false)
        }
        last = (inDay, place)
      }
      guard layout.body < line.count - 40, line.hasPrefix(">>> 220", at: layout.body),
        let (day, inGreeted, _) = IceWarpClock.greetingDate(line),
        let own = IceWarpClock.day(of: inDay, greeted: day, inGreeted)
      else { continue }
      greeting = (own + (isLate ? 1 : 0), passed, inDay)
    }
    self = IceWarpEnding.judged(greeting, passed, strictly, lastBefore, context)
  }

  private static func judged(
    _ greeting: (day: Int, passed: Int, inDay: Int64)?, _ passed: Int, _ strictly: Bool, _ lastBefore: Int?,
    _ context: FormatContext
  ) -> IceWarpEnding {
    guard let day = context.day?.daysSinceEpoch, let greeting else {
      if passed == 1, strictly, let lastBefore { return .behindMidnight(lastBefore: lastBefore) }
      return passed > 1 && strictly ? .anotherDay : .unknown
    }
    // An evening before a morning of the same day is no night.
    if greeting.day == day, greeting.passed == 1 { return .thatDay }
    if greeting.day == day + greeting.passed, passed < 2 {
      guard passed == 1, greeting.passed == 1 || strictly, let lastBefore else { return .thatDay }
      return .behindMidnight(lastBefore: lastBefore)
    }
    // Evening lines at the head of a short file.
    if context.beginsBeforeMidnight, greeting.day - greeting.passed == day - 1 { return .thatDay }
    // "22:00" to "03:00" in one file.
    if greeting.day == day + 1, greeting.passed == 0, let first = context.firstMillisecondOfDay,
      greeting.inDay + IceWarpClock.halfDay < first
    {
      return .thatDay
    }
    return .anotherDay
  }
}
