import MailModel

/// What a probe and a preflight told of the server.
extension JSONStream {
  mutating func value(_ server: ServerReport) {
    object { json in
      if let preflight = server.preflight {
        json.key(.preflight)
        json.value(preflight)
      }
      if let probe = server.probe {
        json.key(.probe)
        json.value(probe)
      }
    }
  }

  private mutating func value(_ preflight: ServerPreflight) {
    object { json in
      json.key(.blockers)
      json.array(preflight.blockers) { $0.string($1) }
      json.moment(.checkedAt, preflight.checkedAt)
      json.key(.findings)
      json.array(preflight.findings) { $0.value($1) }
      json.string(.nextStep, preflight.nextStep)
      if let phase = preflight.phase { json.number(.phase, phase.rawValue) }
      json.string(.phaseDetail, preflight.phaseDetail)
      json.word(.product, preflight.product.rawValue)
      json.key(.unjudged)
      json.array(preflight.unjudged) { $0.string($1) }
    }
  }

  private mutating func value(_ probe: ServerProbe) {
    object { json in
      json.key(.blockers)
      json.array(probe.blockers) { $0.string($1) }
      json.key(.ports)
      json.array(probe.ports) { $0.value($1) }
      json.moment(.probedAt, probe.probedAt)
      json.key(.ready)
      json.bool(probe.ready)
    }
  }

  private mutating func value(_ port: ServerPort) {
    object { json in
      json.string(.address, ifAny: port.address)
      json.moment(.certificateUntil, ifAny: port.certificateUntil)
      json.key(.findings)
      json.array(port.findings) { $0.value($1) }
      json.string(.host, port.host)
      json.word(.mode, port.mode.rawValue)
      if let matches = port.nameMatches {
        json.key(.nameMatches)
        json.bool(matches)
      }
      json.number(.passed, port.passed)
      json.number(.port, port.port)
      json.word(.reachability, port.reachability.rawValue)
      json.string(.tlsVersion, ifAny: port.tlsVersion)
      json.word(.trust, ifAny: port.trust?.rawValue)
    }
  }

  private mutating func value(_ finding: ServerFinding) {
    object { json in
      json.string(.command, ifAny: finding.command)
      if let console = finding.console {
        json.key(.console)
        json.object { json in
          json.string(.en, console.english)
          json.string(.`pt-BR`, console.brazilianPortuguese)
        }
      }
      json.string(.detail, finding.detail)
      json.string(.id, finding.id)
      json.string(.remedy, ifAny: finding.remedy)
      json.word(.severity, finding.severity.rawValue)
      json.string(.title, finding.title)
      json.word(.verdict, finding.verdict.rawValue)
    }
  }
}
