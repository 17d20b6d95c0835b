/// Reads the elements of a small XML file, however it is broken.
enum MarkupReader {
  /// Elements that hold text alone, and every end of an `item`, in the order of the file, names in lower case; and
  /// whether every element that begins also ends, as it does not in a file that was cut short.
  static func leaves(of text: String) -> (found: [(element: String, content: String)], isWhole: Bool) {
    var found: [(String, String)] = []
    var parents: [String] = []
    var isWhole = true
    var rest = text[...]
    var open: (name: String, content: String)?
    while let tag = rest.firstIndex(of: "<") {
      open?.content += decoded(rest[..<tag])
      rest = rest[tag...]
      if rest.hasPrefix("<!--") {
        rest = after("-->", in: rest)
      } else if rest.hasPrefix("<![CDATA[") {
        let end = rest.firstRange(of: "]]>")
        open?.content += String(rest.dropFirst(9)[..<(end?.lowerBound ?? rest.endIndex)])
        rest = after("]]>", in: rest)
      } else {
        let inside = rest.dropFirst().prefix { $0 != ">" }
        rest = after(">", in: rest)
        let isEnd = inside.hasPrefix("/")
        let name = inside.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" }.lowercased()
        if rest.isEmpty, text.last != ">" { isWhole = false }
        if isEnd {
          if parents.popLast() != name { isWhole = false }
          if let leaf = open, leaf.name == name { found.append((name, leaf.content)) }
          if name == "item", open?.name != name { found.append((name, "")) }
          open = nil
        } else if inside.hasSuffix("/") || inside.hasPrefix("?") || inside.hasPrefix("!") {
          found.append((name, ""))
        } else {
          parents.append(name)
          open = (name, "")
        }
      }
    }
    return (found, isWhole && parents.isEmpty)
  }

  private static func after(_ mark: String, in text: Substring) -> Substring {
    text.firstRange(of: mark).map { text[$0.upperBound...] } ?? ""
  }

  /// The five entities of XML, and numbers of characters.
  private static func decoded(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    var result = ""
    var rest = text
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      let name = rest[rest.index(after: mark)...].prefix { $0 != ";" }
      guard name.endIndex < rest.endIndex, let character = character(name) else {
        result += "&"
        rest = rest[rest.index(after: mark)...]
        continue
      }
      result.append(character)
      rest = rest[rest.index(after: name.endIndex)...]
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> Character? {
    switch name {
    case "lt": "<"
    case "gt": ">"
    case "amp": "&"
    case "quot": "\""
    case "apos": "'"
    case _ where name.hasPrefix("#x"):
      UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map { Character($0) }
    case _ where name.hasPrefix("#"): UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init).map { Character($0) }
    default: nil
    }
  }
}
