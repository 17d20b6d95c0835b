import MailModel
import Transport

/// Says how far a connection came.
enum ReachabilityJudge {
  static func judge(_ transcript: TargetTranscript) -> Reachability {
    if transcript.nameFault != nil || transcript.target.address == nil { return .unresolvable }
    switch transcript.main.connect {
    case .refused: return .refused
    case .timedOut, .unroutable, .failed: return .timedOut
    case .open: break
    }
    if transcript.target.mode == .tls {
      switch transcript.main.handshake {
      case .done: return greeted(transcript.main.greeting)
      // Something answered, if not in the language that was expected.
      case .failed, .untrusted: return .open
      case .closed: return .closed
      case .timedOut, nil: return .silent
      }
    }
    return greeted(transcript.main.greeting)
  }

  private static func greeted(_ greeting: ReplyOutcome?) -> Reachability {
    switch greeting {
    case .reply, .foreign: .open
    case .closed: .closed
    case .timedOut, nil: .silent
    }
  }

  /// Whether the port speaks TLS where clear text was expected.
  static func speaksTLS(_ transcript: TargetTranscript) -> Bool {
    if case .done = transcript.tlsOnPlain { return true }
    return false
  }
}
