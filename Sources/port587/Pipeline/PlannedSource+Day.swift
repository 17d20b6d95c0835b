import ByteScanning
import LogFormats
import MailModel

extension PlannedSource {
  /// Finds out on which day a file begins whose stamps hold a time alone and whose head has neither a day nor a greeting
  /// with one: its last line was written when it was last changed, or a greeting further on tells the day.
  ///
  /// The file is read once for that. Where it cannot be read twice, its first line lies on the day of its last change.
  mutating func settleDay(_ limits: UnpackLimits) {
    guard context.day == nil, !context.stampsCarryDay, start == 0 else { return }
    settleDay(made: format, limits)
  }

  private mutating func settleDay<Format: LogFormat>(made: Format.Type, _ limits: UnpackLimits) {
    guard Format.countsDays else { return }
    hasGuessedDays = true
    var counter = DayCounter(format: Format(context: context))
    switch origin {
    case .plain(let file): _ = file.scan(into: &counter)
    case .packed(let path, let member):
      guard let packed = try? PackedFile(path: path, limits: limits) else { return }
      for _ in 0..<member { _ = try? packed.nextMember() }
      guard (try? packed.nextMember()) != nil else { return }
      _ = packed.scan(into: &counter)
    case .standardInput: return
    }
    guard let day = counter.format.firstDay(endingOn: context.lastDay) else { return }
    // The date of a greeting further on does not ask when the file ends.
    let next = CivilDate(daysSinceEpoch: context.lastDay.daysSinceEpoch + 1)
    hasGuessedDays = counter.format.firstDay(endingOn: next) != day
    context.day = day
    if firstLocal != .max {
      firstLocal += Int64(day.daysSinceEpoch - context.lastDay.daysSinceEpoch) * 86_400_000
    }
  }
}

/// Reads lines for their days alone.
private struct DayCounter<Format: LogFormat>: LineConsumer {
  var format: Format
  private var event = LogEvent()

  init(format: Format) { self.format = format }

  mutating func consume(_ line: borrowing Span<UInt8>) { _ = format.parse(line, into: &event) }

  mutating func consumeOverlong(_ head: borrowing Span<UInt8>) {}
}
