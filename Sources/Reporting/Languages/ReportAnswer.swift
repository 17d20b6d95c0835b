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
  /// Nobody submits there any more.
  case nobodyOnLegacy

  /// Whether nothing stands in the way of closing the ports.
  public var mayClose: Bool { self == .nobodyOnLegacy }

  /// Judges a report.
  public init(_ model: ReportModel) { self.init(ReportFigures(model)) }

  init(_ figures: ReportFigures) {
    let model = figures.model
    let relays = (legacy: figures.relays(.legacy), unknown: figures.relays(.unknown))
    let legacySessions = figures.total(.legacy).sessions
    if model.warnings.contains(where: { $0.code == .nothingInPeriod }) {
      self = .nothingInPeriod
    } else if model.totals.authenticatedSessions == 0 {
      self = model.users.isEmpty && model.totals.unauthenticatedRelays == 0 ? .noSessions : .nobodyLoggedIn
    } else if figures.legacyUsers > 0 {
      self = .usersOnLegacy(figures.legacyUsers)
    } else if legacySessions > figures.legacySessionsOfBlocked {
      // Sessions without a readable name are nobody's, and still they use the port.
      self = .sessionsOnLegacy(legacySessions - figures.legacySessionsOfBlocked)
    } else if figures.total(.unknown).sessions > 0 || relays.legacy == 0 && relays.unknown > 0 {
      self = .unknownPorts
    } else if relays.legacy > 0 {
      self = .relaysOnLegacy(relays.legacy)
    } else if figures.isReadInPart {
      self = .notReadWhole
    } else {
      self = .nobodyOnLegacy
    }
  }
}
