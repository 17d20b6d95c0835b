public import MailModel
import Transport

/// Asks for everything that a domain publishes.
public struct PublicationCheck: Sendable {
  private let domain: String
  private let address: String
  private let caFile: String?
  private let routes: [String]
  private let seconds: Int
  private let sources: PublicationSources
  private let language: Language

  /// - Parameter address: the address that Autodiscover is asked about.
  public init(
    domain: String, address: String, caFile: String?, routes: [String], seconds: Int, sources: PublicationSources,
    language: Language = .english
  ) {
    self.domain = domain
    self.address = address
    self.caFile = caFile
    self.routes = routes
    self.seconds = seconds
    self.sources = sources
    self.language = language
  }

  /// What is published, place by place, each asked at the same time as the others.
  public func run() -> [Publication] {
    let found = LockedValue<[Int: [Publication]]>([:])
    let jobs: [@Sendable () -> [Publication]] = [
      {
        [
          autoconfig(
            "https://autoconfig.\(domain)/mail/config-v1.1.xml?emailaddress=\(PublicationCheck.escaped(address))")
        ]
      },
      { [autoconfig("https://\(domain)/.well-known/autoconfig/mail/config-v1.1.xml")] },
      { [autodiscover("https://autodiscover.\(domain)/autodiscover/autodiscover.xml")] },
      { [autodiscover("https://\(domain)/autodiscover/autodiscover.xml")] },
      { autodiscoverByRecord() },
      { [records()] },
    ]
    WorkerThread.runAll(
      jobs.enumerated().map { number, job in
        {
          let answer = job()
          found.withLock { $0[number] = answer }
        }
      }, atOnce: jobs.count)
    return found.withLock { found in jobs.indices.flatMap { found[$0] ?? [] } }
  }

  private func autoconfig(_ url: String) -> Publication {
    document(.autoconfig, url, nil) { AutoconfigReader.services($0, domain: domain) }
  }

  private func autodiscover(_ url: String) -> Publication {
    document(.autodiscover, url, AutodiscoverReader.question(address: address)) {
      AutodiscoverReader.services($0, domain: domain)
    }
  }

  /// Where Outlook goes when no host of the domain answers.
  private func autodiscoverByRecord() -> [Publication] {
    let name = "_autodiscover._tcp.\(domain)"
    guard case .success(let records) = sources.records(name), let first = records.first, first.target != "." else {
      return []
    }
    let port = first.port == 443 ? "" : ":\(first.port)"
    return [autodiscover("https://\(first.target)\(port)/autodiscover/autodiscover.xml")]
  }

  private func document(
    _ source: PublicationSource, _ url: String, _ body: [UInt8]?,
    _ read: ([UInt8]) -> (services: [MailService], problem: TranslatedText?)?
  ) -> Publication {
    var publication = Publication(source: source, place: url, services: [])
    switch sources.fetch(WebRequest(url: url, body: body, caFile: caFile, routes: routes, seconds: seconds)) {
    case .failure(let fault):
      publication.problem = PublicationCheck.words(fault).text(in: language)
      publication.isUnknown = fault == .timedOut
    case .success(let answer):
      if answer.status == 401 {
        publication.problem = TranslatedText(
          "It asks for a login, so what it would say is not known.",
          pt: "Pede login: não se sabe o que diria.",
          es: "Pide iniciar sesión: no se sabe qué diría."
        ).text(in: language)
      } else if answer.status != 200 {
        publication.problem = TranslatedText(
          "HTTP status \(answer.status): nothing is published here.",
          pt: "Status HTTP \(answer.status): nada é publicado aqui.",
          es: "Estado HTTP \(answer.status): aquí no se publica nada."
        ).text(in: language)
      } else if let found = read(answer.body) {
        publication.services = found.services
        publication.problem = found.problem?.text(in: language)
      } else {
        publication.problem = TranslatedText(
          "The answer is no such document.",
          pt: "A resposta não é um documento desses.",
          es: "La respuesta no es un documento de esos."
        ).text(in: language)
      }
    }
    return publication
  }

  private func records() -> Publication {
    let place = TranslatedText(
      "SRV records of \(domain)", pt: "registros SRV de \(domain)", es: "registros SRV de \(domain)")
    var publication = Publication(source: .srv, place: place.text(in: language), services: [])
    for entry in ServiceZone.labels {
      switch sources.records("\(entry.label)._tcp.\(domain)") {
      case .failure(let fault):
        publication.isUnknown = true
        let problem =
          fault == .noAnswer
          ? TranslatedText(
            "The name server did not answer.", pt: "O servidor de nomes não respondeu.",
            es: "El servidor de nombres no respondió.")
          : TranslatedText(
            "The answer could not be read.", pt: "A resposta não pôde ser lida.", es: "La respuesta no se pudo leer.")
        publication.problem = problem.text(in: language)
        // A name server that is silent once is not asked five times more.
        return publication
      case .success(let records):
        for record in records where record.target != "." {
          publication.services.append(
            MailService(entry.proto, host: record.target, port: record.port, security: entry.security))
        }
      }
    }
    if publication.services.isEmpty, publication.problem == nil {
      publication.problem = TranslatedText(
        "There are none.",
        pt: "Não há nenhum.",
        es: "No hay ninguno."
      ).text(in: language)
    }
    return publication
  }

  private static func words(_ fault: WebFault) -> TranslatedText {
    switch fault {
    case .unresolvable:
      TranslatedText(
        "The host has no address: nothing is published here.",
        pt: "O host não tem endereço: nada é publicado aqui.",
        es: "El host no tiene dirección: aquí no se publica nada.")
    case .unreachable:
      TranslatedText(
        "Nobody listens there: nothing is published here.",
        pt: "Ninguém atende ali: nada é publicado aqui.",
        es: "Nadie escucha ahí: aquí no se publica nada.")
    case .timedOut:
      TranslatedText(
        "No answer in time.",
        pt: "Sem resposta a tempo.",
        es: "Sin respuesta a tiempo.")
    case .untrusted(let reason):
      TranslatedText(
        "Its certificate is not accepted (\(reason)), so mail programs do not read it either.",
        pt: "O certificado não é aceito (\(reason)); programas de e-mail também não o leem.",
        es: "Su certificado no se acepta (\(reason)); los programas de correo tampoco lo leen.")
    case .failed(let reason):
      TranslatedText(
        "It could not be read: \(reason).",
        pt: "Não pôde ser lido: \(reason).",
        es: "No se pudo leer: \(reason).")
    }
  }

  /// An address as it may stand in a query.
  private static func escaped(_ text: String) -> String {
    text.utf8.map { byte -> String in
      let isPlain = (48...57).contains(byte) || (97...122).contains(byte | 0x20) || "-._~@".utf8.contains(byte)
      let hex = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(decoding: [byte], as: UTF8.self) : "%" + (byte < 16 ? "0" : "") + hex
    }.joined()
  }
}
