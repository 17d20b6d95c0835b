/// The phrases that change with a number, which they hold as `{count}`.
enum CountedPhrase: String, CaseIterable, Sendable {
  case usersOnLegacy, sessionsOnLegacy, usersAbsent, daysWithoutLegacy, usersBlocked, usersUnknown, sessionsUnknown
  case usersThrownBack, usersOfWebMail, sendersClaimed
  case relaysOnLegacy, relays, relaysFreed, sourcesIncomplete, linesUnread
  case remedySettles, inferredUndecided
  case users, sessions
  case moreUsers, moreAddresses, moreRefusals, moreEvidence
  // Where no file was written
  case moreUsersInFiles, moreRefusalsInFiles
}
