/// The value of a Content-Type field (RFC 2045 section 5.1).
struct ContentType {
  /// In lower case: `multipart/report`.
  let name: String
  /// By name in lower case; of two with one name the first.
  let parameters: [String: String]

  init(_ text: String) {
    var parts: [String] = [""]
    var isQuoted = false
    var isEscaped = false
    for character in text {
      if isEscaped {
        parts[parts.count - 1].append(character)
        isEscaped = false
      } else if isQuoted, character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == ";", !isQuoted {
        parts.append("")
      } else if isQuoted || (character != " " && character != "\t") {
        parts[parts.count - 1].append(character)
      }
    }
    name = parts[0].lowercased()
    parameters = Dictionary(
      parts.dropFirst().compactMap { part in
        part.firstIndex(of: "=").map { (part[..<$0].lowercased(), String(part[part.index(after: $0)...])) }
      }, uniquingKeysWith: { first, _ in first })
  }
}
