public import MailModel

/// Names what is wrong with what a domain publishes.
public struct PublicationJudge: Sendable {
  private let domain: String
  private let legacyPorts: Set<Int>
  private let description: ClientDescription?
  private let probe: ProbeResult?
  private let language: Language

  /// - Parameters:
  ///   - description: what ought to be published, where that was said.
  ///   - probe: what a probe of the servers found, where there is one.
  public init(
    domain: String, legacyPorts: Set<Int> = [25, 366], description: ClientDescription?, probe: ProbeResult?,
    language: Language = .english
  ) {
    self.domain = domain
    self.legacyPorts = legacyPorts
    self.description = description
    self.probe = probe
    self.language = language
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
          detail: TranslatedText(
            "No place that could be read says how to send: programs guess, and many guess port 25 or 587.",
            pt:
              "Nenhum lugar que se pôde ler diz como enviar: os programas adivinham, e muitos adivinham a porta 25 ou 587.",
            es:
              "Ningún lugar que se pudo leer dice cómo enviar: los programas adivinan, y muchos adivinan el puerto 25 o 587."
          ).text(in: language),
          remedy: PublicationJudge.publishOurs.text(in: language), places: []))
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
    func find(
      _ code: PublicationFindingCode, _ severity: ProbeSeverity, _ detail: TranslatedText, _ remedy: TranslatedText
    ) {
      findings.append(
        PublicationFinding(
          code: code, severity: severity, detail: detail.text(in: language), remedy: remedy.text(in: language),
          places: [publication.place]))
    }
    for service in publication.services {
      if service.proto == .smtp, legacyPorts.contains(service.port) {
        find(
          .legacyPort, .blocker,
          TranslatedText(
            "New accounts are told to send through \(service).",
            pt: "Contas novas são instruídas a enviar por \(service).",
            es: "A las cuentas nuevas se les dice que envíen por \(service)."),
          TranslatedText(
            "Publish 465 with TLS or 587 with STARTTLS; in IceWarp SmartDiscover set the SMTP type to 1 or 3.",
            pt:
              "Publique 465 com TLS ou 587 com STARTTLS; no SmartDiscover do IceWarp, ajuste o tipo do SMTP para 1 ou 3.",
            es: "Publique 465 con TLS o 587 con STARTTLS; en SmartDiscover de IceWarp ponga el tipo de SMTP en 1 o 3."))
      }
      if service.security == .plain {
        find(
          .withoutTLS, .high,
          TranslatedText(
            "\(service.proto.rawValue) without TLS is published: \(service).",
            pt: "\(service.proto.rawValue) sem TLS é publicado: \(service).",
            es: "Se publica \(service.proto.rawValue) sin TLS: \(service)."),
          TranslatedText("Publish TLS or STARTTLS.", pt: "Publique TLS ou STARTTLS.", es: "Publique TLS o STARTTLS."))
      }
      let implicit = [465, 993, 995].contains(service.port)
      let explicit = [25, 587, 143, 110].contains(service.port)
      if service.security == .starttls, implicit {
        find(
          .encryptionOfPort, .high,
          TranslatedText(
            "STARTTLS is published for \(service.host):\(service.port), which speaks TLS from the first byte: programs hang without a word.",
            pt:
              "STARTTLS é publicado para \(service.host):\(service.port), que fala TLS desde o primeiro byte: os programas travam sem dizer nada.",
            es:
              "Se publica STARTTLS para \(service.host):\(service.port), que habla TLS desde el primer byte: los programas se cuelgan sin decir nada."
          ),
          publication.source == .autodiscover
            ? TranslatedText(
              "In Autodiscover Encryption TLS means STARTTLS to Outlook: write SSL beside \(service.port).",
              pt:
                "No Autodiscover, Encryption TLS quer dizer STARTTLS para o Outlook: escreva SSL ao lado de \(service.port).",
              es:
                "En Autodiscover, Encryption TLS significa STARTTLS para Outlook: escriba SSL junto a \(service.port).")
            : TranslatedText(
              "Write SSL beside \(service.port).", pt: "Escreva SSL ao lado de \(service.port).",
              es: "Escriba SSL junto a \(service.port)."))
      } else if service.security == .tls, explicit {
        find(
          .encryptionOfPort, .high,
          TranslatedText(
            "TLS from the first byte is published for \(service.host):\(service.port), which begins in clear: programs cannot connect.",
            pt:
              "TLS desde o primeiro byte é publicado para \(service.host):\(service.port), que começa em claro: os programas não conseguem conectar.",
            es:
              "Se publica TLS desde el primer byte para \(service.host):\(service.port), que empieza en claro: los programas no pueden conectar."
          ),
          publication.source == .autodiscover
            ? TranslatedText(
              "In Autodiscover write Encryption TLS beside \(service.port).",
              pt: "No Autodiscover, escreva Encryption TLS ao lado de \(service.port).",
              es: "En Autodiscover escriba Encryption TLS junto a \(service.port).")
            : TranslatedText(
              "Write STARTTLS beside \(service.port).", pt: "Escreva STARTTLS ao lado de \(service.port).",
              es: "Escriba STARTTLS junto a \(service.port)."))
      }
    }
    let sending = PublicationJudge.sending(publication)
    if let description, !sending.isEmpty {
      let wanted = Set(description.services(.smtp))
      for service in sending where !wanted.contains(service) {
        find(
          .unlikeDescription, .medium,
          TranslatedText(
            "\(service) is published; it is not among \(PublicationJudge.list(wanted)).",
            pt: "\(service) é publicado; não está entre \(PublicationJudge.list(wanted)).",
            es: "Se publica \(service); no está entre \(PublicationJudge.list(wanted))."),
          PublicationJudge.publishOurs)
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
              detail: PublicationJudge.contradiction(
                proto, (first.source, PublicationJudge.list(a)), (second.source, PublicationJudge.list(b))
              ).text(in: language),
              remedy: TranslatedText(
                "Make both from one description: client-config --output writes them.",
                pt: "Faça ambos de uma só descrição: client-config --output os escreve.",
                es: "Haga ambos de una sola descripción: client-config --output los escribe."
              ).text(in: language),
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
      compare(service, probe.targets, places)
    }
  }

  private func compare(
    _ service: MailService, _ targets: [ProbedTarget], _ places: [String]
  ) -> [PublicationFinding] {
    let probed = targets.filter { $0.host.lowercased() == service.host && $0.port == service.port }
    func finding(
      _ code: PublicationFindingCode, _ severity: ProbeSeverity, _ detail: TranslatedText, _ remedy: TranslatedText
    ) -> PublicationFinding {
      PublicationFinding(
        code: code, severity: severity, detail: detail.text(in: language), remedy: remedy.text(in: language),
        places: places)
    }
    if probed.isEmpty {
      return [
        finding(
          .notProbed, .info,
          TranslatedText(
            "\(service.host):\(service.port) was not probed.", pt: "\(service.host):\(service.port) não foi sondado.",
            es: "\(service.host):\(service.port) no se sondeó."),
          TranslatedText(
            verbatim:
              "port587 probe \(service.host) --port \(service.port):\(service.security == .tls ? "tls" : "starttls")"))
      ]
    }
    var findings: [PublicationFinding] = []
    for target in probed {
      let place = "\(service.host):\(service.port)" + (target.address.map { " (\($0))" } ?? "")
      if target.reachability != .open {
        findings.append(
          finding(
            .unlikeProbe, .blocker,
            TranslatedText(
              "\(place) is published, and the probe found it \(target.reachability.rawValue).",
              pt: "\(place) é publicado, e a sonda o encontrou assim: \(target.reachability.rawValue).",
              es: "Se publica \(place), y el sondeo lo encontró así: \(target.reachability.rawValue)."),
            TranslatedText(
              "Open the port, or do not publish it.", pt: "Abra a porta, ou não a publique.",
              es: "Abra el puerto, o no lo publique.")))
        continue
      }
      let offersSTARTTLS = target.capabilities.beforeTLS.contains { $0.uppercased() == "STARTTLS" }
      if target.mode != .tls, service.security == .tls {
        findings.append(
          finding(
            .unlikeProbe, .high,
            TranslatedText(
              "\(place) is published with TLS from the first byte, and it was probed as \(target.mode.rawValue).",
              pt: "\(place) é publicado com TLS desde o primeiro byte, e foi sondado como \(target.mode.rawValue).",
              es: "Se publica \(place) con TLS desde el primer byte, y se sondeó como \(target.mode.rawValue)."),
            TranslatedText(
              "Publish STARTTLS, or port 465.", pt: "Publique STARTTLS, ou a porta 465.",
              es: "Publique STARTTLS, o el puerto 465.")))
      } else if target.mode == .tls, service.security == .starttls {
        findings.append(
          finding(
            .unlikeProbe, .high,
            TranslatedText(
              "\(place) is published with STARTTLS, and it was probed as TLS from the first byte.",
              pt: "\(place) é publicado com STARTTLS, e foi sondado como TLS desde o primeiro byte.",
              es: "Se publica \(place) con STARTTLS, y se sondeó como TLS desde el primer byte."),
            TranslatedText("Publish SSL there.", pt: "Publique SSL ali.", es: "Publique SSL ahí.")))
      } else if service.security == .starttls, !offersSTARTTLS {
        findings.append(
          finding(
            .unlikeProbe, .high,
            TranslatedText(
              "\(place) is published with STARTTLS, and the server does not offer it.",
              pt: "\(place) é publicado com STARTTLS, e o servidor não o oferece.",
              es: "Se publica \(place) con STARTTLS, y el servidor no lo ofrece."),
            TranslatedText(
              "Let the server offer STARTTLS.", pt: "Faça o servidor oferecer STARTTLS.",
              es: "Haga que el servidor ofrezca STARTTLS.")))
      }
      if let certificate = target.tls?.certificate, !certificate.nameMatches {
        let names = certificate.names.joined(separator: ", ")
        findings.append(
          finding(
            .certificateName, .high,
            TranslatedText(
              "\(place) shows a certificate for \(names), not for \(service.host).",
              pt: "\(place) mostra um certificado para \(names), não para \(service.host).",
              es: "\(place) muestra un certificado para \(names), no para \(service.host)."),
            TranslatedText(
              "Publish a name that the certificate holds, or get one for \(service.host).",
              pt: "Publique um nome que o certificado contém, ou obtenha um para \(service.host).",
              es: "Publique un nombre que el certificado contenga, u obtenga uno para \(service.host).")))
      }
    }
    return findings
  }

  private static let publishOurs = TranslatedText(
    "Publish what client-config --output writes.", pt: "Publique o que client-config --output escreve.",
    es: "Publique lo que escribe client-config --output.")

  private static func contradiction(
    _ proto: MailServiceProtocol, _ first: (source: PublicationSource, says: String),
    _ second: (source: PublicationSource, says: String)
  ) -> TranslatedText {
    let (name, one, other) = (proto.rawValue, first.source.rawValue, second.source.rawValue)
    return TranslatedText(
      "For \(name) \(one) says \(first.says), \(other) says \(second.says): which server a user gets depends on the program.",
      pt:
        "Para \(name), \(one) diz \(first.says), \(other) diz \(second.says): o servidor que o usuário recebe depende do programa.",
      es:
        "Para \(name), \(one) dice \(first.says), \(other) dice \(second.says): el servidor que recibe el usuario depende del programa."
    )
  }

  private static func list(_ services: Set<MailService>) -> String {
    services.map(\.description).sorted().joined(separator: ", ")
  }
}
