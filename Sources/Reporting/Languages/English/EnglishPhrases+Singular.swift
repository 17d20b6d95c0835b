import MailModel

extension EnglishPhrases {
  func singular(_ total: Phrase) -> String? {
    switch total {
    case .totalSessions: "SMTP session"
    case .totalAuthenticated: "authenticated session"
    case .totalMessages: "message submitted"
    case .totalUsers: "user"
    case .totalAddresses: "client address"
    case .totalRefusals: "refusal"
    case .totalFailedLogins: "failed login"
    case .totalPlaintextLogins: "login with the password in clear"
    case .totalRelays: "message relayed without login"
    case .tileLegacy: "still submits on {ports}"
    case .tileThrownBack: "has moved, and was refused at the last try on the old port or without a login"
    case .tileRelaying: "relays without a login"
    case .tileReady: "has moved"
    case .connectionsMatched:
      "Of {sessions} session whose log does not tell the port, {known} ({share}) has it from connection records. Records of different ports fit {ambiguous}, none fits {missing}, and {doubtful} were left open because records are lost too often."
    default: nil
    }
  }

  func singular(_ warning: ReportWarningCode) -> String? {
    switch warning {
    case .summaryLevelInPart:
      "{count} log holds summary lines alone, so nothing is known there of logins, ports and refusals: {subject}. Raise the log level to the full SMTP dialogue, and judge by the days after that (--since)."
    case .unreadLines: "{count} line was not understood; it is shown with the sources."
    case .namelessLogins:
      "{count} login succeeded under a name that the log masks or leaves out; it is shown by its sender, or by address only."
    case .othersRow: "There were more names than fit; {count} is counted in a row of its own."
    default: nil
    }
  }

  func singular(_ movement: Movement) -> String? { nil }

  func singular(_ breaks: CutoverBreak) -> String? { nil }
}
