import ByteScanning
import MailModel

/// What the stamps and greetings at the head of a file tell of its days.
struct IceWarpHead {
  /// A greeting whose date belongs to its stamp.
  struct Greeting {
    /// How often the clock had passed midnight since the first line.
    var passed: Int
    /// The day of its stamp, in days since 1970.
    var day: Int
  }

  /// The form of the last stamp.
  private(set) var form = IceWarpStampForm.time
  /// Milliseconds since midnight of the first stamp that holds a time alone.
  private(set) var first: Int64?
  /// The same of the first stamp behind midnight.
  private(set) var morning: Int64?
  /// The same of the latest stamp behind midnight.
  private(set) var latest: Int64 = 0
  /// The first greeting whose date belongs to its stamp.
  private(set) var greeting: Greeting?
  /// Day and offset of the first greeting that has a date, whatever its stamp is.
  private(set) var banner: (day: CivilDate, offset: Int32)?

  /// - Parameter hasDayInName: whether the file is that of one day, so that its clock falls back at midnight only.
  init(_ sample: LogSample, hasDayInName: Bool) {
    var layout = IceWarpLayout()
    var clock = IceWarpClock(counting: CivilDate(daysSinceEpoch: 0), fall: IceWarpClock.fall(hasDayInName))
    for line in sample.lines {
      let span = line.span
      switch layout.locate(span, like: form) {
      case .located: break
      case .otherStamp:
        guard let (found, _) = IceWarpClock.form(of: span, from: layout.stamp) else { continue }
        form = found
      case .noFrame: continue
      }
      clock.form = form
      let hasTimeAlone = form == .time || form == .timeDetailed
      let local = hasTimeAlone ? clock.read(span, from: layout.stamp)?.local : nil
      if let local { take(local) }
      guard layout.body < span.count - 40, span.hasPrefix(">>> 220", at: layout.body),
        let (day, inDay, offset) = IceWarpClock.greetingDate(span)
      else { continue }
      if banner == nil { banner = (day, offset) }
      if greeting == nil, let local, let own = IceWarpClock.day(of: local, greeted: day, inDay) {
        greeting = Greeting(passed: Int(local.dividedDown(by: IceWarpClock.day)), day: own)
      }
    }
  }

  private mutating func take(_ local: Int64) {
    let inDay = local - local.dividedDown(by: IceWarpClock.day) * IceWarpClock.day
    if first == nil { first = inDay }
    guard local >= IceWarpClock.day else { return }
    if morning == nil { morning = inDay }
    if local < 2 * IceWarpClock.day { latest = max(latest, inDay) }
  }

  /// Whose the first lines of a file are that has this day in its name.
  enum Begin {
    /// They are of that day.
    case thatDay
    /// They are the end of the evening before, which a cache wrote into the new file.
    case eveningBefore
    /// The greetings name another day.
    case anotherDay
  }

  /// Where a file begins that has this day in its name.
  func begin(named day: CivilDate) -> Begin {
    guard let greeting else {
      // A new file begins at midnight; what goes on far beyond midnight is of the new day.
      return morning != nil && latest > IceWarpHead.hour ? .eveningBefore : .thatDay
    }
    switch greeting.day - greeting.passed - day.daysSinceEpoch {
    case 0: return .thatDay
    case -1 where morning != nil || first ?? 0 >= 20 * IceWarpHead.hour: return .eveningBefore
    default: return .anotherDay
    }
  }

  private static let hour: Int64 = 3_600_000
}

extension Int64 {
  /// The quotient, rounded towards the past.
  func dividedDown(by divisor: Int64) -> Int64 { self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor) }
}
