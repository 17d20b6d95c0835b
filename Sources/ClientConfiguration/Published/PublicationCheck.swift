public import MailModel
import Synchronization
import Transport

/// Asks for everything that a domain publishes.
public struct PublicationCheck: Sendable {
  private let domain: String
  private let address: String
  private let caFile: String?
  private let routes: [String]
  private let seconds: Int
  private let sources: PublicationSources

  /// - Parameter address: the address that Autodiscover is asked about.
  public init(
    domain: String, address: String, caFile: String?, routes: [String], seconds: Int, sources: PublicationSources
  ) {
    self.domain = domain
    self.address = address
    self.caFile = caFile
    self.routes = routes
    self.seconds = seconds
    self.sources = sources
  }

  /// What is published, place by place, each asked at the same time as the others.
  public func run() -> [Publication] {
    let found = Mutex<[Int: [Publication]]>([:])
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
    _ read: ([UInt8]) -> (services: [MailService], problem: String?)?
  ) -> Publication {
    var publication = Publication(source: source, place: url, services: [])
    switch sources.fetch(WebRequest(url: url, body: body, caFile: caFile, routes: routes, seconds: seconds)) {
    case .failure(let fault):
      publication.problem = PublicationCheck.words(fault)
      publication.isUnknown = fault == .timedOut
    case .success(let answer):
      if answer.status == 401 {
        publication.problem = "It asks for a login, so what it would say is not known."
      } else if answer.status != 200 {
        publication.problem = "HTTP status \(answer.status): nothing is published here."
      } else if let found = read(answer.body) {
        publication.services = found.services
        publication.problem = found.problem
      } else {
        publication.problem = "The answer is no such document."
      }
    }
    return publication
  }

  private func records() -> Publication {
    var publication = Publication(source: .srv, place: "SRV records of \(domain)", services: [])
    for entry in ServiceZone.labels {
      switch sources.records("\(entry.label)._tcp.\(domain)") {
      case .failure(let fault):
        publication.isUnknown = true
        publication.problem = fault == .noAnswer ? "The name server did not answer." : "The answer could not be read."
        // A name server that is silent once is not asked five times more.
        return publication
      case .success(let records):
        for record in records where record.target != "." {
          publication.services.append(
            MailService(entry.proto, host: record.target, port: record.port, security: entry.security))
        }
      }
    }
    if publication.services.isEmpty, publication.problem == nil { publication.problem = "There are none." }
    return publication
  }

  private static func words(_ fault: WebFault) -> String {
    switch fault {
    case .unresolvable: "The host has no address: nothing is published here."
    case .unreachable: "Nobody listens there: nothing is published here."
    case .timedOut: "No answer in time."
    case .untrusted(let reason): "Its certificate is not accepted (\(reason)), so mail programs do not read it either."
    case .failed(let reason): "It could not be read: \(reason)."
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
