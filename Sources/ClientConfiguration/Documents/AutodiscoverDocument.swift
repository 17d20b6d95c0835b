import MailModel

/// Microsoft's Autodiscover answer in plain old XML, read by Outlook when an account is added or repaired.
///
/// Every protocol stands under one Account; `Encryption` TLS means STARTTLS to Outlook, and SSL means TLS from the first byte.
struct AutodiscoverDocument: ConfigurationDocument {
  func fileName(_ description: ClientDescription) -> String {
    description.address == nil ? "autodiscover.template.xml" : "autodiscover.xml"
  }

  func advice(_ description: ClientDescription) -> [TranslatedText] {
    let places = [
      TranslatedText(
        "https://autodiscover.\(description.domain)/autodiscover/autodiscover.xml (the answer to a POST)",
        pt: "https://autodiscover.\(description.domain)/autodiscover/autodiscover.xml (a resposta a um POST)",
        es: "https://autodiscover.\(description.domain)/autodiscover/autodiscover.xml (la respuesta a un POST)"),
      TranslatedText(
        "or the host of the SRV record _autodiscover._tcp.\(description.domain)",
        pt: "ou o host do registro SRV _autodiscover._tcp.\(description.domain)",
        es: "o el host del registro SRV _autodiscover._tcp.\(description.domain)"),
    ]
    guard description.address == nil else { return places }
    return places + [
      TranslatedText(
        "a template: the web server has to put the address of each request in place of %EMAILADDRESS%",
        pt: "um modelo: o servidor web deve pôr o endereço de cada pedido no lugar de %EMAILADDRESS%",
        es: "una plantilla: el servidor web debe poner la dirección de cada petición en lugar de %EMAILADDRESS%")
    ]
  }

  func text(_ description: ClientDescription) -> String {
    var lines = [
      #"<?xml version="1.0" encoding="utf-8"?>"#,
      #"<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">"#,
      #"  <Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a">"#,
    ]
    lines += ["    <Account>", "      <AccountType>email</AccountType>", "      <Action>settings</Action>"]
    let name = description.userName ?? (description.loginName == .address ? "%EMAILADDRESS%" : "%EMAILLOCALPART%")
    for proto in [MailServiceProtocol.imap, .pop3, .smtp] {
      // Outlook takes the first of a kind.
      guard let service = description.services(proto).first else { continue }
      lines += [
        "      <Protocol>", "        <Type>\(proto.rawValue.uppercased())</Type>",
        "        <Server>\(MarkupText.escaped(service.host))</Server>", "        <Port>\(service.port)</Port>",
        "        <LoginName>\(MarkupText.escaped(name))</LoginName>", "        <SPA>off</SPA>",
        "        <SSL>\(service.security == .plain ? "off" : "on")</SSL>",
        "        <Encryption>\(AutodiscoverDocument.word(service.security))</Encryption>",
        "        <AuthRequired>on</AuthRequired>",
      ]
      if proto == .smtp { lines += ["        <UsePOPAuth>off</UsePOPAuth>", "        <SMTPLast>off</SMTPLast>"] }
      lines.append("      </Protocol>")
    }
    lines += ["    </Account>", "  </Response>", "</Autodiscover>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func word(_ security: MailServiceSecurity) -> String {
    switch security {
    case .tls: "SSL"
    case .starttls: "TLS"
    case .plain, .unsaid: "None"
    }
  }
}
