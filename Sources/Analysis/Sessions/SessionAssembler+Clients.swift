import MailModel

/// Lines that name another client than their session.
extension SessionAssembler {
  /// Whether a line names the client of its session.
  enum Meeting {
    case unknown, same, another
  }

  /// Where an event names the client; empty when it does not.
  @inline(__always)
  static func client(in event: inout LogEvent) -> ByteRange {
    switch event.kind {
    case .connected, .disconnected, .tlsEstablished, .messageStarted, .loginFailed: event.first
    default: event.fourth
    }
  }

  /// Looks whose line it is.
  ///
  /// A proxy tells the true client with XCLIENT, before anything else is said; the session is then that client's:
  ///
  /// ```
  /// connect from unknown[192.0.2.30]
  /// 7F38E5EFE2E: client=pc.example.net[198.51.100.77], sasl_method=XCLIENT, sasl_username=bob@example.org
  /// ```
  ///
  /// Later it is the line of another session of the same process, whose begin is missing: syslog drops lines of a busy server.
  @inline(__always)
  mutating func meet(_ event: inout LogEvent, _ line: borrowing Span<UInt8>, _ slot: Int) -> Meeting {
    let range = SessionAssembler.client(in: &event)
    if range.isEmpty { return .unknown }
    let mark = ClientMark(line, range)
    if table.sessions[slot].clientMark == mark { return .same }
    guard table.sessions[slot].clientMark.isKnown, event.kind != .connected else { return .unknown }
    return meetAnother(mark, line, range, event.service, event.time.local, slot)
  }

  @inline(never)
  private mutating func meetAnother(
    _ mark: ClientMark, _ line: borrowing Span<UInt8>, _ range: ByteRange, _ service: ByteRange, _ local: Int64,
    _ slot: Int
  ) -> Meeting {
    let saysNothing =
      !table.sessions[slot].sawLogin && !table.sessions[slot].sawTransaction && table.details[slot].failures.isEmpty
    // A process serves one service, and begins anew for another.
    let isSameService = service.isEmpty || label(line, service) == table.sessions[slot].label
    guard saysNothing, isSameService, local &- table.sessions[slot].lastLocal <= SessionAssembler.idleLimit,
      let client = IPAddress(line.extracting(range.indices))
    else { return .another }
    table.sessions[slot].client = client
    table.sessions[slot].clientMark = mark
    table.sessions[slot].gatePort = SessionState.unknownGate
    return .same
  }

  /// Takes what postscreen knows of a client that begins a session.
  mutating func passGate(_ session: inout SessionState, _ line: borrowing Span<UInt8>, behind address: ByteRange) {
    guard let client = session.client, gate.isWaiting(for: client, on: session.key.high) else { return }
    let found = gate.pass(
      session.key, client, clientPort: SessionAssembler.clientPort(line, behind: address), at: session.begin.local)
    session.gatePort = found.port
    for other in found.contested {
      if let slot = table.find(other.key), table.sessions[slot].begin.local == other.at,
        !table.sessions[slot].isHandedOn
      {
        table.sessions[slot].gatePort = 0
      }
    }
  }
}
