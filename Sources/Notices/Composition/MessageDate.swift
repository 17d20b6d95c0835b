import MailModel

/// A moment as the Date field wants it (RFC 5322 section 3.3).
enum MessageDate {
  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Mon, 23 Nov 2026 17:00:00 +0000`.
  static func make(_ moment: Timestamp) -> String {
    let clock = ClockReading(moment)
    let day = clock.date
    return "\(weekdays[((day.daysSinceEpoch % 7) + 7) % 7]), \(day.day) \(months[day.month - 1]) \(day.year) "
      + "\(clock.two(clock.hour)):\(clock.two(clock.minute)):\(clock.two(clock.second)) +0000"
  }
}
