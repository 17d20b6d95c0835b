/// The fields of `report.json`, each called as it is written.
///
/// They have numbers so that each can be made ready once, with quotes and colon: two thirds of a report are keys and indentation.
/// (A constant for each key would be asked at every use whether it is made already.)
enum JSONKey: Int, CodingKey, CaseIterable {
  case address, addresses, after, agreed, ambiguous, answer, authenticatedSessions
  case before, blockers, breaks, burnDown, bypass, byPort, byPortEvidence, bytes
  case campaign, campaigns, certificateUntil, checkedAt, claims, `class`, clients, clockAhead, clockAheadAtEnd, code,
    command
  case complete, compression, confidence, confirmed, connections, console, contradicted, count
  case daily, day, days, daysWithLogs, daysWithoutLogs, detail, doubtful
  case en, encoding, enhancedCode, events, evidence, extent
  case facts, failed, failedLogins, fault, findings, firstAt, firstLegacy, firstSubmission, forecast, format,
    freedMessages, freedRelaysByPort, from
  case generatedAt, generator, groups, guess
  case hasLogs, helo, host
  case id, identities, identity, ignored, inferred, isClockEstimated, isForecastInTime, isRefusedLast
  case kind
  case lastAt, lastLegacy, lastOldUseAt, lastRefused, lastRefusedAt, lastRelayedAt, lastSubmission, lastUnknown,
    legacyMessages,
    legacyPorts, line
  case lines
  case malformed, messages, missing, mode, movedSince, movement
  case name, namelessLogins, namelessPerhaps, nameMatches, nextStep, notices, notSeen, number
  case open, outcome
  case paired, passed, path, perhaps, phase, phaseDetail, plaintextLogins, platform, policy, port, portAdvice
  case portEvidence, ports, preflight, probe, probedAt, product, `pt-BR`
  case reachability, readiness, reading, ready, reason, recent, record, refusals, relayedMessages, relaysByPort
  case remedies, remedy, round
  case rounds, rule, rules
  case samples, schema, senders, sent, server, servers, sessions, settles, severity, skipped, source, sources
  case stillThere, strayRecords, strength, subject, submissionMessages, submissionPorts, submissionsPorts
  case summaryLevel, takenAt, text, title, tlsVersion, to, toldAgain, tolerance, totals, trend, trust, trusted
  case unauthenticatedRelays, undecided, undeliverable, unjudged, unknownMessages, unknownSessions, unread, unrecognised
  case users, usersThatDay
  case verdict, version
  case warnings, wave, what, window

  /// Every key as it stands before its value, by number.
  static let allReady = allCases.map { ReadyBytes("\"\($0.stringValue)\" : ") }
}
