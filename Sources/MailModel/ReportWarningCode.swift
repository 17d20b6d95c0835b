/// The kinds of warning a report can carry.
public enum ReportWarningCode: String, Codable, Sendable, CaseIterable, Hashable {
  /// No authenticated session was found: log level too low, wrong folder, or another server's log.
  case noAuthenticatedSession
  /// No session began in the period that was asked for, and there are sessions outside of it.
  case nothingInPeriod
  /// Only summary lines (`***`) were found: the log level hides logins, ports and refusals.
  case summaryLevelOnly
  /// Some sources hold only summary lines: of their days no login, port or refusal can be known.
  case summaryLevelInPart
  /// Some lines were not understood.
  case unreadLines
  /// A source could not be read to its end.
  case incompleteSource
  /// A file was skipped.
  case skippedSource
  /// Ports of some authenticated sessions are unknown.
  case unknownPorts
  /// Sessions of plain services lie before the configuration with the first service labels was read: there may have been none yet.
  case sessionsBeforeLabels
  /// Logins succeeded whose name the log masks or leaves out.
  case namelessLogins
  /// Messages were taken without a login from private or trusted addresses, and where they went was not looked at.
  case unfollowedMessages
  /// Senders of this server's domains were refused without a login on ports to be closed: users, or strangers who made them up.
  case refusedOwnSenders
  /// Users log in by a name without a domain, and nothing says which domain it is.
  case loginsWithoutDomain
  /// A table was full; what did not fit is counted in one row "others".
  case othersRow
  /// A source holds only lines that stand in others too; it was not read.
  case duplicateSource
  /// Two sources hold some lines both, which count twice.
  case overlappingSources
  /// Nothing tells on which days the lines of a source were written; they were counted back from its last change.
  case guessedDays
}
