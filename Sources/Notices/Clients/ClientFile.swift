import MailModel

/// The form of `clients.txt`, in which an administrator corrects menu names.
///
///     [thunderbird]
///     title: Thunderbird
///     verified: yes
///     source: the program’s own texts, August 2026
///     path: ≡ > Account Settings > Outgoing Server (SMTP) > Edit…
///     step: Server Name: {{server}}. Port: {{port}}.
///       Connection security: {{security}}.
///
/// A line that begins with a space goes on with the one before it; `#` begins a comment.
enum ClientFile {
  /// Reads the clients of a file.
  static func parse(_ text: String, name: String) throws(TemplateFault) -> [String: ClientText] {
    var result: [String: ClientText] = [:]
    var current: String?
    for field in fields(text) {
      if field.text.hasPrefix("["), field.text.hasSuffix("]") {
        let identifier = String(field.text.dropFirst().dropLast())
        current = identifier
        result[identifier] = ClientText()
        continue
      }
      guard let identifier = current, let colon = field.text.firstIndex(of: ":") else {
        throw .badClientLine(
          name: name, line: field.line, reason: "expected [client], or a field such as \"title: …\".")
      }
      let value = String(field.text[field.text.index(after: colon)...].drop { $0 == " " })
      switch field.text[..<colon] {
      case "title": result[identifier]?.title = value
      case "verified": result[identifier]?.isVerified = value == "yes"
      case "source": result[identifier]?.source = value
      case "path": result[identifier]?.path = value
      case "step": result[identifier]?.steps.append(ClientStep(text: value))
      case "step-tls-only": result[identifier]?.steps.append(ClientStep(text: value, isForTLSOnly: true))
      case "note": result[identifier]?.note = value
      case "link": result[identifier]?.link = value
      default:
        throw .badClientLine(
          name: name, line: field.line,
          reason: "fields are title, verified, source, path, step, step-tls-only, note and link.")
      }
    }
    for (identifier, text) in result where text.title.isEmpty || text.path.isEmpty || text.steps.isEmpty {
      throw .badClientLine(name: name, line: 1, reason: "[\(identifier)] needs a title, a path and at least one step.")
    }
    return result
  }

  /// The file of a language, with every client.
  static func text(_ language: Language) -> String {
    var text = """
      # Instructions for each program and device. Placeholders: {{server}}, {{user}}, {{port}} and {{security}} (what suits the
      # program), {{starttlsPort}}, {{tlsPort}}. "verified: yes" means that the names were held against the program or what its
      # makers publish, as "source" says; "verified: no" that they were not: try them, correct them here, and write "yes". A step or note that names a port
      # which the notices leave out (--submission-port none) is left out as well; "step-tls-only" is for servers without STARTTLS.

      """
    for client in ClientRegistry.all {
      text += "\n[\(client.identifier)]\n\(client.texts[language] ?? "")\n"
    }
    return text
  }

  private static func fields(_ text: String) -> [(line: Int, text: String)] {
    var fields: [(line: Int, text: String)] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if line.first == "#" || line.allSatisfy(\.isWhitespace) { continue }
      if line.first == " " || line.first == "\t", !fields.isEmpty {
        fields[fields.count - 1].text += " " + line.drop(while: \.isWhitespace)
      } else {
        fields.append((index + 1, String(line)))
      }
    }
    return fields
  }
}
