import MailModel

/// Notices in English.
struct EnglishNotices: NoticeWording {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let weekdays = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"]

  func longDay(_ day: CivilDate) -> String {
    "\(Self.weekdays[((day.daysSinceEpoch % 7) + 7) % 7]), \(shortDay(day))"
  }
  func shortDay(_ day: CivilDate) -> String { "\(day.day) \(Self.months[day.month - 1]) \(day.year)" }
  func moment(_ clock: ClockReading) -> String {
    "\(shortDay(clock.date)), \(clock.two(clock.hour)):\(clock.two(clock.minute))"
  }
  func name(_ device: SeenDevice) -> String {
    let kind: String? =
      switch device.guess {
      case .appleMail: "iPhone, iPad or Mac"
      case .printer: "printer or scanner"
      case .webApplication: "web site or web application"
      case .application: "program or system"
      default: nil
      }
    guard let name = device.name else { return kind ?? "a device without a name in our records" }
    return kind.map { "\($0) (\(name))" } ?? name
  }
  func name(_ readiness: Readiness) -> String {
    switch readiness {
    case .ready: "moved"
    case .moving: "moving"
    case .notReady: "not moved"
    case .blocked: "blocked"
    case .unknown: "unknown"
    }
  }
  func name(_ status: PlanStatus) -> String {
    switch status {
    case .preview: "preview only"
    case .sent: "sent"
    case .failed: "failed"
    case .undeliverable: "address takes no mail"
    case .skipped: "no notice needed or wanted"
    case .deferred: "waiting for a later run"
    }
  }
  func reason(_ reason: ExclusionReason) -> String? {
    switch reason {
    case .smartHost: "a mail server hands in mail with this login"
    case .sharedLogin(let devices): "\(devices) devices use this login"
    case .manySenders(let senders): "\(Self.many(senders)) sender addresses use this login"
    default: nil
    }
  }
  private static func many(_ senders: Int) -> String {
    senders < UserReport.manySenders ? "\(senders)" : "\(UserReport.manySenders) or more"
  }
  func template(_ kind: NoticeKind) -> String {
    switch kind {
    case .notice: Self.notice
    case .thanks: Self.thanks
    case .digest: Self.digest
    }
  }
}
