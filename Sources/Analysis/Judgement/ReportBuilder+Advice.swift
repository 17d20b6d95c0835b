import MailModel

/// How ports that are unknown can be learned, and what that would have brought.
extension ReportBuilder {
  func portAdvice() -> [PortAdvice] {
    var servers: [UInt8: Set<UInt32>] = [:]
    // A handful of rows, found quicker one after another than by hash.
    var unknown: [(format: UInt8, hints: PortHints, place: Place, isLabelled: Bool, sessions: Int)] = []
    for (key, fact) in tally.authenticated.pairs where ports[Int(key.claim)].port == nil && fact.sessions > 0 {
      let claim = tally.claims[Int(key.claim)]
      if claim.server < LoginKey.nobody { servers[claim.format, default: []].insert(claim.server) }
      var hints = claim.hints
      // Where TLS is logged already, a session that shows none had none, and no higher log level would show more.
      if tally.tlsLoggingServers.contains(claim.server) { hints.insert(.tls) }
      let address = tally.address(key.address)
      let place: Place =
        address.map { $0.isLoopback ? .loopback : own.contains($0) ? .own : .elsewhere } ?? .elsewhere
      let isLabelled =
        claim.isPlainService && tally.labellingServers.contains(claim.server) && !settlement.servesOthers(claim)
      let row = unknown.firstIndex {
        $0.format == claim.format && $0.hints == hints && $0.place == place && $0.isLabelled == isLabelled
      }
      if let row {
        unknown[row].sessions += fact.sessions
      } else {
        unknown.append((claim.format, hints, place, isLabelled, fact.sessions))
      }
    }
    return Set(unknown.map { $0.format }).sorted().map { format in
      let rows = unknown.filter { $0.format == format }
      let identifier = Int(format) < input.formats.count ? input.formats[Int(format)] : "unknown"
      var remedies = input.remedies[identifier] ?? [.portOfPath]
      var settles: [String: Int] = [:]
      for remedy in remedies {
        guard let isSettled = ReportBuilder.settling(remedy) else { continue }
        // Of labels that are there since, those from before then have nothing.
        let isDone = remedy == .postfixSyslogName
        settles[remedy.rawValue] = rows.reduce(0) {
          $0
            + (isSettled($1.hints) && ReportBuilder.reaches(remedy, $1.place) && !(isDone && $1.isLabelled)
              ? $1.sessions : 0)
        }
      }
      if rows.allSatisfy(\.isLabelled) {
        // Nor does today's list of services, which has those labels, tell anything of that time.
        remedies.removeAll { $0 == .postfixSyslogName || $0 == .postfixServices }
        settles[PortRemedy.postfixSyslogName.rawValue] = nil
      }
      // Of an address that users reach as well, nobody can say one port.
      let ofLoopback = rows.reduce(0) {
        $0 + ($1.place == .loopback && $1.hints.contains(.listener) ? $1.sessions : 0)
      }
      if ofLoopback > 0, remedies.contains(.listenerAddress) {
        remedies.insert(.localPrograms, at: 0)
        settles[PortRemedy.localPrograms.rawValue] = ofLoopback
      }
      // What would have told nothing on this server comes last, however cheap it is: a second address is of no use where
      // the log names none.
      remedies = remedies.filter { settles[$0.rawValue] != 0 } + remedies.filter { settles[$0.rawValue] == 0 }
      return PortAdvice(
        format: identifier, unknownSessions: rows.reduce(0) { $0 + $1.sessions }, remedies: remedies,
        servers: hostNames(servers[format] ?? []), settles: settles, platform: platform(identifier))
    }
  }

  /// What the logs call the hosts of these servers, in order.
  private func hostNames(_ servers: Set<UInt32>) -> [String] {
    Set(servers.compactMap { tally.hosts[$0] }.map { String(decoding: $0, as: UTF8.self) }).sorted()
  }

  /// Whether a claim is open because its server labels services, and may not have done so yet.
  func isBeforeLabels(_ claim: UInt32) -> Bool {
    let own = tally.claims[Int(claim)]
    return own.isBeforeReload && ports[Int(claim)].port == nil && tally.labellingServers.contains(own.server)
  }

  /// Where a session came from.
  private enum Place {
    case loopback
    /// Another address of the server itself.
    case own
    case elsewhere
  }

  /// What comes from the machine itself crosses no firewall, and over loopback it reaches no address that users reach.
  private static func reaches(_ remedy: PortRemedy, _ place: Place) -> Bool {
    switch remedy {
    case .listenerAddress: place != .loopback
    case .connectionLog: place == .elsewhere
    default: true
    }
  }

  /// Which sessions a remedy would have settled at most; nothing when the log does not tell.
  private static func settling(_ remedy: PortRemedy) -> ((PortHints) -> Bool)? {
    switch remedy {
    // Of a session that a front handed on the log shows no login of the client's own.
    case .postfixSyslogName: { $0.isEmpty || $0.contains(.login) }
    // A second address tells the port where the log shows the server's address at all.
    case .listenerAddress: { $0.contains(.listener) }
    // A record is found by the moment of the connection.
    case .connectionLog: { $0.contains(.begin) }
    // What shows neither TLS nor STARTTLS may have been on the port with TLS from the first byte.
    case .postfixTLSLogLevel: { $0.contains(.commands) && $0.isDisjoint(with: [.tls, .starttls]) }
    case .postfixServices, .portOfPath, .localPrograms: nil
    }
  }

  /// What the server runs on, as far as the paths of its logs tell.
  private func platform(_ format: String) -> String? {
    if format == "postfix" { return "linux" }
    let paths = input.sources.filter { $0.format == format }.map { $0.path.lowercased() }
    // "C:\\Program Files\\IceWarp\\logs", "/mnt/c/…/program files/icewarp"
    let isWindows = paths.contains {
      $0.contains("\\") || $0.contains("program files") || $0.dropFirst().hasPrefix(":/")
    }
    let isLinux = paths.contains { $0.contains("/opt/icewarp/") }
    return isWindows == isLinux ? nil : isWindows ? "windows" : "linux"
  }
}
