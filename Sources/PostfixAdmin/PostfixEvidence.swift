public import MailModel

/// What a check of Postfix's settings judges; nothing stands for what was not handed in.
public struct PostfixEvidence: Sendable {
  /// The output of `postconf -n`.
  public var settings: PostfixSettings?
  /// The services that listen, from `postconf -M`.
  public var services: [ListenerService]?

  /// Nothing was handed in.
  public init() {}

  /// The services, or why they are not known.
  func listeners() throws(PreflightUnknown) -> [ListenerService] {
    guard let services else {
      throw PreflightUnknown(
        TranslatedText(
          "The output of postconf -M was not given (--postfix-services).",
          pt: "A saída de postconf -M não foi informada (--postfix-services).",
          es: "No se indicó la salida de postconf -M (--postfix-services)."))
    }
    return services
  }

  /// The services with TLS by STARTTLS for users.
  func submission() throws(PreflightUnknown) -> [ListenerService] { try services(on: 587) }

  /// The services on a port; none is a reason not to judge.
  func services(on port: Int) throws(PreflightUnknown) -> [ListenerService] {
    let found = try listeners(on: port)
    if found.isEmpty {
      throw PreflightUnknown(
        TranslatedText(
          "No service listens on \(port).", pt: "Nenhum serviço atende na \(port).",
          es: "Ningún servicio atiende en el \(port)."))
    }
    return found
  }

  /// The services on a port, perhaps none; where a proxy stands in front of others, which ports clients use is not known.
  func listeners(on port: Int) throws(PreflightUnknown) -> [ListenerService] {
    let all = try listeners()
    let found = all.filter { $0.port == port }
    if !found.isEmpty { return found }
    let hidden = all.filter { hidesPort($0) }
    guard let first = hidden.first else { return [] }
    throw PreflightUnknown(
      TranslatedText(
        "A proxy stands in front of \(first.name); which port clients use, these settings do not say. Ask the server: port587 probe HOST.",
        pt:
          "Há um proxy diante de \(first.name); que porta os clientes usam, estas configurações não dizem. Pergunte ao servidor: port587 probe HOST.",
        es:
          "Hay un proxy delante de \(first.name); qué puerto usan los clientes, estos ajustes no lo dicen. Pregunte al servidor: port587 probe HOST."
      ))
  }

  /// Whether clients come to a service through a proxy, as its line or main.cf says.
  func isBehindProxy(_ service: ListenerService) -> Bool {
    service.isBehindProxy || !(known("smtpd_upstream_proxy_protocol", of: service) ?? "").isEmpty
  }

  /// Whether a proxy stands in front of a service on a port that clients do not use by themselves.
  func hidesPort(_ service: ListenerService) -> Bool {
    ![25, 465, 587].contains(service.port) && isBehindProxy(service)
  }

  /// The value of a parameter for a service (`-o` goes before main.cf), or for all of them; defaults are Postfix's own.
  func value(_ name: String, of service: ListenerService? = nil) throws(PreflightUnknown) -> String {
    if let own = service?.options[name] { return expanded(own, within: []) }
    guard let settings else {
      throw PreflightUnknown(
        TranslatedText(
          "The output of postconf -n was not given (--postconf).",
          pt: "A saída de postconf -n não foi informada (--postconf).",
          es: "No se indicó la salida de postconf -n (--postconf)."))
    }
    if let set = settings.value(name) { return expanded(set, within: [name]) }
    guard let known = PostfixDefaults.values[name], let known else {
      throw PreflightUnknown(
        TranslatedText(
          "\(name) is not set, and Postfix's default for it depends on the machine or the version.",
          pt: "\(name) não está definido, e o padrão do Postfix depende da máquina ou da versão.",
          es: "\(name) no está definido, y el valor por omisión de Postfix depende de la máquina o de la versión."))
    }
    return expanded(known, within: [name])
  }

  /// The value, or nothing where it is not known.
  func known(_ name: String, of service: ListenerService? = nil) -> String? { try? value(name, of: service) }

  /// Whether a parameter that is `yes` or `no` says yes.
  func flag(_ name: String, of service: ListenerService? = nil) throws(PreflightUnknown) -> Bool {
    try value(name, of: service).lowercased() == "yes"
  }

  /// The words of a list: `permit_mynetworks, reject`; what braces enclose is one word.
  func words(_ name: String, of service: ListenerService? = nil) throws(PreflightUnknown) -> [String] {
    PostfixEvidence.words(try value(name, of: service))
  }

  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var depth = 0
    for character in text {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if depth <= 0, character == "," || character == " " || character == "\t" {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// How strictly a service asks for TLS: `none`, `may`, `encrypt`, by the old parameters where the new one is empty.
  func tlsLevel(_ service: ListenerService) throws(PreflightUnknown) -> String {
    if try flag("smtpd_tls_wrappermode", of: service) { return "encrypt" }
    let level = try value("smtpd_tls_security_level", of: service)
    if !level.isEmpty { return level }
    if try flag("smtpd_enforce_tls", of: service) { return "encrypt" }
    return try flag("smtpd_use_tls", of: service) ? "may" : "none"
  }

  /// Puts the values of parameters in place of `$name`, `${name}` and `$(name)`; what is not known stays.
  private func expanded(_ text: String, within open: [String]) -> String {
    var room = 200
    return expanded(text, within: open, room: &room)
  }

  /// A parameter that names itself, or values that name one another again and again, stay as they stand: Postfix refuses
  /// the one, and the other would never end.
  private func expanded(_ text: String, within open: [String], room: inout Int) -> String {
    var result = ""
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      let behind = rest[rest.index(after: dollar)...]
      let isBraced = behind.first == "{" || behind.first == "("
      let name = (isBraced ? behind.dropFirst() : behind)
        .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      var after = name.endIndex
      if isBraced, after < rest.endIndex, rest[after] == "}" || rest[after] == ")" { after = rest.index(after: after) }
      let known = settings?.value(String(name)) ?? PostfixDefaults.values[String(name)] ?? nil
      if let known, room > 0, !open.contains(String(name)) {
        room -= 1
        result += expanded(known, within: open + [String(name)], room: &room)
      } else {
        result += rest[dollar..<after]
      }
      rest = rest[after...]
    }
    return result + rest
  }
}
