import MailModel

/// A configuration profile for Mail on iPhone, iPad and Mac (payload `com.apple.mail.managed`).
struct AppleProfile: ConfigurationDocument {
  func fileName(_ description: ClientDescription) -> String { "\(description.domain).mobileconfig" }

  func advice(_ description: ClientDescription) -> [TranslatedText] {
    [
      TranslatedText(
        "for download as application/x-apple-aspen-config; sign it, else the device warns of an unsigned profile",
        pt:
          "para download como application/x-apple-aspen-config; assine-o, senão o aparelho avisa que o perfil não é assinado",
        es: "para descargar como application/x-apple-aspen-config; fírmelo, o el aparato avisará de un perfil sin firma"
      ),
      TranslatedText(
        "it adds an account and changes none that was made by hand",
        pt: "ele acrescenta uma conta e não muda nenhuma que foi feita à mão",
        es: "añade una cuenta y no cambia ninguna hecha a mano"),
    ]
      + (description.address == nil
        ? [
          TranslatedText(
            "the device asks each user for address and login name",
            pt: "o aparelho pede a cada usuário endereço e nome de login",
            es: "el aparato pide a cada usuario la dirección y el nombre de inicio")
        ] : [])
  }

  func text(_ description: ClientDescription) -> String {
    let identifier = "port587.mail." + description.domain.split(separator: ".").reversed().joined(separator: ".")
    var payload: [(String, Value)] = [
      ("EmailAccountDescription", .text(description.displayName)),
      ("IncomingMailServerAuthentication", .text("EmailAuthPassword")),
      ("OutgoingMailServerAuthentication", .text("EmailAuthPassword")),
      ("OutgoingPasswordSameAsIncomingPassword", .flag(true)), ("PayloadDescription", .text("E-mail")),
      ("PayloadDisplayName", .text(description.displayName)), ("PayloadIdentifier", .text(identifier + ".account")),
      ("PayloadType", .text("com.apple.mail.managed")), ("PayloadUUID", .text(AppleProfile.uuid(identifier, 1))),
      ("PayloadVersion", .number(1)),
    ]
    if let address = description.address { payload.append(("EmailAddress", .text(address))) }
    let incoming = description.services(.imap).first ?? description.services(.pop3).first
    if let incoming {
      payload.append(("EmailAccountType", .text(incoming.proto == .imap ? "EmailTypeIMAP" : "EmailTypePOP")))
      payload += server("Incoming", incoming, description)
    }
    if let outgoing = description.services(.smtp).first { payload += server("Outgoing", outgoing, description) }
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">"#,
      #"<plist version="1.0">"#, "<dict>", "  <key>PayloadContent</key>", "  <array>", "    <dict>",
    ]
    lines += payload.sorted { $0.0 < $1.0 }.flatMap { ["      <key>\($0.0)</key>", "      \($0.1.element)"] }
    lines += ["    </dict>", "  </array>"]
    let outer: [(String, Value)] = [
      ("PayloadDescription", .text("E-mail settings for \(description.domain)")),
      ("PayloadDisplayName", .text(description.displayName)), ("PayloadIdentifier", .text(identifier)),
      ("PayloadRemovalDisallowed", .flag(false)), ("PayloadType", .text("Configuration")),
      ("PayloadUUID", .text(AppleProfile.uuid(identifier, 2))), ("PayloadVersion", .number(1)),
    ]
    lines += outer.flatMap { ["  <key>\($0.0)</key>", "  \($0.1.element)"] }
    lines += ["</dict>", "</plist>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private enum Value {
    case text(String)
    case number(Int)
    case flag(Bool)

    var element: String {
      switch self {
      case .text(let text): "<string>\(MarkupText.escaped(text))</string>"
      case .number(let number): "<integer>\(number)</integer>"
      case .flag(let flag): flag ? "<true/>" : "<false/>"
      }
    }
  }

  private func server(
    _ side: String, _ service: MailService, _ description: ClientDescription
  ) -> [(String, Value)] {
    var keys: [(String, Value)] = [
      ("\(side)MailServerHostName", .text(service.host)), ("\(side)MailServerPortNumber", .number(service.port)),
      ("\(side)MailServerUseSSL", .flag(service.security != .plain)),
    ]
    if let name = description.userName { keys.append(("\(side)MailServerUsername", .text(name))) }
    return keys
  }

  /// The same domain has the same identifier each time, so that a newer profile takes the place of the older.
  private static func uuid(_ name: String, _ number: UInt8) -> String {
    var bytes = Array(SHA256.digest(Array(name.utf8) + [number]).prefix(16))
    // RFC 9562 section 5.8: version 8, what the bits are is ours to say.
    bytes[6] = bytes[6] & 0x0f | 0x80
    bytes[8] = bytes[8] & 0x3f | 0x80
    let hex = bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }.joined()
    let cuts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    let text = Array(hex)
    return cuts.map { String(text[$0]) }.joined(separator: "-")
  }
}
