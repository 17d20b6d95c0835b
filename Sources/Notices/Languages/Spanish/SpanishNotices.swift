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
  func name(_ status: PlanStatus) -> String {
    switch status {
    case .preview: "solo vista previa"
    case .sent: "enviados"
    case .failed: "con error"
    case .undeliverable: "la dirección no recibe correo"
    case .skipped: "sin aviso (no hace falta o no se desea)"
    case .deferred: "a la espera de la próxima ejecución"
    }
  }
  func reason(_ reason: ExclusionReason) -> String? {
    switch reason {
    case .smartHost: "un servidor de correo entrega mensajes con esta cuenta"
    case .sharedLogin(let devices): "\(devices) dispositivos usan esta cuenta"
    case .manySenders(let senders): "\(Self.many(senders)) remitentes usan esta cuenta"
    default: nil
    }
  }
  private static func many(_ senders: Int) -> String {
    senders < UserReport.manySenders ? "\(senders)" : "\(UserReport.manySenders) o más"
  }
  func template(_ kind: NoticeKind) -> String {
    switch kind {
    case .notice: Self.notice
    case .thanks: Self.thanks
    case .digest: Self.digest
    }
  }
}
