/// The tags of an HTML page as a browser sees them: scalar by scalar, without any knowledge of templates.
struct MarkupOutline {
  /// A start tag with its attributes.
  struct Tag {
    var name: String
    var attributes: [(name: String, value: String)] = []

    /// The tag without the values of its attributes.
    var shape: String { ([name] + attributes.map(\.name)).joined(separator: " ") }

    /// The value of an attribute.
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  /// Start tags in their order.
  private(set) var tags: [Tag] = []
  /// The content of `script` and `style` by tag name.
  private(set) var raw: [String: [String]] = [:]
  /// Everything between tags, with references resolved.
  private(set) var text = ""

  private var scalars: [Unicode.Scalar]
  private var place = 0

  init(_ bytes: [UInt8]) {
    scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    while place < scalars.count {
      if scalars[place] == "<", place + 1 < scalars.count, MarkupOutline.isLetter(scalars[place + 1]) {
        readTag()
      } else if scalars[place] == "<", place + 1 < scalars.count, "/!?".unicodeScalars.contains(scalars[place + 1]) {
        while place < scalars.count, scalars[place] != ">" { place += 1 }
        place += 1
      } else {
        text.unicodeScalars.append(scalars[place])
        place += 1
      }
    }
    text = MarkupOutline.resolve(text)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII && scalar.properties.isAlphabetic }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    [0x20, 0x09, 0x0a, 0x0c, 0x0d].contains(scalar.value)
  }

  private mutating func read(while condition: (Unicode.Scalar) -> Bool) -> String {
    var result = ""
    while place < scalars.count, condition(scalars[place]) {
      result.unicodeScalars.append(scalars[place])
      place += 1
    }
    return result
  }

  private mutating func readTag() {
    place += 1
    var tag = Tag(name: read { !MarkupOutline.isSpace($0) && $0 != ">" && $0 != "/" }.lowercased())
    while place < scalars.count, scalars[place] != ">" {
      if MarkupOutline.isSpace(scalars[place]) || scalars[place] == "/" {
        place += 1
        continue
      }
      let name = read { !MarkupOutline.isSpace($0) && $0 != ">" && $0 != "/" && $0 != "=" }
      var value = ""
      if place < scalars.count, scalars[place] == "=" {
        place += 1
        if place < scalars.count, scalars[place] == "\"" || scalars[place] == "'" {
          let quote = scalars[place]
          place += 1
          value = read { $0 != quote }
          place += 1
        } else {
          value = read { !MarkupOutline.isSpace($0) && $0 != ">" }
        }
      }
      tag.attributes.append((name.lowercased(), MarkupOutline.resolve(value)))
    }
    place += 1
    tags.append(tag)
    if ["script", "style"].contains(tag.name) {
      let end = Array("</\(tag.name)".unicodeScalars)
      let start = place
      while place < scalars.count, Array(scalars[place..<min(place + end.count, scalars.count)]) != end { place += 1 }
      var content = String.UnicodeScalarView()
      content.append(contentsOf: scalars[start..<place])
      raw[tag.name, default: []].append(String(content))
    }
  }

  private static func resolve(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
      $0.replacing($1.0, with: $1.1)
    }
  }
}
