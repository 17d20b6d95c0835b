import MailModel

/// Spreads the days of a log evenly over its bytes: the place in the file says what time it is.
struct LogClock {
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]

  /// Length of `Mon, 16 May 2011 00:02:10 +0300`, the same for every moment.
  static let bannerLength = 31

  private let firstDay: Int
  private let seconds: Int
  private let bytes: Int
  private let style: StampStyle
  private let offset: String
  private var elapsed = -1
  private var nextTick = 0

  /// The day on which the clock stands.
  private(set) var day: CivilDate
  /// The stamp of a line written now.
  private(set) var stamp: [UInt8] = []
  /// The moment as a greeting prints it: `Mon, 16 May 2011 00:02:10 +0300`.
  private(set) var banner: [UInt8] = []

  /// Starts at midnight of `firstDay`; `days` days pass while `bytes` bytes are written.
  init(firstDay: CivilDate, days: Int, bytes: Int, style: StampStyle, offset: String = "-0300") {
    self.firstDay = firstDay.daysSinceEpoch
    self.bytes = max(bytes, 1)
    self.style = style
    self.offset = offset
    seconds = days * 86_400
    day = firstDay
    advance(to: 0)
  }

  /// Seconds since midnight of the day on which the clock stands.
  var secondOfDay: Int { elapsed % 86_400 }

  /// How many thousandths of all days have passed.
  var progress: Int { max(0, elapsed) * 1000 / seconds }

  /// Moves on to where `written` bytes have been written; what lies beyond the last day stays in its last second.
  mutating func advance(to written: Int) {
    guard written >= nextTick else { return }
    elapsed = min(scaled(written, by: seconds, over: bytes), seconds - 1)
    nextTick = elapsed == seconds - 1 ? Int.max : scaled(elapsed + 1, by: bytes, over: seconds)
    day = CivilDate(daysSinceEpoch: firstDay + elapsed / 86_400)
    write()
  }

  private func scaled(_ number: Int, by factor: Int, over divisor: Int) -> Int {
    let product = number.multipliedFullWidth(by: factor)
    return divisor.dividingFullWidth(product).quotient
  }

  private mutating func write() {
    var time: [UInt8] = []
    let second = secondOfDay
    time.append(decimal: second / 3600, digits: 2)
    time.append(58)
    time.append(decimal: second / 60 % 60, digits: 2)
    time.append(58)
    time.append(decimal: second % 60, digits: 2)

    banner.removeAll(keepingCapacity: true)
    banner.append(contentsOf: LogClock.weekdays[(firstDay + elapsed / 86_400) % 7].utf8)
    banner.append(contentsOf: ", ".utf8)
    banner.append(decimal: day.day, digits: 2)
    banner.append(32)
    banner.append(contentsOf: LogClock.months[day.month - 1].utf8)
    banner.append(32)
    banner.append(decimal: day.year, digits: 4)
    banner.append(32)
    banner.append(contentsOf: time)
    banner.append(32)
    banner.append(contentsOf: offset.utf8)

    switch style {
    case .time: stamp = time
    case .rfc822: stamp = banner
    case .syslog:
      stamp.removeAll(keepingCapacity: true)
      stamp.append(contentsOf: LogClock.months[day.month - 1].utf8)
      stamp.append(32)
      if day.day < 10 { stamp.append(32) }  // `Nov  3`, so that columns stay
      stamp.append(decimal: day.day)
      stamp.append(32)
      stamp.append(contentsOf: time)
    }
  }
}
