import MailModel

/// What lines and sessions show of the ports of their server.
extension SessionAssembler {
  /// Takes it that postscreen has port 25.
  @inline(__always)
  mutating func noteGate(_ event: LogEvent, _ line: borrowing Span<UInt8>) {
    guard event.kind == .postscreenConnected, event.code == 25, traits.keysNameServer, !event.time.isUndated else {
      return
    }
    watch.noteGate(server(event.key, label(line, event.service)), at: event.time.local)
  }

  /// Takes what anvil says: the service behind postscreen is `smtpd`, and where smtpd has port 25 itself, `smtp`.
  ///
  /// Of a service on one address (`127.0.0.1:smtp`) nothing is concluded: another address may have another one.
  mutating func noteGate(_ event: LogEvent, _ line: borrowing Span<UInt8>, service: String, at local: Int64) {
    guard traits.keysNameServer, !event.time.isUndated else { return }
    let server = server(event.key, label(line, event.service))
    switch service {
    case "smtpd": watch.noteGate(server, at: local)
    case "smtp", "25": watch.noteOpenGate(server, at: local)
    default: break
    }
  }

  /// Takes what a finished session of a plain service shows.
  @inline(__always)
  mutating func notePlain(_ session: borrowing SessionState, _ claim: UInt32) {
    guard traits.keysNameServer, session.server != LoginKey.nobody, !session.begin.isUndated, !session.isHandedOn else {
      return
    }
    if session.anvilPort != 0, session.anvilPort != 25, session.isOfInterest {
      watch.notePlain(session.server, session.anvilPort, at: session.begin.local, isCounted: true)
    }
    switch tally.claims[Int(claim)].evidence {
    case .none:
      guard let client = session.client, session.isFromOutside, !session.isHeadless else { return }
      if session.sawLogin {
        // Whom postscreen has handed on lately may have come by another connection.
        guard !gate.isWaiting(for: client, on: session.key.high) else { return }
        watch.noteUnannounced(session.server, at: session.begin.local)
      } else if session.deliveries > 0, !client.isPrivate {
        // Mail from elsewhere, without a login, at whose begin postscreen said nothing.
        watch.noteOpenGate(session.server, at: session.begin.local)
      }
    case .implicitTLS where session.isOfInterest:
      watch.notePlain(session.server, tally.claims[Int(claim)].port, at: session.begin.local, isCounted: false)
    default: return
    }
  }
}
