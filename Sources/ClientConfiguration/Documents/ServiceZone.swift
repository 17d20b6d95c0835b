import MailModel

/// SRV records as lines of a zone file (RFC 6186, and RFC 8314 section 5.1 for `_submissions`).
struct ServiceZone: ConfigurationDocument {
  /// A service with the label under which the DNS knows it.
  static let labels: [(label: String, proto: MailServiceProtocol, security: MailServiceSecurity)] = [
    ("_submissions", .smtp, .tls), ("_submission", .smtp, .starttls), ("_imaps", .imap, .tls),
    ("_imap", .imap, .starttls), ("_pop3s", .pop3, .tls), ("_pop3", .pop3, .starttls),
  ]

  func fileName(_ description: ClientDescription) -> String { "\(description.domain).zone" }

  func advice(_ description: ClientDescription) -> [TranslatedText] {
    [
      TranslatedText(
        "for the zone of \(description.domain); a target of . says that the service is not offered",
        pt: "para a zona de \(description.domain); um destino . diz que o serviço não é oferecido",
        es: "para la zona de \(description.domain); un destino . dice que el servicio no se ofrece")
    ]
  }

  func text(_ description: ClientDescription) -> String {
    var lines: [String] = []
    for proto in MailServiceProtocol.allCases {
      let offered = description.services(proto)
      for entry in ServiceZone.labels where entry.proto == proto {
        let owner = "\(entry.label)._tcp.\(description.domain)."
        let matching = offered.enumerated().filter { $0.element.security == entry.security }
        for (rank, service) in matching {
          lines.append("\(owner) 3600 IN SRV \(rank * 10) 1 \(service.port) \(service.host).")
        }
        if matching.isEmpty { lines.append("\(owner) 3600 IN SRV 0 0 0 .") }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
