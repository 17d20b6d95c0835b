import MailModel

/// Mozilla's autoconfig file, read by Thunderbird, K-9, Evolution, KMail and others when an account is added.
///
/// Format: https://wiki.mozilla.org/Thunderbird:Autoconfiguration:ConfigFileFormat and draft-ietf-mailmaint-autoconfig.
struct AutoconfigDocument: ConfigurationDocument {
  func fileName(_ description: ClientDescription) -> String { "config-v1.1.xml" }

  func advice(_ description: ClientDescription) -> [TranslatedText] {
    [
      TranslatedText(verbatim: "https://autoconfig.\(description.domain)/mail/config-v1.1.xml"),
      TranslatedText(verbatim: "https://\(description.domain)/.well-known/autoconfig/mail/config-v1.1.xml"),
    ]
  }

  func text(_ description: ClientDescription) -> String {
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#, #"<clientConfig version="1.1">"#,
      #"  <emailProvider id="\#(MarkupText.escaped(description.domain))">"#,
      "    <domain>\(MarkupText.escaped(description.domain))</domain>",
      "    <displayName>\(MarkupText.escaped(description.displayName))</displayName>",
      "    <displayShortName>\(MarkupText.escaped(description.displayName))</displayShortName>",
    ]
    for proto in [MailServiceProtocol.imap, .pop3, .smtp] {
      let element = proto == .smtp ? "outgoingServer" : "incomingServer"
      for service in description.services(proto) {
        lines += [
          #"    <\#(element) type="\#(proto.rawValue)">"#,
          "      <hostname>\(MarkupText.escaped(service.host))</hostname>",
          "      <port>\(service.port)</port>",
          "      <socketType>\(AutoconfigDocument.word(service.security))</socketType>",
          "      <authentication>password-cleartext</authentication>",
          "      <username>\(description.loginName == .address ? "%EMAILADDRESS%" : "%EMAILLOCALPART%")</username>",
          "    </\(element)>",
        ]
      }
    }
    lines += ["  </emailProvider>", "</clientConfig>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func word(_ security: MailServiceSecurity) -> String {
    switch security {
    case .tls: "SSL"
    case .starttls: "STARTTLS"
    case .plain, .unsaid: "plain"
    }
  }
}
