import MailModel

/// Notices in Portuguese as it is written in Brazil.
struct BrazilianPortugueseNotices: NoticeWording {
  private static let months = [
    "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro",
    "dezembro",
  ]
  private static let weekdays = [
    "quinta-feira", "sexta-feira", "sábado", "domingo", "segunda-feira", "terça-feira", "quarta-feira",
  ]

  func longDay(_ day: CivilDate) -> String {
    "\(Self.weekdays[((day.daysSinceEpoch % 7) + 7) % 7]), \(shortDay(day))"
  }
  func shortDay(_ day: CivilDate) -> String {
    "\(day.day == 1 ? "1º" : "\(day.day)") de \(Self.months[day.month - 1]) de \(day.year)"
  }
  func moment(_ clock: ClockReading) -> String {
    "\(clock.two(clock.date.day))/\(clock.two(clock.date.month))/\(clock.date.year) às \(clock.two(clock.hour))h\(clock.two(clock.minute))"
  }
  func name(_ device: SeenDevice) -> String {
    let kind: String? =
      switch device.guess {
      case .appleMail: "iPhone, iPad ou Mac"
      case .printer: "impressora ou scanner"
      case .webApplication: "site ou sistema web"
      case .application: "programa ou sistema"
      default: nil
      }
    guard let name = device.name else { return kind ?? "aparelho sem nome no registro" }
    return kind.map { "\($0) (\(name))" } ?? name
  }
  func name(_ readiness: Readiness) -> String {
    switch readiness {
    case .ready: "já migrou"
    case .moving: "em migração"
    case .notReady: "ainda não migrou"
    case .blocked: "bloqueado"
    case .unknown: "indefinido"
    }
  }
  func name(_ status: PlanStatus) -> String {
    switch status {
    case .preview: "só prévia"
    case .sent: "enviados"
    case .failed: "com falha"
    case .undeliverable: "endereço não recebe mensagens"
    case .skipped: "sem aviso (desnecessário ou não desejado)"
    case .deferred: "aguardando a próxima execução"
    }
  }
  func reason(_ reason: ExclusionReason) -> String? {
    switch reason {
    case .smartHost: "um servidor de e-mail entrega mensagens com este login"
    case .sharedLogin(let devices): "\(devices) dispositivos usam este login"
    case .manySenders(let senders): "\(Self.many(senders)) remetentes usam este login"
    default: nil
    }
  }
  private static func many(_ senders: Int) -> String {
    senders < UserReport.manySenders ? "\(senders)" : "\(UserReport.manySenders) ou mais"
  }
  func template(_ kind: NoticeKind) -> String {
    switch kind {
    case .notice: Self.notice
    case .thanks: Self.thanks
    case .digest: Self.digest
    }
  }
}
