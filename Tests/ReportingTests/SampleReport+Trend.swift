import MailModel

extension SampleReport {
  /// The office after five weeks of runs from cron: everything that a trend can hold is there.
  static func month() -> ReportModel {
    var model = office()
    model.trend = trend(model.users.map(\.identity))
    return model
  }

  /// A trend of these identities, one for each way to move and to break, and the rest still there.
  static func trend(_ identities: [String]) -> TrendReport {
    let last = 20_780
    func day(_ back: Int) -> CivilDate { CivilDate(daysSinceEpoch: last - back) }
    let movements: [Movement?] = Movement.allCases + [nil]
    let breaks: [CutoverBreak?] = CutoverBreak.allCases + [nil]
    let users = identities.enumerated().map { number, identity in
      let wave = 1 + min(number, 5)
      var user = TrendUser(identity: identity, recent: number == 1 ? nil : .moving, wave: wave)
      user.breaks = breaks[number % breaks.count]
      user.movement = movements[number % movements.count]
      user.before = number % 2 == 0 ? .notReady : nil
      user.after = .ready
      user.firstLegacy = day(30)
      user.lastLegacy = day(number)
      user.firstSubmission = day(4)
      user.lastSubmission = day(1)
      user.lastUnknown = number % 3 == 0 ? day(2) : nil
      user.lastRefused = number % 3 == 1 ? day(3) : nil
      user.legacyMessages = number * 7
      user.submissionMessages = number
      user.unknownMessages = number % 2
      return user
    }
    let burnDown = (0..<29).reversed().map { back in
      BurnDownDay(
        day: day(back), hasLogs: back != 9, daysWithLogs: back < 9 || back > 15 ? 7 : 6, users: 10 + back,
        usersThatDay: back == 9 ? 0 : 5 + back, perhaps: back % 3)
    }
    let groups = Dictionary(
      uniqueKeysWithValues: Movement.allCases.map { group in (group.rawValue, users.count { $0.movement == group }) })
    return TrendReport(
      days: TrendWindow(from: day(34), to: day(0), daysWithLogs: 34), daysWithoutLogs: [day(9)],
      recent: TrendWindow(from: day(13), to: day(0), daysWithLogs: 13), burnDown: burnDown,
      forecast: ZeroForecast(
        .day, day: CivilDate(daysSinceEpoch: last + 10),
        line: ZeroForecast.Line(from: day(27), users: 37, days: 27)),
      verdict: CutoverVerdict(day: CivilDate(daysSinceEpoch: last + 5), answer: .noGo, isForecastInTime: false),
      movement: TrendMovement(
        before: TrendWindow(from: day(13), to: day(7), daysWithLogs: 6),
        after: TrendWindow(from: day(6), to: day(0), daysWithLogs: 7), groups: groups),
      messages: 1_200, legacyMessages: 300, namelessLogins: 2, namelessPerhaps: 1, relayedMessages: 7, users: users)
  }
}
