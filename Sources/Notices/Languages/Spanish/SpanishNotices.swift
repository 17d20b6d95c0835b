import MailModel

/// Notices in Spanish.
struct SpanishNotices: NoticeWording {
  private static let months = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
  ]
  private static let weekdays = ["jueves", "viernes", "sábado", "domingo", "lunes", "martes", "miércoles"]

  func longDay(_ day: CivilDate) -> String {
    "\(Self.weekdays[((day.daysSinceEpoch % 7) + 7) % 7]) \(shortDay(day))"
  }
  func shortDay(_ day: CivilDate) -> String { "\(day.day) de \(Self.months[day.month - 1]) de \(day.year)" }
  func moment(_ clock: ClockReading) -> String {
    "\(shortDay(clock.date)) a las \(clock.two(clock.hour)):\(clock.two(clock.minute))"
  }
  func name(_ device: SeenDevice) -> String {
    let kind: String? =
      switch device.guess {
      case .appleMail: "iPhone, iPad o Mac"
      case .printer: "impresora o escáner"
      case .webApplication: "sitio o aplicación web"
      case .application: "programa o sistema"
      default: nil
      }
    guard let name = device.name else { return kind ?? "un dispositivo sin nombre en nuestros registros" }
    return kind.map { "\($0) (\(name))" } ?? name
  }
  func name(_ readiness: Readiness) -> String {
    switch readiness {
    case .ready: "ya migró"
    case .moving: "en migración"
    case .notReady: "aún no migró"
    case .blocked: "bloqueado"
    case .unknown: "indefinido"
    }
  }
  func template(_ kind: NoticeKind) -> String {
    switch kind {
    case .notice: Self.notice
    case .thanks: Self.thanks
    case .digest: Self.digest
    }
  }
}
