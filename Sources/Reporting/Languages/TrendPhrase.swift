/// The phrases of the trend that need no number.
enum TrendPhrase: String, CaseIterable, Sendable {
  case trend, trendIntro, trendNoLogs
  // Verdict
  case cutoverOn, cutoverGo, cutoverUnclear, cutoverBasis, cutoverShare, cutoverShareKnown, forecastInTime, forecastLate
  // Burn-down
  case burnDown, burnDownNow, burnDownUnknown, burnDownNone, legendUsers, legendPerhaps, legendForecast, legendCutover
  case forecastDay, forecastReached, forecastUnclear, forecastNotFalling, forecastTooFewDays
  case withinSeven, thatDay, noLogs
  // Movement
  case movement, movementWindows, movementNoLogs, movementNobody, notSeen
  // What breaks, and waves
  case breaks, breaksNobody, waves, wavesIntro, wave, lastSubmission, recentMessages
  case waveReady, waveSilent, waveBlocked, waveUnknown, waveMoving, waveNotReady
}
