import MailModel

/// The report in a few sentences: may the port be closed, and who stands in the way.
struct Verdict: Sendable {
  /// How the reader should feel about it.
  enum Tone: String, Sendable {
    case good, attention, bad
  }

  /// Good, attention or bad.
  let tone: Tone
  /// The sentence that stands first.
  let headline: String
  /// What follows from it: close the port, or not yet.
  let conclusion: String
  /// The rest, one sentence each.
  let details: [String]

  /// Judges the figures.
  init(_ figures: ReportFigures, _ wording: Wording) {
    let ports = ["ports": wording.ports(figures.legacyPorts)]
    let blocked = figures.users(.blocked)
    let unknownUsers = figures.users(.unknown)
    let unknownSessions = figures.total(.unknown).sessions
    var details: [String] = []
    if blocked > 0 { details.append(wording.counted(.usersBlocked, blocked)) }
    if unknownSessions > 0 { details.append(wording.counted(.sessionsUnknown, unknownSessions)) }
    if unknownUsers > 0 { details.append(wording.counted(.usersUnknown, unknownUsers)) }

    let isServerUnready = figures.model.server?.isUnready ?? false
    // Sessions without a readable name are nobody's, and still they use the port.
    let legacySessions = figures.total(.legacy).sessions
    if figures.model.totals.authenticatedSessions == 0 {
      tone = .bad
      headline = wording.text(.noSessions)
      conclusion = wording.text(.noSessionsReasons)
    } else if figures.legacyUsers > 0 || legacySessions > 0 {
      tone = .bad
      headline =
        figures.legacyUsers > 0
        ? wording.counted(.usersOnLegacy, figures.legacyUsers, ports)
        : wording.counted(.sessionsOnLegacy, legacySessions, ports)
      conclusion = wording.text(.notYet, ports)
    } else if unknownSessions > 0 {
      tone = .attention
      headline = wording.text(.nobodyKnownOnLegacy, ports)
      conclusion = wording.text(.notYet, ports)
    } else {
      // Whoever moved once can be thrown back to the old port by a server that does not work.
      tone = blocked > 0 || isServerUnready ? .attention : .good
      headline = wording.text(.nobodyOnLegacy, ports)
      conclusion = isServerUnready ? wording.text(.closeWaitsForServer, ports) : wording.text(.safeToClose, ports)
    }
    self.details = details
  }

  /// The warnings that the verdict has not said already.
  static func unsaid(_ model: ReportModel) -> [ReportWarning] {
    guard model.totals.authenticatedSessions == 0 else { return model.warnings }
    return model.warnings.filter { $0.code != .noAuthenticatedSession }
  }
}
