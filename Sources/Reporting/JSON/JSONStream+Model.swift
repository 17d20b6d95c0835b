import MailModel

/// The parts of the model, each with its keys in order. What the contract shows as `null` is not left out.
extension JSONStream {
  // What a report has thousands of is written without the closure that `object` takes: a closure holds copies of what it uses.

  mutating func value(_ user: UserReport) {
    open(0x7b)
    mark(user.bypass)
    key(.clients)
    array(user.clients) { $0.value($1) }
    references(user.evidence)
    number(.failedLogins, user.failedLogins)
    string(.identity, user.identity)
    if let isRefusedLast = user.isRefusedLast {
      key(.isRefusedLast)
      bool(isRefusedLast)
    }
    word(.kind, user.kind.rawValue)
    moment(.lastRefusedAt, ifAny: user.lastRefusedAt)
    moment(.lastRelayedAt, ifAny: user.lastRelayedAt)
    number(.plaintextLogins, user.plaintextLogins)
    key(.ports)
    table(user.ports) { $0.value($1) }
    word(.readiness, user.readiness.rawValue)
    key(.refusals)
    table(user.refusals) { $0.number($1) }
    if let senders = user.senders { number(.senders, senders) }
    word(.trusted, ifAny: user.trusted?.rawValue)
    close(0x7d)
  }

  /// What a bypass file frees, where it frees something.
  mutating func mark(_ bypass: BypassMark?) {
    guard let bypass else { return }
    key(.bypass)
    object { json in
      json.word(.extent, bypass.extent.rawValue)
      json.key(.lines)
      json.array(bypass.lines) { json, line in
        json.object { json in
          json.number(.number, line.number)
          json.string(.text, ifAny: line.text)
        }
      }
    }
  }

  mutating func value(_ client: ClientReport) {
    open(0x7b)
    string(.address, client.address)
    word(.confidence, client.confidence.rawValue)
    word(.guess, client.guess.rawValue)
    string(.helo, orNull: client.helo)
    moment(.lastAt, ifAny: client.lastAt)
    moment(.lastOldUseAt, ifAny: client.lastOldUseAt)
    key(.ports)
    table(client.ports) { $0.number($1) }
    close(0x7d)
  }

  mutating func references(_ evidence: [EvidenceReference]) {
    key(.evidence)
    array(evidence) { $0.value($1) }
  }

  private mutating func value(_ reference: EvidenceReference) {
    open(0x7b)
    number(.line, reference.line)
    string(.port, ifAny: reference.port)
    word(.portEvidence, ifAny: reference.portEvidence?.rawValue)
    if let record = reference.record {
      key(.record)
      object { json in
        json.number(.line, record.line)
        json.string(.source, record.source)
      }
    }
    string(.source, reference.source)
    word(.what, reference.what.rawValue)
    close(0x7d)
  }

  mutating func value(_ use: PortUse) {
    open(0x7b)
    moment(.firstAt, use.firstAt)
    moment(.lastAt, use.lastAt)
    number(.messages, use.messages)
    number(.sessions, use.sessions)
    close(0x7d)
  }

  mutating func value(_ count: PortCount) {
    open(0x7b)
    number(.messages, count.messages)
    number(.sessions, count.sessions)
    close(0x7d)
  }

  mutating func value(_ address: AddressReport) {
    open(0x7b)
    string(.address, address.address)
    mark(address.bypass)
    if let evidence = address.evidence { references(evidence) }
    number(.failedLogins, address.failedLogins)
    moment(.firstAt, ifAny: address.firstAt)
    string(.helo, ifAny: address.helo)
    word(.kind, address.kind.rawValue)
    moment(.lastAt, ifAny: address.lastAt)
    key(.ports)
    table(address.ports) { $0.value($1) }
    key(.refusals)
    table(address.refusals) { $0.number($1) }
    number(.sessions, address.sessions)
    if let trusted = address.trusted {
      key(.trusted)
      bool(trusted)
    }
    number(.unauthenticatedRelays, address.unauthenticatedRelays)
    key(.users)
    array(address.users) { $0.string($1) }
    close(0x7d)
  }

  mutating func value(_ refusal: RefusalReport) {
    object { json in
      json.number(.addresses, refusal.addresses)
      json.word(.class, refusal.refusalClass.rawValue)
      json.number(.code, refusal.code)
      json.number(.count, refusal.count)
      json.string(.enhancedCode, orNull: refusal.enhancedCode)
      json.references(refusal.evidence)
      json.moment(.firstAt, refusal.firstAt)
      json.number(.identities, refusal.identities)
      json.moment(.lastAt, refusal.lastAt)
      json.string(.text, refusal.text)
    }
  }

  mutating func value(_ day: DayReport) {
    object { json in
      json.string(.day, day.day)
      json.key(.ports)
      json.table(day.ports) { $0.value($1) }
    }
  }

  mutating func value(_ source: SourceReport) {
    object { json in
      json.number(.bytes, source.bytes)
      json.key(.complete)
      json.bool(source.complete)
      json.string(.compression, source.compression)
      json.string(.encoding, source.encoding)
      json.number(.events, source.events)
      json.string(.fault, ifAny: source.fault)
      json.string(.format, source.format)
      json.moment(.from, ifAny: source.from)
      json.number(.ignored, source.ignored)
      json.number(.lines, source.lines)
      json.number(.malformed, source.malformed)
      json.string(.path, source.path)
      json.key(.samples)
      json.array(source.samples) { json, sample in
        json.object { json in
          json.number(.line, sample.line)
          json.string(.text, sample.text)
        }
      }
      json.moment(.to, ifAny: source.to)
      json.number(.unrecognised, source.unrecognised)
    }
  }

  mutating func value(_ source: SkippedSource) {
    object { json in
      json.string(.path, source.path)
      json.string(.reason, source.reason)
    }
  }

  mutating func value(_ totals: Totals) {
    object { json in
      json.number(.addresses, totals.addresses)
      json.number(.authenticatedSessions, totals.authenticatedSessions)
      json.key(.byPort)
      json.table(totals.byPort) { $0.value($1) }
      json.key(.byPortEvidence)
      json.table(totals.byPortEvidence) { $0.number($1) }
      json.number(.failedLogins, totals.failedLogins)
      if let freed = totals.freedRelaysByPort {
        json.key(.freedRelaysByPort)
        json.table(freed) { $0.number($1) }
      }
      json.number(.messages, totals.messages)
      json.number(.plaintextLogins, totals.plaintextLogins)
      json.key(.readiness)
      json.table(totals.readiness) { $0.number($1) }
      json.number(.refusals, totals.refusals)
      if let relays = totals.relaysByPort {
        json.key(.relaysByPort)
        json.table(relays) { $0.number($1) }
      }
      json.number(.sessions, totals.sessions)
      json.number(.unauthenticatedRelays, totals.unauthenticatedRelays)
      json.number(.users, totals.users)
    }
  }

  mutating func value(_ policy: PortPolicy) {
    object { json in
      json.key(.legacyPorts)
      json.array(policy.legacyPorts) { $0.number($1) }
      json.key(.submissionPorts)
      json.array(policy.submissionPorts) { $0.number($1) }
      json.key(.submissionsPorts)
      json.array(policy.submissionsPorts) { $0.number($1) }
    }
  }

  mutating func value(_ advice: PortAdvice) {
    object { json in
      json.string(.format, advice.format)
      json.string(.platform, ifAny: advice.platform)
      json.key(.remedies)
      json.array(advice.remedies) { $0.string($1.rawValue) }
      json.key(.servers)
      json.array(advice.servers) { $0.string($1) }
      if let settles = advice.settles {
        json.key(.settles)
        json.table(settles) { $0.number($1) }
      }
      json.number(.unknownSessions, advice.unknownSessions)
    }
  }

  mutating func value(_ warning: ReportWarning) {
    object { json in
      json.word(.code, warning.code.rawValue)
      json.number(.count, warning.count)
      json.string(.subject, ifAny: warning.subject)
    }
  }

  mutating func value(_ generator: Generator) {
    object { json in
      json.string(.name, generator.name)
      json.string(.version, generator.version)
    }
  }

  mutating func value(_ window: Window) {
    object { json in
      json.moment(.from, orNull: window.from)
      json.moment(.to, orNull: window.to)
    }
  }
}
