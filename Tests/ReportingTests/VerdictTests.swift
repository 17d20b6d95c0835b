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
}
