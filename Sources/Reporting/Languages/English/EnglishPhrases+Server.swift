import MailModel

extension EnglishPhrases {
  func text(_ phrase: ServerPhrase) -> String {
    switch phrase {
    case .serverQuestion: "Is the server ready?"
    case .serverReady: "Yes: nothing that would hold back the move was found."
    case .serverNotReady: "Not yet. It fails: {blockers}"
    case .serverUnjudged: "Not known: no port with STARTTLS could be judged."
    case .serverAttention: "Nothing that was judged holds back the move, but not everything could be judged."
    case .closeWaitsForServer: "Do not close {ports} for submission yet: the server itself is not ready."
    case .probedAt: "Ports asked on {time}."
    case .probedLongAgo: "That was more than a day before this report; ask again with port587 probe."
    case .settingsReadAt: "Settings of {product} read on {time}."
    case .phaseOf: "Phase {number} of 5: {phase}"
    case .phaseUnknown: "Phase not known"
    case .nextStep: "Next step"
    case .notJudged: "Could not be judged: {ids}"
    case .serverHost: "Server"
    case .serverAddress: "Address"
    case .serverPort: "Port"
    case .serverMode: "Mode"
    case .serverState: "State"
    case .serverGreeting: "Greeting"
    case .serverTLS: "TLS"
    case .serverCertificate: "Certificate"
    case .serverName: "Name"
    case .serverChecks: "Checks"
    case .serverCheck: "Check"
    case .serverVerdict: "Verdict"
    case .serverSeverity: "Severity"
    case .serverSeen: "What was seen"
    case .whatToDo: "What to do"
    case .toPutRight: "To put right"
    case .nameMatches: "matches"
    case .nameDiffers: "differs"
    case .trustUntil: "{trust}, until {time}"
    case .allPassed: "all passed"
    case .portOf: "{address} port {port}"
    case .consolePath: "In the console"
    case .probeTitle: "Probe of the mail ports"
    case .probeBeforeMove: "Before users are told to move"
    case .probeReady: "Ready: no blocker failed."
    case .probeNotReady: "Not ready: {blockers}"
    case .probeNotJudged: "Not ready: no port with STARTTLS could be judged."
    case .probeNotAsked: "Not asked: {checks}"
    case .alsoAt: "the same at {places}"
    case .unknownNameRemedy: ProbeCheck.remedyForUnknownName
    }
  }

  func name(_ reachability: Reachability) -> String {
    switch reachability {
    case .open: "open"
    case .refused: "refused"
    case .timedOut: "no answer"
    case .silent: "silent"
    case .closed: "hung up"
    case .unresolvable: "name without address"
    }
  }

  func name(_ verdict: ProbeVerdict) -> String {
    switch verdict {
    case .pass: "passed"
    case .fail: "failed"
    case .warn: "to look at"
    case .notRun: "not asked"
    case .pushedBack: "put off by the server"
    }
  }

  func name(_ severity: ProbeSeverity) -> String {
    switch severity {
    case .blocker: "blocker"
    case .high: "high"
    case .medium: "medium"
    case .info: "info"
    }
  }

  func name(_ trust: CertificateTrust) -> String {
    switch trust {
    case .valid: "valid"
    case .selfSigned: "self-signed"
    case .untrusted: "unknown root"
    case .incomplete: "incomplete chain"
    case .expired: "expired"
    case .notYetValid: "not valid yet"
    }
  }

  func name(_ phase: PreflightPhase) -> String {
    switch phase {
    case .noSubmissionPort: "there is no submission port"
    case .bound: "the submission port is there, nobody has to use it"
    case .usersMoved: "users have moved"
    case .enforced: "local senders are refused on port 25, with exceptions"
    case .withoutExceptions: "local senders are refused on port 25, without exceptions"
    case .tlsEnforced: "submission demands TLS"
    }
  }
}
