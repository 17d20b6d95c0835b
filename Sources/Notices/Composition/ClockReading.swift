import MailModel

/// What calendar and clock show at a moment.
struct ClockReading {
  let date: CivilDate
  let hour: Int
  let minute: Int
  let second: Int

  /// Takes the moment and whose clock it is.
  init(_ moment: Timestamp, _ zone: ZoneRules = ZoneRules(fixedOffset: 0)) {
    let seconds = Int(moment.seconds) + Int(zone.offset(atMoment: moment))
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
