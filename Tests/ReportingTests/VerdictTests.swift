import MailModel
import Testing

@testable import Reporting

@Suite struct VerdictTests {
  private func verdict(_ model: ReportModel) -> Verdict {
    Verdict(ReportFigures(model), Wording(ReportOptions()))
  }

  @Test func somebodyIsOnALegacyPort() {
    let verdict = verdict(SampleReport.office())
    #expect(verdict.tone == .bad)
    #expect(verdict.headline == "8 users still submit on port 25")
    #expect(verdict.conclusion == "Do not close port 25 for submission yet.")
    #expect(verdict.details.contains("1 user was refused and has sent nothing since."))
    #expect(verdict.details.contains("41 authenticated sessions have no known port."))
  }

  @Test func everybodyHasMoved() {
    let verdict = verdict(SampleReport.finished())
    #expect(verdict.tone == .good)
    #expect(verdict.conclusion == "As far as these logs reach, port 25 can be closed for submission.")
    #expect(verdict.details.isEmpty)
  }

  @Test func anUnknownPortIsNeverGoodNews() {
    var model = SampleReport.finished()
    model.users[0].ports = ["unknown": PortUse(sessions: 1, firstAt: SampleReport.start, lastAt: SampleReport.start)]
    model.users[0].readiness = .unknown
    model.totals = SampleReport.totals(model.users, [])
    let verdict = verdict(model)
    #expect(verdict.tone == .attention)
    #expect(verdict.conclusion == "Do not close port 25 for submission yet.")
  }

  @Test func aLoginWithoutANameKeepsThePortOpen() {
    var model = SampleReport.finished()
    model.totals.byPort["25"] = PortCount(sessions: 2, messages: 0)
    #expect(verdict(model).tone == .bad)
    #expect(verdict(model).headline == "2 authenticated sessions without a readable name used port 25")
    #expect(verdict(model).conclusion == "Do not close port 25 for submission yet.")
  }

  @Test func anotherPortThanTheNamedOnesIsLegacy() {
    var model = SampleReport.finished()
    model.users[0].ports["366"] = PortUse(sessions: 1, firstAt: SampleReport.start, lastAt: SampleReport.start)
    model.totals = SampleReport.totals(model.users, [])
    #expect(verdict(model).headline == "1 user still submits on port 366")
  }

  @Test func messagesRelayedThroughThePortKeepItOpen() {
    var model = SampleReport.finished()
    model.users.append(UserReport(identity: "scanner@example.com", kind: .envelopeSender, readiness: .unknown))
    model.totals = SampleReport.totals(model.users, [])
    model.totals.unauthenticatedRelays = 3
    model.totals.relaysByPort = ["25": 2, "unknown": 1]
    let found = verdict(model)
    #expect(ReportAnswer(model) == .relaysOnLegacy(2))
    #expect(found.tone == .attention)
    #expect(found.headline == "Nobody logs in on port 25 any more, but 2 messages were relayed there without a login")
    #expect(found.conclusion == "Do not close port 25 for submission yet.")
    #expect(found.details == ["1 message was relayed without a login; closing the port may stop its sender."])
    model.totals.relaysByPort = ["unknown": 3]
    #expect(ReportAnswer(model) == .unknownPorts)
    model.totals.relaysByPort = ["587": 3]
    #expect(ReportAnswer(model) == .nobodyOnLegacy, "they do not need the port to be closed")
    model.totals.relaysByPort = nil
    #expect(ReportAnswer(model) == .unknownPorts, "a report of an earlier version does not tell their port")
  }

  @Test func whatCouldNotBeReadIsNoSuccess() {
    var model = SampleReport.finished()
    model.sources = [SourceReport(path: "mail.log.gz", format: "postfix", complete: false)]
    #expect(ReportAnswer(model) == .notReadWhole)
    #expect(verdict(model).tone == .attention)
    #expect(
      verdict(model).conclusion
        == "Do not close port 25 for submission yet: a part of the logs could not be read.")
    #expect(verdict(model).details == ["1 log could not be read to its end."])
    var source = SourceReport(path: "mail.log", format: "postfix")
    (source.lines, source.events, source.unrecognised) = (1000, 990, 10)
    model.sources = [source]
    #expect(ReportAnswer(model) == .nobodyOnLegacy, "one line in a hundred says little")
    (source.events, source.malformed) = (989, 1)
    model.sources = [source]
    #expect(ReportAnswer(model) == .notReadWhole)
    #expect(verdict(model).details == ["11 lines were not understood."])
  }

  @Test func whoMovedAndIsRefusedSinceIsNamed() {
    var model = SampleReport.finished()
    model.users[0].readiness = .moving
    model.totals = SampleReport.totals(model.users, [])
    #expect(verdict(model).tone == .attention)
    #expect(verdict(model).headline == "Nobody submits on port 25 any more")
    #expect(
      verdict(model).details == [
        "1 user has moved, and was refused at the last try on the old port or without a login: a device or program may not have moved."
      ])
  }

  @Test func theTilesHoldEveryUserOnce() throws {
    var model = SampleReport.office()
    let place = try #require(model.users.firstIndex { $0.readiness == .ready })
    model.users[place].readiness = .moving
    model.totals = SampleReport.totals(model.users, [])
    let figures = ReportFigures(model)
    #expect(figures.users(.thrownBack) == 1 && figures.legacyUsers == 8)
    #expect(UserStanding.allCases.reduce(0) { $0 + figures.users($1) } == model.users.count)
    #expect(
      verdict(model).details.contains {
        $0.hasPrefix("1 user has moved, and was refused at the last try on the old port")
      })
    for language in Language.allCases {
      let options = ReportOptions(language: language)
      let page = MarkupOutline(try HTMLReport().render("report", of: model, options: options))
      #expect(page.tags.contains { $0.value("data-show") == "thrownBack" })
      #expect(page.text.contains(Wording(options).total(.tileThrownBack, 1)))
    }
  }

  @Test func whoIsRefusedSinceSubmitsThereNoMore() {
    var model = SampleReport.finished()
    model.users[0].ports = ["25": PortUse(sessions: 4, firstAt: SampleReport.start, lastAt: SampleReport.start)]
    model.users[0].readiness = .blocked
    model.totals = SampleReport.totals(model.users, [])
    #expect(ReportAnswer(model) == .nobodyOnLegacy)
    #expect(verdict(model).tone == .attention)
    model.totals.byPort["25"]?.sessions += 1
    #expect(ReportAnswer(model) == .sessionsOnLegacy(1), "one session more than theirs")
  }

  @Test func refusalsWithoutALoginAreNoWrongFolder() {
    var model = SampleReport.empty()
    model.users = [UserReport(identity: "ana@example.com", kind: .envelopeSender, readiness: .blocked)]
    model.totals = SampleReport.totals(model.users, [])
    #expect(ReportAnswer(model) == .nobodyLoggedIn)
    #expect(verdict(model).headline == "Nobody logged in, and somebody submits or tries to")
    #expect(verdict(model).details == ["1 user was refused and has sent nothing since."])
    #expect(Verdict.unsaid(model).isEmpty)
  }

  @Test func whomAnybodyCanHaveMadeUpIsNoRefusedUser() throws {
    var model = SampleReport.finished()
    let forged = ["boss", "info"].map {
      UserReport(identity: "\($0)@example.com", kind: .envelopeSender, readiness: .blocked)
    }
    model.users += forged
    model.users[model.users.count - 1].isClaim = true
    model.totals = SampleReport.totals(model.users, [])
    #expect(ReportAnswer(model) == .nobodyOnLegacy && ReportAnswer.isAnybodyAffected(model))
    #expect(
      verdict(model).details == [
        "1 user was refused and has sent nothing since.",
        "1 sender who has never logged in was refused: a user, or made up by a stranger.",
      ])
    let page = MarkupOutline(try HTMLReport().render("report", of: model, options: ReportOptions()))
    let rows = page.tags.compactMap { $0.value("data-tags") }
    #expect(rows.count { $0 == "blocked" } == 1 && rows.last == "unproven", "\(rows)")
    #expect(page.text.contains("Unproven"))
    model.users[model.users.count - 2].isClaim = true
    #expect(ReportAnswer.isAnybodyAffected(model), "nobody can say that they are no users")
  }

  /// Whoever writes to these people, or waits for them, has one setting of the server to change instead.
  @Test(arguments: [
    ([ClientGuess.webMail], 1), ([.webMail, .webMail], 1), ([.webMail, .windowsDesktop], 0), ([.windowsDesktop], 0),
    ([], 0),
  ])
  func webMailIsTheServersToChange(guesses: [ClientGuess], expected: Int) {
    var model = SampleReport.finished()
    model.users[0].readiness = .notReady
    model.users[0].ports = ["25": PortUse(sessions: 1, firstAt: SampleReport.start, lastAt: SampleReport.start)]
    model.users[0].clients = guesses.map {
      ClientReport(address: "127.0.0.1", helo: "mail", guess: $0, confidence: .high, ports: ["25": 1])
    }
    model.totals = SampleReport.totals(model.users, [])
    let said = verdict(model).details.filter { $0.contains("web mail, ActiveSync") }
    #expect(
      said.count == expected && said.allSatisfy { $0.hasPrefix("1 of these users is seen from the server itself") })
  }

  @Test func anEmptyPeriodSaysSo() {
    var model = SampleReport.empty()
    model.warnings = [ReportWarning(code: .nothingInPeriod)]
    #expect(ReportAnswer(model) == .nothingInPeriod)
    #expect(verdict(model).headline == "No session began in the period asked for")
    #expect(Verdict.unsaid(model).isEmpty)
  }

  @Test func noSessionIsAnAlarmAndNoSuccess() {
    let verdict = verdict(SampleReport.empty())
    #expect(verdict.tone == .bad)
    #expect(verdict.headline == "No authenticated session was found")
    #expect(verdict.conclusion.contains("log level"))
  }

  @Test func whoCannotSendComesFirst() {
    let users = ReportFigures(SampleReport.office()).users
    #expect(
      users.prefix(3).map(\.identity) == [
        "financeiro@example.com", "erp@example.com", "scanner-2andar@example.com",
      ])
    #expect(users.last?.readiness == .ready)
  }

  /// A report of a state, whose users moved long ago.
  private static func movedLongAgo() -> ReportModel {
    var model = SampleReport.finished()
    model.users[0].readiness = .moving
    model.users[0].ports["25"] = PortUse(sessions: 3, firstAt: SampleReport.start, lastAt: SampleReport.start)
    model.totals = SampleReport.totals(model.users, [])
    let last = CivilDate(daysSinceEpoch: 20_780)
    let recent = TrendWindow(from: CivilDate(daysSinceEpoch: 20_767), to: last, daysWithLogs: 12)
    var user = TrendUser(identity: model.users[0].identity, recent: .ready, wave: 1)
    user.lastLegacy = CivilDate(daysSinceEpoch: 20_700)
    model.window = Window(
      from: Timestamp(milliseconds: 20_690 * 86_400_000), to: Timestamp(milliseconds: 20_781 * 86_400_000))
    model.trend = TrendReport(
      days: TrendWindow(from: CivilDate(daysSinceEpoch: 20_690), to: last, daysWithLogs: 80), recent: recent,
      forecast: ZeroForecast(.reached), users: [user])
    return model
  }

  @Test func withAStateTheRecentDaysAnswer() {
    var model = Self.movedLongAgo()
    #expect(ReportAnswer(model) == .nobodyOfLate(days: 14))
    #expect(verdict(model).headline == "Nobody has submitted on port 25 in the last 14 days")
    #expect(verdict(model).conclusion == "As far as these logs reach, port 25 can be closed for submission.")
    model.trend?.users[0].breaks = .onReturn
    #expect(ReportAnswer(model) == .usersAbsent(1))
    #expect(verdict(model).headline == "1 user was last seen on port 25, and not in the last 14 days")
    #expect(verdict(model).conclusion == "Do not close port 25 for submission yet.")
    model.trend?.users[0].breaks = .now
    #expect(ReportAnswer(model) == .usersOnLegacy(1))
    model.trend?.users[0].breaks = nil
    model.trend?.namelessLogins = 2
    #expect(ReportAnswer(model) == .sessionsOnLegacy(2))
    model.trend?.namelessLogins = 0
    model.trend?.users[0].recent = .unknown
    model.trend?.users[0].breaks = .perhaps
    #expect(ReportAnswer(model) == .unknownPorts)
  }

  @Test func aReportOfAShorterPeriodAnswersForItself() {
    var model = Self.movedLongAgo()
    model.window.from = Timestamp(milliseconds: 20_775 * 86_400_000)
    #expect(ReportAnswer(model) == .usersOnLegacy(1))
    model = Self.movedLongAgo()
    model.trend?.recent.daysWithLogs = 6
    #expect(ReportAnswer(model) == .usersOnLegacy(1), "of most recent days there is no log")
  }

  @Test func everythingSpeaksOfTheDaysOfTheHeadline() throws {
    var model = Self.movedLongAgo()
    // `moving` over all days, and moved for weeks.
    #expect(verdict(model).tone == .good)
    #expect(!ReportAnswer.isAnybodyAffected(model))
    #expect(ReportFigures(model).users(.ready) == 1 && ReportFigures(model).users(.onLegacy) == 0)
    #expect(ReportFigures(model).state(of: model.users[0]) == .ready)
    #expect(verdict(model).details.count == 1, "by which days it is judged")
    for language in Language.allCases {
      let options = ReportOptions(language: language)
      let page = MarkupOutline(try HTMLReport().render("report", of: model, options: options))
      let words = Wording(options)
      #expect(page.text.contains(words.total(.tileReady, 1)))
      #expect(page.text.contains(try #require(words.stateBasis(ReportFigures(model)))))
    }
    // `ready` over all days of the report, and refused on these: the answer names them, and the exit status has a reason.
    model.trend?.users[0].recent = .blocked
    model.trend?.users[0].breaks = .already
    #expect(ReportAnswer(model) == .nobodyOfLate(days: 14))
    #expect(verdict(model).tone == .attention)
    #expect(ReportAnswer.isAnybodyAffected(model))
    #expect(verdict(model).details.first == "1 user was refused and has sent nothing since.")
    #expect(ReportFigures(model).users(.blocked) == 1)
    model.trend?.users[0].recent = .moving
    model.trend?.users[0].lastSubmission = CivilDate(daysSinceEpoch: 20_775)
    #expect(verdict(model).details.first?.hasPrefix("1 user has moved, and was refused at the last try") == true)
    #expect(ReportFigures(model).users(.thrownBack) == 1 && ReportFigures(model).users(.blocked) == 0)
    // Not seen on these days, and refused at last before them.
    model.trend?.users[0].recent = nil
    model.trend?.users[0].lastSubmission = nil
    #expect(ReportFigures(model).users(.blocked) == 1 && ReportFigures(model).users(.unseen) == 0)
    model.trend?.users[0].breaks = nil
    #expect(ReportFigures(model).users(.unseen) == 1)
    #expect(verdict(model).tone == .good)
  }

  @Test func whatWasTakenBeforeTheRefusalsWasSubmitted() {
    var model = Self.movedLongAgo()
    model.trend?.legacyMessages = 6
    #expect(ReportAnswer(model) == .nobodyOnLegacy)
    #expect(verdict(model).headline == "Nobody submits on port 25 any more")
  }

  @Test func aLoginThatWasRefusedIsNoSubmission() {
    var model = SampleReport.finished()
    model.users[0].ports["25"] = PortUse(sessions: 4, firstAt: SampleReport.start, lastAt: SampleReport.start)
    model.users[0].readiness = .moving
    model.totals = SampleReport.totals(model.users, [])
    #expect(ReportAnswer(model) == .usersOnLegacy(1))
    model.users[0].isRefusedLast = true
    #expect(ReportAnswer(model) == .nobodyOnLegacy)
    #expect(ReportAnswer.isAnybodyAffected(model))
    #expect(verdict(model).details.first?.hasPrefix("1 user has moved, and was refused at the last try") == true)
    // The same of ports that nothing tells.
    model.users[0].ports = ["unknown": PortUse(sessions: 4, firstAt: SampleReport.start, lastAt: SampleReport.start)]
    model.users[0].readiness = .unknown
    model.totals = SampleReport.totals(model.users, [])
    #expect(ReportAnswer(model) == .nobodyOnLegacy)
    #expect(verdict(model).details.first == "1 user was refused and has sent nothing since.")
    model.users[0].isRefusedLast = nil
    #expect(ReportAnswer(model) == .unknownPorts)
  }
}
