/// The phrases of HTML and summary that need no number.
enum Phrase: String, CaseIterable, Sendable {
  // Head
  case title, madeBy, period, periodFromTo, periodUnknown, personalData, personalDataNote, port, ports, and
  case skipToUsers, contents
  // Verdict
  case verdict, nobodyOnLegacy, nobodyKnownOnLegacy, safeToClose, notYet, noSessions, noSessionsReasons
  case nobodyLoggedIn, nothingInPeriod, askForAnotherPeriod, closeWaitsForLogs, closeWaitsForLogLevel
  case tileLegacy, tileBlocked, tileUnknown, tileThrownBack, tileRelaying, tileUnseen, tileReady
  // Totals
  case totals, totalSessions, totalAuthenticated, totalMessages, totalUsers, totalAddresses, totalRefusals
  case totalFailedLogins, totalPlaintextLogins, totalRelays
  // Advice
  case advice, adviceIntro, adviceSeenOn, adviceInConfiguration
  // Connection records, and ports that were concluded
  case connectionsTitle, connectionsMatched, connectionsAhead, connectionsBehind, connectionsOneClock
  case connectionsNoClock, connectionsChecked, inferredTitle, inferredIntro, inferredFacts, inferredNoFacts
  // Charts
  case charts, chartDailyMessages, chartDailySessions, chartPeriodNote, chartReadiness, chartAddresses, chartNumbers
  case chartEmpty, day, portEvidenceHeading
  // Notices
  case notices, noticesIntro, noticesFor, noticeRound, noticeSent, noticeFailed, noticeUndeliverable, noticeOpen
  case noticeMoved, noticeToldAgain, noticeStillThere, noticeNotSeen
  // Roles of ports
  case roleLegacy, roleSubmission, roleSubmissions, roleUnknown
  // Tables
  case users, usersIntro, stateBasis, addresses, addressesIntro, refusals, refusalsIntro, evidence, evidenceIntro
  case sources, sourcesIntro, sourcesOfRun, unreadLines, warnings, skippedFiles, search, filter, all, shown, sortBy
  case noRows, backToTop
  case user, readiness, unproven, unknownPort, refused, lastSeen, lastOnLegacy, clients, messagesSessions
  case address, kind, failedLogins, plaintextLogins, senders, relays, firstSeen
  case bypassAll, bypassSome, trustedAll, trustedSome, marksNote
  case code, reply, count, identities, line, portColumn, usersColumn
  case file, format, lines, events, ignored, unrecognised, malformed, sum, covers, addsUp, doesNotAddUp
  case noEvidence, legacy, reason, certainty, lastRefused, incompleteBecause
  // Foot
  case footer, footerWithOthers, footerOfState, accountingLine
}
