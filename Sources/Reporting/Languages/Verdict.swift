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

  /// Puts the figures into words.
  init(_ figures: ReportFigures, _ wording: Wording) {
    let answer = ReportAnswer(figures)
    let isServerUnready = figures.model.server?.isUnready ?? false
    tone = Verdict.tone(figures, answer, isServerUnready: isServerUnready)
    headline = Verdict.headline(figures, answer, wording)
    let ports = ["ports": wording.ports(figures.legacyPorts)]
    conclusion =
      switch answer {
      case .nothingInPeriod: wording.text(.askForAnotherPeriod)
      case .noSessions: wording.text(.noSessionsReasons)
      case .nobodyLoggedIn, .usersOnLegacy, .sessionsOnLegacy, .unknownPorts, .relaysOnLegacy, .usersAbsent:
        wording.text(.notYet, ports)
      case .notReadWhole: wording.text(figures.isUnreadInPart ? .closeWaitsForLogs : .closeWaitsForLogLevel, ports)
      case .nobodyOnLegacy, .nobodyOfLate:
        isServerUnready ? wording.text(.closeWaitsForServer, ports) : wording.text(.safeToClose, ports)
      }
    details = Verdict.details(figures, answer, wording)
  }

  private static func tone(_ figures: ReportFigures, _ answer: ReportAnswer, isServerUnready: Bool) -> Tone {
    switch answer {
    case .nothingInPeriod, .noSessions, .nobodyLoggedIn, .usersOnLegacy, .sessionsOnLegacy: return .bad
    case .unknownPorts, .relaysOnLegacy, .notReadWhole, .usersAbsent: return .attention
    case .nobodyOnLegacy, .nobodyOfLate:
      // Whoever moved once can be thrown back to the old port by a server that does not work.
      let isHurt = figures.isAnybodyRefused
      // Messages from addresses inside, or refused senders, of which nobody knows whether they need the port.
      let isUnfollowed = figures.model.warnings.contains {
        $0.code == .unfollowedMessages || $0.code == .refusedOwnSenders
      }
      return isHurt || isUnfollowed || isServerUnready ? .attention : .good
    }
  }

  private static func headline(_ figures: ReportFigures, _ answer: ReportAnswer, _ wording: Wording) -> String {
    let ports = ["ports": wording.ports(figures.legacyPorts)]
    switch answer {
    case .nothingInPeriod: return wording.text(.nothingInPeriod)
    case .noSessions: return wording.text(.noSessions)
    case .nobodyLoggedIn: return wording.text(.nobodyLoggedIn)
    case .usersOnLegacy(let users): return wording.counted(.usersOnLegacy, users, ports)
    case .sessionsOnLegacy(let sessions): return wording.counted(.sessionsOnLegacy, sessions, ports)
    case .unknownPorts, .notReadWhole: return wording.text(.nobodyKnownOnLegacy, ports)
    case .relaysOnLegacy(let messages): return wording.counted(.relaysOnLegacy, messages, ports)
    case .usersAbsent(let users):
      let days = figures.model.trend?.recentDays ?? 0
      return wording.counted(
        .usersAbsent, users, ports.merging(["days": wording.number(days)]) { first, _ in first })
    case .nobodyOfLate(let days): return wording.counted(.daysWithoutLegacy, days, ports)
    case .nobodyOnLegacy: return wording.text(.nobodyOnLegacy, ports)
    }
  }

  private static func details(_ figures: ReportFigures, _ answer: ReportAnswer, _ wording: Wording) -> [String] {
    var relays = figures.relays(.legacy) + figures.relays(.unknown)
    let trend = figures.answeringTrend
    if let trend { relays = trend.unfreedMessages }
    let freed = trend.map { $0.freedMessages ?? 0 } ?? figures.freedRelays(.legacy) + figures.freedRelays(.unknown)
    if case .relaysOnLegacy(let said) = answer { relays -= said }
    let counts: [(CountedPhrase, Int)] = [
      (.usersBlocked, figures.users(.blocked)), (.usersThrownBack, figures.users(.thrownBack)),
      (.usersOfWebMail, figures.usersOfWebMail), (.sendersClaimed, figures.claims),
      (.sessionsUnknown, trend == nil ? figures.total(.unknown).sessions : 0),
      (.usersUnknown, figures.users(.onUnknown)), (.relays, relays), (.relaysFreed, freed),
      (.sourcesIncomplete, figures.incompleteSources),
      (.linesUnread, answer == .notReadWhole ? figures.unreadLines : 0),
    ]
    return counts.filter { $0.1 > 0 }.map { wording.counted($0.0, $0.1) }
      + (trend.map { ofRecentDays($0, figures, wording) } ?? [])
  }

  /// What the trend alone knows, and by which days all of this is said.
  private static func ofRecentDays(_ trend: TrendReport, _ figures: ReportFigures, _ wording: Wording) -> [String] {
    let words = TrendWords(trend, figures, wording)
    // The answer for a day of the cut-over says the rest beside it.
    guard trend.verdict == nil else { return [words.basis] }
    let (nameless, claims) = (trend.namelessPerhaps, trend.claims ?? 0)
    // The list below has them, so nothing is said here of figures that leave them out.
    return (nameless > 0 ? [words.counted(.namelessPerhaps, nameless)] : [])
      + (claims > 0 ? [wording.counted(.sendersClaimed, claims)] : []) + [words.basis]
  }

  /// The warnings that the verdict has not said already.
  static func unsaid(_ model: ReportModel) -> [ReportWarning] {
    model.warnings.filter { $0.code != .noAuthenticatedSession && $0.code != .nothingInPeriod }
  }
}
