public import MailModel

/// What the figures say to the question whether the ports can be closed, before it is put into words.
///
/// The first that is true is the answer. Only the last one lets the ports be closed.
public enum ReportAnswer: Sendable, Equatable {
  /// No session began in the period that was asked for.
  case nothingInPeriod
  /// Nobody logged in, and nothing else shows anybody who submits.
  case noSessions
  /// Nobody logged in; users were refused, or messages relayed.
  case nobodyLoggedIn
  /// Users log in on ports to be closed.
  case usersOnLegacy(Int)
  /// Logins without a readable name came through ports to be closed.
  case sessionsOnLegacy(Int)
  /// Ports of logins, or of messages relayed without one, are unknown.
  case unknownPorts
  /// Messages were relayed through ports to be closed without a login.
  case relaysOnLegacy(Int)
  /// Nobody was seen, but not all of the logs could be read.
  case notReadWhole
  /// Users were last seen on ports to be closed, and not at all on the recent days.
  case usersAbsent(Int)
  /// Nobody submitted there on the recent days; earlier somebody did.
  case nobodyOfLate(days: Int)
  /// Nobody submits there any more.
  case nobodyOnLegacy

  /// Whether nothing stands in the way of closing the ports.
  public var mayClose: Bool {
    switch self {
    case .nobodyOnLegacy, .nobodyOfLate: true
    default: false
    }
  }

  /// Judges a report.
  public init(_ model: ReportModel) { self.init(ReportFigures(model)) }

  /// Whether closing the ports hurts somebody, or nobody can say that it does not, or somebody is refused already.
  public static func isAnybodyAffected(_ model: ReportModel) -> Bool {
    let figures = ReportFigures(model)
    return !ReportAnswer(figures).mayClose || figures.isAnybodyRefused
  }

  init(_ figures: ReportFigures) {
    let model = figures.model
    let relays = (legacy: figures.relays(.legacy), unknown: figures.relays(.unknown))
    let legacySessions = figures.total(.legacy).sessions
    if model.warnings.contains(where: { $0.code == .nothingInPeriod }) {
      self = .nothingInPeriod
    } else if model.totals.authenticatedSessions == 0 {
      self = model.users.isEmpty && model.totals.unauthenticatedRelays == 0 ? .noSessions : .nobodyLoggedIn
    } else if let trend = figures.answeringTrend {
      self = ReportAnswer.ofLate(trend, figures)
    } else if figures.legacyUsers > 0 {
      self = .usersOnLegacy(figures.legacyUsers)
    } else if legacySessions > figures.legacySessionsOfRefused {
      // Sessions without a readable name are nobody's, and still they use the port.
      self = .sessionsOnLegacy(legacySessions - figures.legacySessionsOfRefused)
    } else if figures.total(.unknown).sessions > figures.unknownSessionsOfRefused
      || relays.legacy == 0 && relays.unknown > 0
    {
      self = .unknownPorts
    } else if relays.legacy > 0 {
      self = .relaysOnLegacy(relays.legacy)
    } else if figures.isReadInPart {
      self = .notReadWhole
    } else {
      self = .nobodyOnLegacy
    }
  }

  /// Whether a trend tells more than the report: what somebody did in June keeps no port open in November.
  public static func goesByRecentDays(_ model: ReportModel) -> Bool {
    guard let trend = model.trend, trend.recent.daysWithLogs * 2 >= trend.recentDays, let from = model.window.from
    else { return false }
    return from.milliseconds / 86_400_000 <= Int64(trend.recent.from.daysSinceEpoch)
  }

  /// The answer by the recent days, as the trend's verdict gives it.
  private static func ofLate(_ trend: TrendReport, _ figures: ReportFigures) -> ReportAnswer {
    let users = trend.users(.now).count
    if users > 0 { return .usersOnLegacy(users) }
    if trend.namelessLogins > 0 { return .sessionsOnLegacy(trend.namelessLogins) }
    if figures.users(.onUnknown) > 0 || trend.namelessPerhaps > 0 { return .unknownPorts }
    if trend.unfreedMessages > 0 {
      return figures.relays(.legacy) > 0 ? .relaysOnLegacy(trend.unfreedMessages) : .unknownPorts
    }
    if figures.isReadInPart { return .notReadWhole }
    let absent = trend.users.count { $0.breaks == .onReturn || $0.breaks == .perhaps }
    if absent > 0 { return .usersAbsent(absent) }
    // What was taken there before the refusals began keeps nobody from closing the port, and was submitted all the same.
    return figures.total(.legacy).sessions > 0 && trend.legacyMessages == 0
      ? .nobodyOfLate(days: trend.recentDays) : .nobodyOnLegacy
  }
}
