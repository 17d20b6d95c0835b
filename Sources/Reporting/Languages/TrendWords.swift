import MailModel

/// The trend in sentences, as HTML and summary both say it.
struct TrendWords {
  let trend: TrendReport
  private let wording: Wording
  private let ports: String

  init(_ trend: TrendReport, _ figures: ReportFigures, _ wording: Wording) {
    self.trend = trend
    self.wording = wording
    ports = wording.ports(figures.legacyPorts)
  }

  /// A phrase in which the ports may stand.
  func text(_ phrase: TrendPhrase, _ values: [String: String] = [:]) -> String {
    wording.text(phrase, values.merging(["ports": ports]) { first, _ in first })
  }

  func counted(_ phrase: TrendCount, _ count: Int) -> String { wording.counted(phrase, count, ["ports": ports]) }

  /// Who is left, and who was.
  var burnDown: String {
    guard let first = trend.burnDown.first, let last = trend.burnDown.last else { return text(.burnDownNone) }
    let days = ["from": wording.day(first.day), "to": wording.day(last.day)]
    func said(_ phrase: TrendPhrase, _ users: KeyPath<BurnDownDay, Int>) -> String {
      let counts = ["first": first[keyPath: users], "last": last[keyPath: users]]
      return text(phrase, counts.mapValues { wording.counted(.users, $0) }.merging(days) { first, _ in first })
    }
    let known = said(.burnDownNow, \.users)
    // A figure of nobody is no good news where nothing tells the ports of others, and a rise may be ports that became known.
    return first.perhaps + last.perhaps > 0 ? known + " " + said(.burnDownUnknown, \.perhaps) : known
  }

  /// When nobody will be left.
  var forecast: String {
    switch trend.forecast.outcome {
    case .day:
      text(
        .forecastDay,
        [
          "days": wording.number(trend.forecast.line?.days ?? 0),
          "day": trend.forecast.day.map { wording.day($0) } ?? "–",
        ])
    case .reached: text(.forecastReached)
    case .unclear: text(.forecastUnclear)
    case .notFalling: text(.forecastNotFalling)
    case .tooFewDays: text(.forecastTooFewDays, ["days": "14"])
    }
  }

  /// Days of which nothing is known; nothing when there are none.
  var gaps: String? {
    guard !trend.daysWithoutLogs.isEmpty else { return nil }
    var days = trend.daysWithoutLogs.prefix(6).map { wording.day($0) }
    if trend.daysWithoutLogs.count > days.count { days.append("…") }
    return text(.trendNoLogs, ["days": days.joined(separator: ", ")])
  }

  /// The answer for the day of the cut-over.
  func headline(_ verdict: CutoverVerdict) -> String {
    switch verdict.answer {
    case .go: text(.cutoverGo)
    case .unclear: text(.cutoverUnclear)
    case .noGo:
      trend.users(.now).isEmpty
        ? counted(.namelessLogins, trend.namelessLogins)
        : counted(isPast(verdict) ? .notCutOff : .cutOff, trend.users(.now).count)
    }
  }

  /// Whether the logs go beyond the day: what would be is known then.
  private func isPast(_ verdict: CutoverVerdict) -> Bool { verdict.day <= trend.recent.to }

  /// How the reader should feel about the answer.
  func tone(_ verdict: CutoverVerdict) -> Verdict.Tone {
    switch verdict.answer {
    case .go: .good
    case .unclear: .attention
    case .noGo: .bad
    }
  }

  /// Whether the forecast is in time; nothing without one, or where nobody is left.
  func inTime(_ verdict: CutoverVerdict) -> String? {
    guard verdict.answer == .noGo, !isPast(verdict), let isInTime = verdict.isForecastInTime else { return nil }
    return isInTime
      ? text(.forecastInTime) : text(.forecastLate, ["day": trend.forecast.day.map { wording.day($0) } ?? "–"])
  }

  /// By which days it is judged.
  var basis: String {
    text(
      .cutoverBasis,
      [
        "days": wording.number(trend.recentDays), "from": wording.day(trend.recent.from),
        "to": wording.day(trend.recent.to),
      ])
  }

  /// What the ports to be closed still carry.
  var share: String {
    // Where ports are unknown a small share says nothing of the rest.
    let unknown = trend.users.reduce(0) { $0 + $1.unknownMessages }
    return text(
      unknown > 0 ? .cutoverShareKnown : .cutoverShare,
      [
        "legacy": wording.number(trend.legacyMessages), "all": wording.number(trend.messages),
        "share": Percent.words(trend.legacyMessages, of: trend.messages, wording.language),
        "unknown": wording.number(unknown),
      ])
  }

  /// What else stands in the way, one sentence each.
  var details: [String] {
    let counts: [(TrendCount, Int)] = [
      (.onReturn, trend.users(.onReturn).count), (.already, trend.users(.already).count),
      (.perhaps, trend.users(.perhaps).count),
      (.namelessLogins, trend.users(.now).isEmpty ? 0 : trend.namelessLogins),
      (.namelessPerhaps, trend.namelessPerhaps), (.relayedMessages, trend.unfreedMessages),
      (.claims, trend.claims ?? 0),
    ]
    return counts.filter { $0.1 > 0 }.map { counted($0.0, $0.1) }
  }

  /// Which days are compared, or why none are.
  func windows(_ movement: TrendMovement) -> String {
    guard movement.isComparable else {
      return text(
        .movementNoLogs, ["from": wording.day(movement.before.from), "to": wording.day(movement.before.to)])
    }
    return text(
      .movementWindows,
      [
        "beforeFrom": wording.day(movement.before.from), "beforeTo": wording.day(movement.before.to),
        "afterFrom": wording.day(movement.after.from), "afterTo": wording.day(movement.after.to),
      ])
  }

  /// The waves with their names and how many are in each.
  var waves: [(number: Int, name: String, count: Int)] {
    let names: [TrendPhrase] = [.waveReady, .waveSilent, .waveBlocked, .waveUnknown, .waveMoving, .waveNotReady]
    var counts: [Int: Int] = [:]
    for user in trend.users { counts[user.wave, default: 0] += 1 }
    return names.enumerated().map { ($0.offset + 1, text($0.element), counts[$0.offset + 1] ?? 0) }
  }
}
