import Foundation

/// The two text parts of a message, read back by rules of their own: boundaries, quoted-printable, tags, entities.
struct MessageParts {
  let plainWords: [String]
  let htmlWords: [String]

  init(_ message: String) {
    let text = message.replacing("\r\n", with: "\n")
    func part(_ type: String) -> String {
      guard let start = text.range(of: "Content-Type: text/\(type)") else { return "" }
      let rest = text[start.upperBound...]
      guard let body = rest.range(of: "\n\n"), let end = rest.range(of: "\n--=_") else { return "" }
      return MessageParts.decode(rest[body.upperBound..<end.lowerBound])
    }
    plainWords = MessageParts.words(
      part("plain").split(separator: "\n").map { line in
        line.allSatisfy { $0 == "-" } ? "" : line.hasPrefix("  > ") ? String(line.dropFirst(4)) : String(line)
      }.joined(separator: " "))
    let html = part("html")
    let body = html.range(of: "<body>").map { html[$0.upperBound...] } ?? ""
    htmlWords = MessageParts.words(MessageParts.withoutTags(body))
  }

  /// Words without the signs that only one of the parts has: bullets, numbers of steps, colons behind labels.
  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map { $0.hasSuffix(":") ? String($0.dropLast()) : String($0) }
      .filter { word in
        word != "*" && !word.isEmpty && !(word.count == 2 && word.hasSuffix(".") && word.first?.isNumber == true)
      }
  }

  private static func decode(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    let raw = Array(text.utf8)
    var index = 0
    while index < raw.count {
      if raw[index] == 61 {
        if index + 1 < raw.count, raw[index + 1] == 10 {
          index += 2
          continue
        }
        bytes.append(UInt8(String(decoding: raw[(index + 1)...(index + 2)], as: UTF8.self), radix: 16) ?? 0)
        index += 3
      } else {
        bytes.append(raw[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func withoutTags(_ html: Substring) -> String {
    var result = ""
    var isTag = false
    var tag = ""
    for character in html {
      if character == "<" {
        isTag = true
        tag = ""
      } else if character == ">", isTag {
        isTag = false
        // Blocks part words, inline elements do not.
        if !["strong", "/strong", "code", "/code", "/a"].contains(tag), !tag.hasPrefix("a ") { result += " " }
      } else if isTag {
        tag.append(character)
      } else {
        result.append(character)
      }
    }
    for (name, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      result = result.replacing(name, with: sign)
    }
    return result
  }
}
