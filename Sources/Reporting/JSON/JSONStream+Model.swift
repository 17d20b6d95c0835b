import MailModel

/// The parts of the model, each with its keys in order. What the contract shows as `null` is not left out.
extension JSONStream {
  mutating func value(_ user: UserReport) {
    object { json in
      json.mark(user.bypass)
      json.key(.clients)
      json.array(user.clients) { $0.value($1) }
      json.references(user.evidence)
      json.number(.failedLogins, user.failedLogins)
      json.string(.identity, user.identity)
      json.word(.kind, user.kind.rawValue)
      json.moment(.lastRefusedAt, ifAny: user.lastRefusedAt)
      json.number(.plaintextLogins, user.plaintextLogins)
      json.key(.ports)
      json.table(user.ports) { $0.value($1) }
      json.word(.readiness, user.readiness.rawValue)
      json.key(.refusals)
      json.table(user.refusals) { $0.number($1) }
      if let senders = user.senders { json.number(.senders, senders) }
      json.word(.trusted, ifAny: user.trusted?.rawValue)
    }
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
    object { json in
      json.string(.address, client.address)
      json.word(.confidence, client.confidence.rawValue)
      json.word(.guess, client.guess.rawValue)
      json.string(.helo, orNull: client.helo)
      json.moment(.lastAt, ifAny: client.lastAt)
      json.key(.ports)
      json.table(client.ports) { $0.number($1) }
    }
  }

  mutating func references(_ evidence: [EvidenceReference]) {
    key(.evidence)
    array(evidence) { json, reference in
      json.object { json in
        json.number(.line, reference.line)
        json.string(.port, ifAny: reference.port)
        json.word(.portEvidence, ifAny: reference.portEvidence?.rawValue)
        if let record = reference.record {
          json.key(.record)
          json.object { json in
            json.number(.line, record.line)
            json.string(.source, record.source)
          }
        }
        json.string(.source, reference.source)
        json.word(.what, reference.what.rawValue)
      }
    }
  }

  mutating func value(_ use: PortUse) {
    object { json in
      json.moment(.firstAt, use.firstAt)
      json.moment(.lastAt, use.lastAt)
      json.number(.messages, use.messages)
      json.number(.sessions, use.sessions)
    }
  }

  mutating func value(_ count: PortCount) {
    object { json in
      json.number(.messages, count.messages)
      json.number(.sessions, count.sessions)
    }
  }

  mutating func value(_ address: AddressReport) {
    object { json in
      json.string(.address, address.address)
      json.mark(address.bypass)
      json.number(.failedLogins, address.failedLogins)
      json.moment(.firstAt, ifAny: address.firstAt)
      json.string(.helo, ifAny: address.helo)
      json.word(.kind, address.kind.rawValue)
      json.moment(.lastAt, ifAny: address.lastAt)
      json.key(.ports)
      json.table(address.ports) { $0.value($1) }
      json.key(.refusals)
      json.table(address.refusals) { $0.number($1) }
      json.number(.sessions, address.sessions)
      if let trusted = address.trusted {
        json.key(.trusted)
        json.bool(trusted)
      }
      json.number(.unauthenticatedRelays, address.unauthenticatedRelays)
      json.key(.users)
      json.array(address.users) { $0.string($1) }
    }
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
      json.number(.messages, totals.messages)
      json.number(.plaintextLogins, totals.plaintextLogins)
      json.key(.readiness)
      json.table(totals.readiness) { $0.number($1) }
      json.number(.refusals, totals.refusals)
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
