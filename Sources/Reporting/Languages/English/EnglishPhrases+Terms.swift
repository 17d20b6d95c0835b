import MailModel

extension EnglishPhrases {
  func name(_ readiness: Readiness) -> String {
    switch readiness {
    case .ready: "Moved"
    case .moving: "Moving"
    case .notReady: "Not moved"
    case .blocked: "Blocked"
    case .unknown: "Unknown"
    }
  }

  func name(_ kind: IdentityKind) -> String {
    switch kind {
    case .authenticated: "logged in"
    case .authenticatedSender: "sender of a login without name"
    case .envelopeSender: "sender without login, unproven"
    }
  }

  func name(_ kind: AddressKind) -> String {
    switch kind {
    case .client: "client"
    case .local: "this server"
    case .guesser: "password guesser"
    case .server: "mail server"
    case .other: "other"
    }
  }

  func name(_ guess: ClientGuess) -> String {
    switch guess {
    case .appleMail: "Apple Mail"
    case .windowsDesktop: "Windows computer"
    case .desktopMailProgram: "desktop mail program"
    case .mobileMailProgram: "phone or tablet"
    case .printer: "printer or scanner"
    case .webApplication: "web application"
    case .application: "script or program"
    case .smartHost: "mail server using this one as smart host"
    case .webMail: "web mail or ActiveSync"
    case .unknown: "unknown program"
    }
  }

  func name(_ confidence: Confidence) -> String {
    switch confidence {
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    }
  }

  func name(_ what: EvidenceKind) -> String {
    switch what {
    case .login: "login"
    case .refusal: "refusal"
    case .failedLogin: "failed login"
    case .relay: "relay without login"
    }
  }

  func name(_ evidence: PortEvidence) -> String {
    switch evidence {
    case .logged: "the log line names it"
    case .serviceLabel: "label of the service in the log"
    case .postscreen: "logged by postscreen"
    case .anvil: "counted by anvil under its service"
    case .implicitTLS: "TLS from the first byte"
    case .listenerAddress: "local address, as you told"
    case .path: "path of the file, as you told"
    case .services: "output of postconf -M"
    case .calibrated: "seen by a calibration"
    case .besideLabelled: "plain smtpd beside labelled services"
    case .connectionLog: "a connection record of that moment"
    case .none: "nothing tells it"
    }
  }

  func name(_ refusal: RefusalClass) -> String {
    switch refusal {
    case .submissionRequired: "Not allowed to submit this way"
    case .senderMismatch: "Sender is not the login"
    case .authRequired: "Login required"
    case .tlsRequired: "TLS required"
    case .authNotOffered: "Login not offered on this port"
    case .relayDenied: "Relaying denied"
    case .other: "Other refusals"
    }
  }

  func meaning(_ refusal: RefusalClass) -> String {
    switch refusal {
    case .submissionRequired:
      "A mail program tried to submit on a port that is not for it, or on a submission port without a login. It has to be set to 587 or 465, with login."
    case .senderMismatch:
      "The user had logged in and then gave another address as sender. This is a matter of aliases and shared mailboxes. On a port to be closed it may be the port as well: servers such as IceWarp give both the same reply."
    case .authRequired: "The client sent without a login and the server wants one first."
    case .tlsRequired: "The client did not turn on encryption (STARTTLS) and the server wants it first."
    case .authNotOffered: "The client tried to log in on a port where the server offers no login."
    case .relayDenied:
      "Somebody without a login wanted to send to a foreign address. Mostly strangers; sometimes a device without login."
    case .other: "For instance unknown recipients, spam checks, or the same text said to a foreign sender."
    }
  }

  func action(_ remedy: PortRemedy) -> String {
    switch remedy {
    case .postfixSyslogName:
      "Postfix: give each submission service a name of its own in the log (the service of 465 is called smtps or submissions; leave out the line that does not fit). Sessions from then on tell their port."
    case .postfixServices:
      "Postfix: save the list of services once and hand it to port587; old logs can be judged with it."
    case .postfixTLSLogLevel: "Postfix: log TLS, so that sessions with TLS from the first byte (465) can be told."
    case .listenerAddress:
      "IceWarp: bind 587 to an additional local IP address (System > Services > SMTP), so that “local IP=” in the log tells the port, and say which address serves which port."
    case .connectionLog:
      "Any server: let the firewall log new connections to these ports, from now on, and hand that log to port587 with the mail log."
    case .localPrograms:
      "Web mail and ActiveSync of the server itself: look up smtpport in the web client's settings (config/_webmail/server.xml, or preflight --webclient), and say it."
    case .portOfPath: "When each port writes to a log file or folder of its own: say which path belongs to which port."
    }
  }

  func meaning(_ rule: InferenceRule) -> String {
    switch rule {
    case .starttlsLogin:
      "Port {port}: {sessions} sessions with a login behind STARTTLS, which only that port offers (certainty: {strength})."
    case .clearLogin:
      "Port {port}: {sessions} sessions with a login in clear, which only that port takes (certainty: {strength})."
    case .tlsFromFirstByte:
      "Port {port}: {sessions} sessions with TLS and without STARTTLS (certainty: {strength})."
    case .submissionSwitch:
      "Port {port}: {refusals} refusals of local senders without login while message submission is on (certainty: {strength})."
    }
  }

  func name(_ source: InferenceFact.Source) -> String {
    switch source {
    case .probe: "probe of {time}"
    case .preflight: "settings of {time}"
    case .calibration: "calibration of {time}"
    case .option: "message submission is on (--message-submission)"
    }
  }

  func text(_ warning: ReportWarningCode) -> String {
    switch warning {
    case .noAuthenticatedSession:
      "No authenticated session was found. Likely reasons: the log level hides logins, this is the wrong folder, or the log belongs to another server or service."
    case .nothingInPeriod:
      "No session began in the period asked for; what was read lies before or after it."
    case .summaryLevelOnly:
      "Only summary lines were found: the log level hides logins, ports and refusals. Raise it to the full SMTP dialogue."
    case .summaryLevelInPart:
      "{count} logs hold summary lines alone, so nothing is known there of logins, ports and refusals: {subject}. Raise the log level to the full SMTP dialogue, and judge by the days after that (--since)."
    case .unreadLines: "{count} lines were not understood; samples are shown with the sources."
    case .incompleteSource: "A source could not be read to its end: {subject}. What was read is counted."
    case .skippedSource: "Files that were found and not read: {count}."
    case .unknownPorts: "Authenticated sessions whose port is unknown (it was not guessed): {count}."
    case .sessionsBeforeLabels:
      "Sessions from before Postfix read the configuration in which its services got names in the log: {count}. Whether they had those names before then the log does not tell, so their port stays unknown; connection records of those days would tell it (--connections)."
    case .namelessLogins:
      "{count} logins succeeded under a name that the log masks or leaves out; they are shown by their sender, or by address only."
    case .unfollowedMessages:
      "{count} messages were taken without a login from private or trusted addresses (addresses: {subject}): printers and programs that may use this server to send. Whether the messages went outside, this log does not say."
    case .refusedOwnSenders:
      "{count} tries to send without a login were refused, on other ports than those for submission, with senders of your own domains (how many: {subject}): users whose program was not changed, or strangers who made the sender up. The senders had not logged in from these addresses, so this log does not tell."
    case .loginsWithoutDomain:
      "Users who log in by a name without a domain: {count}. Which addresses are theirs is not known: name the domain with --default-domain, so that a login and its sender are one person."
    case .othersRow: "There were more names than fit; {count} are counted together in one row."
    case .duplicateSource: "All lines of {subject} stand in other sources too; they were counted once."
    case .overlappingSources:
      "Two sources hold some lines both, which were counted twice: {subject}. Name the logs to be read one by one."
    case .guessedDays:
      "Nothing in {subject} tells the day. Its days were counted back from when the file was last changed; of a copy or an extract they are wrong."
    }
  }
}
