import MailModel

/// What calendar and clock show at a moment.
struct ClockReading {
  let date: CivilDate
  let hour: Int
  let minute: Int
  let second: Int

  /// Takes the moment and how far the clock is ahead of UTC.
  init(_ moment: Timestamp, utcOffsetMinutes: Int) {
    let seconds = Int(moment.seconds) + utcOffsetMinutes * 60
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - days * 86_400
    date = CivilDate(daysSinceEpoch: days)
    hour = rest / 3600
    minute = rest / 60 % 60
    second = rest % 60
  }

  /// A number in two digits.
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
