import MailModel

/// Reads Autodiscover answers in plain old XML, and writes the question.
enum AutodiscoverReader {
  /// What Outlook asks with.
  static func question(address: String) -> [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006">
      <Request><EMailAddress>\(MarkupText.escaped(address))</EMailAddress>
      <AcceptableResponseSchema>http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a</AcceptableResponseSchema></Request>
      </Autodiscover>

      """.utf8)
  }

  /// The services in the order of the answer, and what is wrong with it; nothing where it is no such answer.
  static func services(_ bytes: [UInt8], domain: String) -> (services: [MailService], problem: TranslatedText?)? {
    guard let root = MarkupElement.parse(bytes), root.name == "Autodiscover" else { return nil }
    let accounts = root.all("Account")
    var services: [MailService] = []
    for server in accounts.flatMap({ $0.all("Protocol") }) {
      guard let proto = protocolNamed(server.value("Type")), let host = server.value("Server"), !host.isEmpty,
        let port = server.value("Port").flatMap({ Int($0) })
      else { continue }
      services.append(
        MailService(
          proto, host: PublishedHost.filled(host, domain: domain), port: port, security: security(server, port)))
    }
    if let error = root.all("Error").first {
      let reason = error.value("Message") ?? error.value("ErrorCode") ?? "?"
      return (
        services,
        TranslatedText(
          "The answer is an error: \(reason).", pt: "A resposta é um erro: \(reason).",
          es: "La respuesta es un error: \(reason).")
      )
    }
    guard accounts.count > 1 else { return (services, nil) }
    return (
      services,
      TranslatedText(
        "There is more than one Account; Outlook reads the first alone.",
        pt: "Há mais de um Account; o Outlook lê só o primeiro.",
        es: "Hay más de un Account; Outlook lee solo el primero.")
    )
  }

  private static func protocolNamed(_ type: String?) -> MailServiceProtocol? {
    switch type?.uppercased() {
    case "SMTP": .smtp
    case "IMAP": .imap
    case "POP3": .pop3
    default: nil
    }
  }

  /// `Encryption` is what newer programs read, `SSL` what older ones do; SSL alone means TLS from the first byte but on STARTTLS ports.
  private static func security(_ server: MarkupElement, _ port: Int) -> MailServiceSecurity {
    switch server.value("Encryption")?.lowercased() {
    case "ssl": return .tls
    case "tls": return .starttls
    case "none": return .plain
    case "auto": return .unsaid
    default: break
    }
    switch server.value("SSL")?.lowercased() {
    case "off": return .plain
    case "on": return [25, 587, 143, 110].contains(port) ? .starttls : .tls
    default: return .unsaid
    }
  }
}
