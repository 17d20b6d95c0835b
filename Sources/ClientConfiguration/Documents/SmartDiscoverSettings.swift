import MailModel

/// What IceWarp's own SmartDiscover hands out, as lines of its `tool`.
///
/// The type is 0 standard port, 1 TLS from the first byte, 2 second port without TLS, 3 second port with STARTTLS.
struct SmartDiscoverSettings: ConfigurationDocument {
  func fileName(_ description: ClientDescription) -> String { "icewarp-smartdiscover.txt" }

  func advice(_ description: ClientDescription) -> [TranslatedText] {
    [
      TranslatedText(
        "for IceWarp: tool on Windows, tool.sh on Linux, in its own folder; read the values first with tool get system NAME",
        pt:
          "para o IceWarp: tool no Windows, tool.sh no Linux, na pasta dele; leia antes os valores com tool get system NOME",
        es:
          "para IceWarp: tool en Windows, tool.sh en Linux, en su carpeta; lea antes los valores con tool get system NOMBRE"
      ),
      TranslatedText(
        "type 3 means the second port, which has to be 587: tool get system C_System_Services_SMTP_AltPort; version 12 does not list type 3",
        pt:
          "o tipo 3 é a segunda porta, que precisa ser 587: tool get system C_System_Services_SMTP_AltPort; a versão 12 não lista o tipo 3",
        es:
          "el tipo 3 es el segundo puerto, que tiene que ser 587: tool get system C_System_Services_SMTP_AltPort; la versión 12 no lista el tipo 3"
      ),
      // The variables D_SmartDiscover_… are in IceWarp's own list, `tool get|set system` is documented; the form for domains is not.
      TranslatedText(
        "the tool set domain lines are written by analogy with tool set system, which is documented; the form for domains is not: read one back with tool get domain before you trust it, or set both fields in the domain's settings",
        pt:
          "as linhas tool set domain foram escritas por analogia com tool set system, que está documentado; a forma para domínios não está: leia uma de volta com tool get domain antes de confiar, ou ajuste os dois campos nas configurações do domínio",
        es:
          "las líneas tool set domain están escritas por analogía con tool set system, que está documentado; la forma para dominios no lo está: lea una con tool get domain antes de fiarse, o ajuste ambos campos en la configuración del dominio"
      ),
    ]
  }

  func text(_ description: ClientDescription) -> String {
    guard let service = description.services(.smtp).first else { return "" }
    let type = service.security == .tls ? 1 : service.security == .starttls ? 3 : 2
    var lines = [
      "tool set system C_SmartDiscover_SMTP \(service.host)", "tool set system C_SmartDiscover_SMTPType \(type)",
    ]
    if type == 3 { lines.append("tool set system C_System_Services_SMTP_AltPort \(service.port)") }
    if type == 1 { lines.append("tool set system C_System_Services_SMTP_SSLPort \(service.port)") }
    // A line that begins with a colon does nothing in cmd.exe and in a Unix shell alike.
    lines += [
      ": by analogy, the form for domains is not documented - read one back with tool get domain first",
      "tool set domain \(description.domain) D_SmartDiscover_SMTP \(service.host)",
      "tool set domain \(description.domain) D_SmartDiscover_SMTPType \(type)",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
