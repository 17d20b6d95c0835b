/// What the report says in English.
struct EnglishPhrases: PhraseBook {
  let thousandsSeparator = ","
  let decimalSeparator = "."
  let yearFirst = true

  func text(_ phrase: Phrase) -> String {
    switch phrase {
    case .title: "Who still submits mail on {ports}"
    case .madeBy: "Made by {program} {version} on {time}"
    case .period: "Period"
    case .periodFromTo: "{from} to {to}"
    case .periodUnknown: "no times found in the logs"
    case .personalData: "Personal data"
    case .personalDataNote:
      "This report names people and their network addresses. Give it only to those who need it, and delete it when the move is done."
    case .port: "port {ports}"
    case .ports: "ports {ports}"
    case .and: "and"
    case .skipToUsers: "Skip to the users"
    case .contents: "Contents"
    case .verdict: "Verdict"
    case .nobodyOnLegacy: "Nobody submits on {ports} any more"
    case .nobodyKnownOnLegacy: "Nobody is known to submit on {ports}"
    case .safeToClose: "As far as these logs reach, {ports} can be closed for submission."
    case .notYet: "Do not close {ports} for submission yet."
    case .noSessions: "No authenticated session was found"
    case .noSessionsReasons:
      "These logs cannot say who is affected. Likely reasons: the log level hides logins, this is the wrong folder, or the log belongs to another server or service."
    case .nobodyLoggedIn: "Nobody logged in, and somebody submits or tries to"
    case .nothingInPeriod: "No session began in the period asked for"
    case .askForAnotherPeriod:
      "What was read lies before or after it. Ask for another period, or read the logs of this one."
    case .closeWaitsForLogs: "Do not close {ports} for submission yet: a part of the logs could not be read."
    case .closeWaitsForLogLevel:
      "Do not close {ports} for submission yet: a part of the logs was written at a level that hides logins and ports."
    case .tileLegacy: "still submit on {ports}"
    case .tileBlocked: "refused, and nothing went through since"
    case .tileUnknown: "on a port that the log does not tell"
    case .tileThrownBack: "have moved, and were refused at their last try on the old port or without a login"
    case .tileRelaying: "relay without a login"
    case .tileUnseen: "not seen on these days, and not refused at last"
    case .tileReady: "have moved"
    case .totals: "Totals"
    case .totalSessions: "SMTP sessions"
    case .totalAuthenticated: "authenticated sessions"
    case .totalMessages: "messages submitted"
    case .totalUsers: "users"
    case .totalAddresses: "client addresses"
    case .totalRefusals: "refusals"
    case .totalFailedLogins: "failed logins"
    case .totalPlaintextLogins: "logins with the password in clear"
    case .totalRelays: "messages relayed without login"
    case .advice: "Make the unknown ports known"
    case .adviceIntro:
      "The log does not say which port these sessions used. Any one of these steps will do; the cheapest comes first."
    case .adviceSeenOn: "Seen on"
    case .adviceInConfiguration: "The configuration then reads"
    case .connectionsTitle:
      "Ports from connection records"
    case .connectionsMatched:
      "Of {sessions} sessions whose log does not tell the port, {known} ({share}) have it from connection records. Records of different ports fit {ambiguous}, none fits {missing}, and {doubtful} were left open because records are lost too often."
    case .connectionsAhead:
      "The recorder’s clock is {seconds} ahead of the mail server’s ({end} at the end); session and record lie within {window}."
    case .connectionsBehind:
      "The recorder’s clock is {seconds} behind the mail server’s ({end} at the end); session and record lie within {window}."
    case .connectionsOneClock:
      "Both logs were taken to be of one clock: there was too little to compare them by."
    case .connectionsNoClock:
      "The clocks of the two logs could not be compared, so nothing was matched."
    case .connectionsChecked:
      "Of ports that are known otherwise, the records confirm {confirmed} and contradict {contradicted}."
    case .inferredTitle:
      "Ports that are only likely"
    case .inferredIntro:
      "These ports were concluded (--infer-port) and are not sure. No other number of this report holds them."
    case .inferredFacts:
      "Concluded from what this server takes: {facts}. They hold for days on which it took the same."
    case .inferredNoFacts: "Nothing is known of what this server takes, so nothing can be concluded."
    case .charts: "At a glance"
    case .chartDailyMessages: "Messages submitted per day, by port"
    case .chartDailySessions: "Authenticated sessions per day, by port"
    case .chartPeriodNote: "One bar is {days} days."
    case .chartReadiness: "How far the users have moved"
    case .chartAddresses: "Addresses that submit most"
    case .chartNumbers: "The numbers of this chart"
    case .chartEmpty: "Nothing to draw."
    case .day: "Day"
    case .portEvidenceHeading: "How the ports are known"
    case .notices: "Notices"
    case .noticesIntro:
      "What each round of notices to users has brought. A person counts in the last round that reached them, so the rounds can be added up."
    case .noticesFor: "Notices for the cut-over on {day}"
    case .noticeRound: "Round"
    case .noticeSent: "Sent"
    case .noticeFailed: "Failed"
    case .noticeUndeliverable: "Undeliverable"
    case .noticeOpen: "Answer not known"
    case .noticeMoved: "Moved since"
    case .noticeToldAgain: "Told again"
    case .noticeStillThere: "Still there"
    case .noticeNotSeen: "Not seen"
    case .roleLegacy: "to be closed"
    case .roleSubmission: "submission, STARTTLS"
    case .roleSubmissions: "submission, TLS"
    case .roleUnknown: "unknown"
    case .users: "Users"
    case .stateBasis:
      "The state is that of the {days} days from {from} to {to}, by which the answer is given; messages, sessions and times are those of the whole period."
    case .usersIntro:
      "Most affected first. Figures are messages, with authenticated sessions beside them; every figure leads to its log lines."
    case .addresses: "Client addresses"
    case .addressesIntro: "Where the sessions came from, most submissions first."
    case .refusals: "Refusals"
    case .refusalsIntro: "Sorted by what the session shows, because servers give several reasons the same text."
    case .evidence: "Evidence by user"
    case .evidenceIntro: "Which log lines show it. Open the file at that line to see for yourself."
    case .sources: "What was read"
    case .sourcesIntro: "Each line is in exactly one column: lines = events + not needed + unrecognised + malformed."
    case .sourcesOfRun: "This is what this run read; the figures of the report are those of all that the state holds."
    case .unreadLines: "Lines that were not understood"
    case .warnings: "Before you trust the numbers"
    case .skippedFiles: "Files that were not read"
    case .search: "Search"
    case .filter: "Show"
    case .all: "all"
    case .shown: "shown"
    case .sortBy: "Sort by this column"
    case .noRows: "None."
    case .backToTop: "Back to the top"
    case .user: "User"
    case .readiness: "State"
    case .unproven: "Unproven"
    case .unknownPort: "Port unknown"
    case .refused: "Refused"
    case .lastSeen: "Last seen"
    case .lastOnLegacy: "Last on {ports}"
    case .clients: "Programs and devices"
    case .messagesSessions: "messages · sessions"
    case .address: "Address"
    case .kind: "Kind"
    case .failedLogins: "Failed logins"
    case .plaintextLogins: "Password in clear"
    case .senders: "Sender addresses"
    case .relays: "Relayed without login"
    case .firstSeen: "First seen"
    case .bypassAll: "passes by bypass line {lines}"
    case .bypassSome: "passes in part by bypass line {lines}"
    case .trustedAll: "trusted address"
    case .trustedSome: "in part from trusted addresses"
    case .marksNote:
      "* is let pass by the bypass file or as a trusted address, all or a part; the report says by which line"
    case .code: "Code"
    case .reply: "Reply"
    case .count: "Count"
    case .identities: "Senders"
    case .line: "Log line"
    case .portColumn: "Port"
    case .usersColumn: "Users"
    case .file: "File"
    case .format: "Format"
    case .lines: "Lines"
    case .events: "Events"
    case .ignored: "Not needed"
    case .unrecognised: "Unrecognised"
    case .malformed: "Malformed"
    case .sum: "Sum"
    case .covers: "Covers"
    case .addsUp: "adds up"
    case .doesNotAddUp: "does not add up"
    case .noEvidence: "No line was kept for this user."
    case .legacy: "legacy"
    case .reason: "Reason"
    case .certainty: "certainty"
    case .lastRefused: "Last refused"
    case .incompleteBecause: "not read to its end: {reason}"
    case .footer: "Made from the log files named above and from nothing else."
    case .footerWithOthers: "Made from the log files named above and the other files that were given."
    case .footerOfState: "Made from all that the state holds; what this run read is named above."
    case .accountingLine:
      "{lines} lines = {events} events + {ignored} not needed + {unrecognised} unrecognised + {malformed} malformed"
    }
  }

  func forms(_ phrase: CountedPhrase) -> (one: String, other: String) {
    switch phrase {
    case .usersOnLegacy: ("{count} user still submits on {ports}", "{count} users still submit on {ports}")
    case .usersAbsent:
      (
        "{count} user was last seen on {ports}, and not in the last {days} days",
        "{count} users were last seen on {ports}, and not in the last {days} days"
      )
    case .daysWithoutLegacy:
      (
        "Nobody has submitted on {ports} in the last {count} day",
        "Nobody has submitted on {ports} in the last {count} days"
      )
    case .sessionsOnLegacy:
      (
        "{count} authenticated session without a readable name used {ports}",
        "{count} authenticated sessions without a readable name used {ports}"
      )
    case .usersBlocked:
      (
        "{count} user was refused and has sent nothing since.",
        "{count} users were refused and have sent nothing since."
      )
    case .usersThrownBack:
      (
        "{count} user has moved, and was refused at the last try on the old port or without a login: a device or program may not have moved.",
        "{count} users have moved, and were refused at their last try on the old port or without a login: devices or programs may not have moved."
      )
    case .usersOfWebMail:
      (
        "{count} of these users is seen from the server itself alone (web mail, ActiveSync): the port of the web client has to change, the user has nothing to do.",
        "{count} of these users are seen from the server itself alone (web mail, ActiveSync): the port of the web client has to change, the users have nothing to do."
      )
    case .sendersClaimed:
      (
        "{count} sender who has never logged in was refused: a user, or made up by a stranger.",
        "{count} senders who have never logged in were refused: users, or made up by strangers."
      )
    case .relaysOnLegacy:
      (
        "Nobody logs in on {ports} any more, but {count} message was relayed there without a login",
        "Nobody logs in on {ports} any more, but {count} messages were relayed there without a login"
      )
    case .relays:
      (
        "{count} message was relayed without a login; closing the port may stop its sender.",
        "{count} messages were relayed without a login; closing the port may stop their senders."
      )
    case .relaysFreed:
      (
        "{count} message relayed without a login passes by the bypass file.",
        "{count} messages relayed without a login pass by the bypass file."
      )
    case .sourcesIncomplete:
      ("{count} log could not be read to its end.", "{count} logs could not be read to their end.")
    case .linesUnread: ("{count} line was not understood.", "{count} lines were not understood.")
    case .usersUnknown:
      ("The port of {count} user is unknown.", "The ports of {count} users are unknown.")
    case .remedySettles:
      (
        "It would have told the port of {count} of these sessions at most.",
        "It would have told the port of up to {count} of these sessions."
      )
    case .inferredUndecided:
      ("Nothing is concluded of {count} session.", "Nothing is concluded of {count} sessions.")
    case .sessionsUnknown:
      (
        "{count} authenticated session has no known port.",
        "{count} authenticated sessions have no known port."
      )
    case .users: ("{count} user", "{count} users")
    case .sessions: ("{count} session", "{count} sessions")
    case .moreUsers: ("… and {count} more user (see users.csv)", "… and {count} more users (see users.csv)")
    case .moreAddresses:
      ("… and {count} more address (see addresses.csv)", "… and {count} more addresses (see addresses.csv)")
    case .moreRefusals:
      (
        "… and {count} more kind of refusal (see refusals.csv)",
        "… and {count} more kinds of refusal (see refusals.csv)"
      )
    case .moreUsersInFiles:
      ("… and {count} more user (all: --output DIR)", "… and {count} more users (all: --output DIR)")
    case .moreRefusalsInFiles:
      (
        "… and {count} more kind of refusal (all: --output DIR)",
        "… and {count} more kinds of refusal (all: --output DIR)"
      )
    case .moreEvidence: ("… and {count} more line (see report.json)", "… and {count} more lines (see report.json)")
    }
  }
}
