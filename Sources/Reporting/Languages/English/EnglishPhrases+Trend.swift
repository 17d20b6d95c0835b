import MailModel

/// What the trend says in English.
extension EnglishPhrases {
  func text(_ phrase: TrendPhrase) -> String {
    switch phrase {
    case .trend: "Trend"
    case .trendIntro:
      "Counted from the state, {from} to {to}, by the clock of the logs. A day counts for the week that ends with it, so that weekends do not look like progress."
    case .trendNoLogs: "No session in the logs on {days}. Nothing is known of these days: a gap is no zero."
    case .cutoverOn: "Cut-over on {day}"
    case .cutoverGo: "Go: nobody would be cut off"
    case .cutoverUnclear: "Open: nobody is known to be cut off, but not everything is known"
    case .cutoverBasis: "As things are on the last day, judged by the {days} days from {from} to {to}."
    case .cutoverShare: "Of the messages of these days, {legacy} of {all} ({share}) went through {ports}."
    case .cutoverShareKnown:
      "Of the messages of these days, {legacy} of {all} ({share}) are known to have gone through {ports}; of {unknown} the port is unknown."
    case .forecastInTime: "The forecast is at zero by then."
    case .forecastLate: "The forecast is at zero only on {day}, after the cut-over."
    case .burnDown: "Users on {ports} in the last seven days, day by day"
    case .burnDownNow: "{last} on {ports} in the seven days up to {to}; {first} in those up to {from}."
    case .burnDownUnknown: "On ports that the log does not tell: {last} up to {to}, {first} up to {from}."
    case .burnDownNone: "No curve yet: it begins with the seventh day of logs."
    case .legendUsers: "users on {ports}"
    case .legendPerhaps: "users on ports that the log does not tell"
    case .legendForecast: "forecast: a straight line, no promise"
    case .legendCutover: "cut-over, {day}"
    case .forecastDay: "Forecast, not a promise: a straight line through {days} days reaches zero on {day}."
    case .forecastReached: "Nobody was left on {ports} in the last seven days."
    case .forecastUnclear:
      "Nobody is known to be left on {ports}, but that is not certain: ports of users are unknown, or days have no logs."
    case .forecastNotFalling: "No forecast: the number of users does not fall."
    case .forecastTooFewDays: "No forecast yet: a line needs {days} days, and each of them looks back on a week."
    case .withinSeven: "In seven days"
    case .thatDay: "On that day"
    case .noLogs: "no logs"
    case .movement: "Who moved"
    case .movementWindows: "{beforeFrom} to {beforeTo}, compared with {afterFrom} to {afterTo}."
    case .movementNoLogs: "Nothing to compare: there are no logs of {from} to {to}."
    case .movementNobody: "Nobody moved, and nobody came."
    case .notSeen: "not seen"
    case .breaks: "What still breaks"
    case .breaksNobody: "Nothing, as far as these days show."
    case .waves: "Waves"
    case .wavesIntro:
      "Who loses least comes first. Wave 1 has moved, and switching it hurts nobody; who is in wave 2 was not seen for {days} days, and may come back on {ports}. Every name is in waves.csv."
    case .wave: "Wave"
    case .lastSubmission: "Last on a submission port"
    case .recentMessages: "Messages on {ports}"
    case .waveReady: "have moved"
    case .waveSilent: "not seen on these days"
    case .waveBlocked: "refused already"
    case .waveUnknown: "on ports that the log does not tell"
    case .waveMoving: "use both"
    case .waveNotReady: "use {ports} alone"
    }
  }

  func forms(_ phrase: TrendCount) -> (one: String, other: String) {
    switch phrase {
    case .cutOff: ("No go: {count} user would be cut off", "No go: {count} users would be cut off")
    case .notCutOff: ("Not done yet: {count} user still uses {ports}", "Not done yet: {count} users still use {ports}")
    case .onReturn:
      (
        "{count} user was last seen on {ports} before these days, has not moved, and would be cut off on coming back.",
        "{count} users were last seen on {ports} before these days, have not moved, and would be cut off on coming back."
      )
    case .already:
      (
        "{count} user is refused already: closing changes nothing for them, but they, or one of their devices, need help.",
        "{count} users are refused already: closing changes nothing for them, but they, or one of their devices, need help."
      )
    case .perhaps:
      (
        "{count} user is on ports that the log does not tell.",
        "{count} users are on ports that the log does not tell."
      )
    case .namelessLogins:
      (
        "{count} login on {ports} has no readable name.",
        "{count} logins on {ports} have no readable name."
      )
    case .namelessPerhaps:
      (
        "{count} login without a readable name is on an unknown port.",
        "{count} logins without a readable name are on unknown ports."
      )
    case .claims:
      (
        "{count} sender was refused who has never logged in: a user, or made up. This sender is in no figure here.",
        "{count} senders were refused who have never logged in: users, or made up. They are in no figure here."
      )
    case .relayedMessages:
      (
        "{count} message was relayed without a login.",
        "{count} messages were relayed without a login."
      )
    case .moreInMovement: ("… and {count} more user (see movement.csv)", "… and {count} more users (see movement.csv)")
    case .moreInWaves: ("… and {count} more user (see waves.csv)", "… and {count} more users (see waves.csv)")
    }
  }

  func name(_ movement: Movement) -> String {
    switch movement {
    case .newlyAffected: "newly affected"
    case .cameBack: "came back"
    case .stillThere: "still there"
    case .moved: "moved"
    case .goneSilent: "gone silent"
    case .unclear: "cannot be told"
    }
  }

  func name(_ breaks: CutoverBreak) -> String {
    switch breaks {
    case .now: "would be cut off"
    case .onReturn: "would be cut off on coming back"
    case .already: "refused already"
    case .perhaps: "port unknown"
    }
  }
}
