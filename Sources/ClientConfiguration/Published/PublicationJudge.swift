public import MailModel

/// Names what is wrong with what a domain publishes.
public struct PublicationJudge: Sendable {
  private let domain: String
  private let legacyPorts: Set<Int>
  private let description: ClientDescription?
  private let probe: ProbeResult?

  /// - Parameters:
  ///   - description: what ought to be published, where that was said.
  ///   - probe: what a probe of the servers found, where there is one.
  public init(domain: String, legacyPorts: Set<Int> = [25, 366], description: ClientDescription?, probe: ProbeResult?) {
    self.domain = domain
    self.legacyPorts = legacyPorts
    self.description = description
    self.probe = probe
  }

  /// The report.
  public func report(_ published: [Publication], now: Timestamp) -> PublicationReport {
    var findings = published.flatMap(alone)
    findings += contradictions(published)
    findings += againstProbe(published)
    if !published.contains(where: { !PublicationJudge.sending($0).isEmpty }) {
      findings.append(
        PublicationFinding(
          code: .nothingPublished, severity: published.contains(where: \.isUnknown) ? .info : .medium,
          detail: "No place that could be read says how to send: programs guess, and many guess port 25 or 587.",
          remedy: "Publish what client-config --output writes.", places: []))
    }
    let order = ProbeSeverity.allCases
    let sorted = findings.enumerated().sorted { a, b in
      let (left, right) = (
        order.firstIndex(of: a.element.severity) ?? 0, order.firstIndex(of: b.element.severity) ?? 0
      )
      return left != right ? left < right : a.offset < b.offset
    }
    return PublicationReport(
      domain: domain, generatedAt: now, published: published, findings: sorted.map(\.element))
  }

  static func sending(_ publication: Publication) -> [MailService] {
    publication.services.filter { $0.proto == .smtp }
  }

  /// What is wrong with one place whatever the others say.
  private func alone(_ publication: Publication) -> [PublicationFinding] {
    var findings: [PublicationFinding] = []
    func find(_ code: PublicationFindingCode, _ severity: ProbeSeverity, _ detail: String, _ remedy: String) {
      findings.append(
        PublicationFinding(code: code, severity: severity, detail: detail, remedy: remedy, places: [publication.place]))
    }
    for service in publication.services {
      if service.proto == .smtp, legacyPorts.contains(service.port) {
        find(
          .legacyPort, .blocker, "New accounts are told to send through \(service).",
          "Publish 465 with TLS or 587 with STARTTLS; in IceWarp SmartDiscover set the SMTP type to 1 or 3.")
      }
      if service.security == .plain {
        find(
          .withoutTLS, .high, "\(service.proto.rawValue) without TLS is published: \(service).",
          "Publish TLS or STARTTLS.")
      }
      let implicit = [465, 993, 995].contains(service.port)
      let explicit = [25, 587, 143, 110].contains(service.port)
      if service.security == .starttls, implicit {
        find(
          .encryptionOfPort, .high,
          "STARTTLS is published for \(service.host):\(service.port), which speaks TLS from the first byte: programs hang without a word.",
          publication.source == .autodiscover
            ? "In Autodiscover Encryption TLS means STARTTLS to Outlook: write SSL beside \(service.port)."
            : "Write SSL beside \(service.port).")
      } else if service.security == .tls, explicit {
        find(
          .encryptionOfPort, .high,
          "TLS from the first byte is published for \(service.host):\(service.port), which begins in clear: programs cannot connect.",
          publication.source == .autodiscover
            ? "In Autodiscover write Encryption TLS beside \(service.port)." : "Write STARTTLS beside \(service.port).")
      }
    }
    let sending = PublicationJudge.sending(publication)
    if let description, !sending.isEmpty {
      let wanted = Set(description.services(.smtp))
      for service in sending where !wanted.contains(service) {
        find(
          .unlikeDescription, .medium, "\(service) is published; it is not among \(PublicationJudge.list(wanted)).",
          "Publish what client-config --output writes.")
      }
    }
    return findings
  }

  /// Places of which neither is a part of the other.
  private func contradictions(_ published: [Publication]) -> [PublicationFinding] {
    var findings: [PublicationFinding] = []
    for proto in MailServiceProtocol.allCases {
      let speaking = published.filter { $0.services.contains { $0.proto == proto } }
      for (number, first) in speaking.enumerated() {
        for second in speaking[(number + 1)...] {
          let (a, b) = (
            Set(first.services.filter { $0.proto == proto }), Set(second.services.filter { $0.proto == proto })
          )
          if a.isSubset(of: b) || b.isSubset(of: a) { continue }
          findings.append(
            PublicationFinding(
              code: .contradiction, severity: proto == .smtp ? .high : .medium,
              detail:
                "For \(proto.rawValue) \(first.source.rawValue) says \(PublicationJudge.list(a)), \(second.source.rawValue) says \(PublicationJudge.list(b)): which server a user gets depends on the program.",
              remedy: "Make both from one description: client-config --output writes them.",
              places: [first.place, second.place]))
        }
      }
    }
    return findings
  }

  private func againstProbe(_ published: [Publication]) -> [PublicationFinding] {
    guard let probe else { return [] }
    var places: [MailService: [String]] = [:]
    for publication in published {
      for service in PublicationJudge.sending(publication) { places[service, default: []].append(publication.place) }
    }
    return places.sorted { $0.key.description < $1.key.description }.flatMap { service, places in
      PublicationJudge.compare(service, probe.targets, places)
    }
  }

  private static func compare(
    _ service: MailService, _ targets: [ProbedTarget], _ places: [String]
  ) -> [PublicationFinding] {
    let probed = targets.filter { $0.host.lowercased() == service.host && $0.port == service.port }
    func finding(_ code: PublicationFindingCode, _ severity: ProbeSeverity, _ detail: String, _ remedy: String)
      -> PublicationFinding
    {
      PublicationFinding(code: code, severity: severity, detail: detail, remedy: remedy, places: places)
    }
    if probed.isEmpty {
      return [
        finding(
          .notProbed, .info, "\(service.host):\(service.port) was not probed.",
          "port587 probe \(service.host) --port \(service.port):\(service.security == .tls ? "tls" : "starttls")")
      ]
    }
    var findings: [PublicationFinding] = []
    for target in probed {
      let place = "\(service.host):\(service.port)" + (target.address.map { " (\($0))" } ?? "")
      if target.reachability != .open {
        findings.append(
          finding(
            .unlikeProbe, .blocker, "\(place) is published, and the probe found it \(target.reachability.rawValue).",
            "Open the port, or do not publish it."))
        continue
      }
      let offersSTARTTLS = target.capabilities.beforeTLS.contains { $0.uppercased() == "STARTTLS" }
      if target.mode != .tls, service.security == .tls {
        findings.append(
          finding(
            .unlikeProbe, .high,
            "\(place) is published with TLS from the first byte, and it was probed as \(target.mode.rawValue).",
            "Publish STARTTLS, or port 465."))
      } else if target.mode == .tls, service.security == .starttls {
        findings.append(
          finding(
            .unlikeProbe, .high, "\(place) is published with STARTTLS, and it was probed as TLS from the first byte.",
            "Publish SSL there."))
      } else if service.security == .starttls, !offersSTARTTLS {
        findings.append(
          finding(
            .unlikeProbe, .high, "\(place) is published with STARTTLS, and the server does not offer it.",
            "Let the server offer STARTTLS."))
      }
      if let certificate = target.tls?.certificate, !certificate.nameMatches {
        findings.append(
          finding(
            .certificateName, .high,
            "\(place) shows a certificate for \(certificate.names.joined(separator: ", ")), not for \(service.host).",
            "Publish a name that the certificate holds, or get one for \(service.host)."))
      }
    }
    return findings
  }

  private static func list(_ services: Set<MailService>) -> String {
    services.map(\.description).sorted().joined(separator: ", ")
  }
}
