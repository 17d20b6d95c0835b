/// The names that a template can use, so that a misspelt one is found before a message is made.
enum TemplateNames {
  /// Every name of every kind of message.
  static let all: Set<String> = [
    "account", "server", "starttls", "starttlsPort", "tls", "tlsPort", "both", "userName", "cutover", "cutoverShort",
    "past", "contact", "organisation", "guide", "autoconfig", "profile", "first", "reminder", "last", "notReady",
    "moving", "blocked", "refused",
    "unknown", "person", "device", "guessed", "unverified", "clientTitle", "clientPath", "clientSteps",
    "clientNote",
    "clientLink", "others", "title", "path", "text", "devices", "more", "when", "address", "name", "zone", "errorText",
    "optOut", "seen", "figures", "label", "count", "shared", "identity", "failures", "detail", "open", "changes",
    "dayCount",
    "perhaps", "noLogin", "hasDevices", "hasOthers", "hasFailures", "hasShared",
  ]

  /// The names between `{{` and `}}`, without the signs of sections.
  static func used(in template: String) -> Set<String> {
    var names: Set<String> = []
    // Every name stands between `{{` and `}}`; what lies between two of them begins behind the next `{{`.
    var rest = template.utf8[...]
    while let open = pair(0x7b, in: rest) {
      rest = rest[rest.index(open, offsetBy: 2)...]
      guard let close = pair(0x7d, in: rest) else { break }
      var name = Substring(rest[..<close])
      rest = rest[rest.index(close, offsetBy: 2)...]
      guard let sign = name.first, sign != "!" else { continue }
      if "#^/&{".contains(sign) { name = name.dropFirst() }
      let bare = name.filter { $0 != " " }
      if bare != "." { names.insert(bare) }
    }
    return names
  }

  /// Where a byte stands twice.
  private static func pair(_ byte: UInt8, in text: Substring.UTF8View) -> Substring.Index? {
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if text[index] == byte, next < text.endIndex, text[next] == byte { return index }
      index = next
    }
    return nil
  }
}
