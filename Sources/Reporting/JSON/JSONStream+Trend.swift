import MailModel

/// The trend of the model.
extension JSONStream {
  mutating func value(_ trend: TrendReport, into sink: inout some ByteSink) throws(RenderError) {
    open(0x7b)
    key(.burnDown)
    array(trend.burnDown) { $0.value($1) }
    if let claims = trend.claims { number(.claims, claims) }
    key(.days)
    value(trend.days)
    key(.daysWithoutLogs)
    array(trend.daysWithoutLogs) { $0.string($1.description) }
    key(.forecast)
    value(trend.forecast)
    if let freed = trend.freedMessages { number(.freedMessages, freed) }
    number(.legacyMessages, trend.legacyMessages)
    number(.messages, trend.messages)
    if let movement = trend.movement {
      key(.movement)
      value(movement)
    }
    number(.namelessLogins, trend.namelessLogins)
    number(.namelessPerhaps, trend.namelessPerhaps)
    key(.recent)
    value(trend.recent)
    number(.relayedMessages, trend.relayedMessages)
    key(.users)
    open(0x5b)
    var next = 0
    while next < trend.users.count {
      next = elements(of: trend.users, from: next) { $0.value($1) }
      try drain(into: &sink)
    }
    close(0x5d)
    if let verdict = trend.verdict {
      key(.verdict)
      value(verdict)
    }
    close(0x7d)
  }

  mutating func value(_ reading: ReadingReport) {
    object { json in
      json.number(.lines, reading.lines)
      json.number(.summaryLevel, reading.summaryLevel)
      json.number(.unread, reading.unread)
    }
  }

  private mutating func value(_ day: BurnDownDay) {
    object { json in
      json.string(.day, day.day.description)
      json.number(.daysWithLogs, day.daysWithLogs)
      json.key(.hasLogs)
      json.bool(day.hasLogs)
      json.number(.perhaps, day.perhaps)
      json.number(.users, day.users)
      json.number(.usersThatDay, day.usersThatDay)
    }
  }

  private mutating func value(_ window: TrendWindow) {
    object { json in
      json.number(.daysWithLogs, window.daysWithLogs)
      json.string(.from, window.from.description)
      json.string(.to, window.to.description)
    }
  }

  private mutating func value(_ forecast: ZeroForecast) {
    object { json in
      json.string(.day, ifAny: forecast.day?.description)
      if let line = forecast.line {
        json.key(.line)
        json.object { json in
          json.number(.days, line.days)
          json.string(.from, line.from.description)
          json.number(.users, line.users)
        }
      }
      json.word(.outcome, forecast.outcome.rawValue)
    }
  }

  private mutating func value(_ movement: TrendMovement) {
    object { json in
      json.key(.after)
      json.value(movement.after)
      json.key(.before)
      json.value(movement.before)
      json.key(.groups)
      json.table(movement.groups) { $0.number($1) }
    }
  }

  private mutating func value(_ verdict: CutoverVerdict) {
    object { json in
      json.word(.answer, verdict.answer.rawValue)
      json.string(.day, verdict.day.description)
      if let isInTime = verdict.isForecastInTime {
        json.key(.isForecastInTime)
        json.bool(isInTime)
      }
    }
  }

  private mutating func value(_ user: TrendUser) {
    object { json in
      json.word(.after, ifAny: user.after?.rawValue)
      json.word(.before, ifAny: user.before?.rawValue)
      json.word(.breaks, ifAny: user.breaks?.rawValue)
      json.string(.firstLegacy, ifAny: user.firstLegacy?.description)
      json.string(.firstSubmission, ifAny: user.firstSubmission?.description)
      json.string(.identity, user.identity)
      json.string(.lastLegacy, ifAny: user.lastLegacy?.description)
      json.string(.lastRefused, ifAny: user.lastRefused?.description)
      json.string(.lastSubmission, ifAny: user.lastSubmission?.description)
      json.string(.lastUnknown, ifAny: user.lastUnknown?.description)
      json.number(.legacyMessages, user.legacyMessages)
      json.word(.movement, ifAny: user.movement?.rawValue)
      json.word(.recent, ifAny: user.recent?.rawValue)
      json.number(.submissionMessages, user.submissionMessages)
      json.number(.unknownMessages, user.unknownMessages)
      json.number(.wave, user.wave)
    }
  }
}
