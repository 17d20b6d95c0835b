import MailModel

/// What IceWarp's own SmartDiscover hands out, as lines of its `tool`.
///
/// The type is 0 standard port, 1 TLS from the first byte, 2 second port without TLS, 3 second port with STARTTLS.
struct SmartDiscoverSettings: ConfigurationDocument {
  func fileName(_ description: ClientDescription) -> String { "icewarp-smartdiscover.txt" }

  func advice(_ description: ClientDescription) -> [String] {
    [
      "for IceWarp: tool on Windows, tool.sh on Linux, in its own folder; read the values first with tool get system NAME",
      "type 3 means the second port, which has to be 587: tool get system C_System_Services_SMTP_AltPort; version 12 does not list type 3",
    ]
  }

  func text(_ description: ClientDescription) -> String {
    guard let service = description.services(.smtp).first else { return "" }
    let type = service.security == .tls ? 1 : service.security == .starttls ? 3 : 2
    var lines = [
      "tool set system C_SmartDiscover_SMTP \(service.host)", "tool set system C_SmartDiscover_SMTPType \(type)",
      "tool set domain \(description.domain) D_SmartDiscover_SMTP \(service.host)",
      "tool set domain \(description.domain) D_SmartDiscover_SMTPType \(type)",
    ]
    if type == 3 { lines.append("tool set system C_System_Services_SMTP_AltPort \(service.port)") }
    if type == 1 { lines.append("tool set system C_System_Services_SMTP_SSLPort \(service.port)") }
    return lines.joined(separator: "\n") + "\n"
  }
}
