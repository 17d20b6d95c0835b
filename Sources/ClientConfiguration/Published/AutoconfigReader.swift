import Foundation
import MailModel

/// Reads Mozilla's autoconfig files.
enum AutoconfigReader {
  /// The services in the order of the file, and what is wrong with the file; nothing where it is none.
  static func services(_ bytes: [UInt8], domain: String) -> (services: [MailService], problem: TranslatedText?)? {
    guard let root = MarkupElement.parse(bytes), root.name == "clientConfig" else { return nil }
    var services: [MailService] = []
    for (element, protocols) in [
      ("incomingServer", [MailServiceProtocol.imap, .pop3]), ("outgoingServer", [.smtp]),
    ] {
      for server in root.all(element) {
        guard let proto = protocols.first(where: { $0.rawValue == server.attributes["type"]?.lowercased() }),
          let host = server.value("hostname"), !host.isEmpty,
          let port = server.value("port").flatMap({ Int($0) })
        else { continue }
        services.append(
          MailService(
            proto, host: PublishedHost.filled(host, domain: domain), port: port,
            security: security(server.value("socketType"))))
      }
    }
    let domains = root.all("domain").map { $0.text.trimmingCharacters(in: .whitespacesAndNewlines).lowercased() }
    let isOurs = domains.isEmpty || domains.contains(domain) || domains.contains("%emaildomain%")
    let named = domains.joined(separator: ", ")
    return (
      services,
      isOurs
        ? nil
        : TranslatedText(
          "The file is for \(named), not for \(domain).", pt: "O arquivo é para \(named), não para \(domain).",
          es: "El archivo es para \(named), no para \(domain).")
    )
  }

  private static func security(_ word: String?) -> MailServiceSecurity {
    switch word?.uppercased() {
    case "SSL": .tls
    case "STARTTLS": .starttls
    case "PLAIN": .plain
    default: .unsaid
    }
  }
}
