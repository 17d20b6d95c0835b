internal import MailModel

/// The name after HELO or EHLO, taken apart (RFC 5321 section 4.1.1.1).
struct HeloName: Sendable {
  /// The name without blanks and final dot, letter case as said.
  let name: String
  /// The address of a literal, `[192.168.0.5]` or `[IPv6:fe80::1]`.
  let literal: IPAddress?
  /// Labels of a host name, none when this is no host name.
  let labels: [Substring]
  /// Whether the first label has a letter, and whether it has a capital one.
  let hasLetter: Bool
  let hasCapital: Bool

  /// Takes what the client said; nothing stays nothing.
  init?(_ helo: String?) {
    guard let helo else { return nil }
    if let plain = HeloName(plain: helo) {
      self = plain
      return
    }
    var text = Substring(helo)
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" || last == "." { text.removeLast() }
    guard !text.isEmpty, text.utf8.count <= 255 else { return nil }
    name = String(text)
    folded = name.lowercased()
    if text.hasPrefix("["), text.hasSuffix("]") {
      literal = HeloName.address(text.dropFirst().dropLast())
      labels = []
    } else {
      literal = nil
      labels = HeloName.labels(of: text)
    }
    hasLetter = labels.first?.contains(where: \.isLetter) ?? false
    hasCapital = labels.first?.contains(where: \.isUppercase) ?? false
  }

  /// A host name of ASCII without anything to trim, as nearly all are: read by bytes.
  private init?(plain helo: String) {
    let bytes = helo.utf8
    guard let last = bytes.last, last != UInt8(ascii: "."), bytes.count <= 255 else { return nil }
    var length = 0
    var capitals = false
    var others = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "."):
        if length == 0 || length > 63 { return nil }
        length = -1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals = true
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"): others = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      default: return nil
      }
      length += 1
    }
    // Without a letter it may be an address.
    guard capitals || others, length <= 63 else { return nil }
    name = helo
    folded = capitals ? helo.lowercased() : helo
    literal = nil
    labels = bytes.split(separator: UInt8(ascii: ".")).map { Substring($0) }
    let first = bytes.prefix { $0 != UInt8(ascii: ".") }
    hasCapital = first.contains { $0 &- 0x41 < 26 }
    hasLetter = first.contains { ($0 | 0x20) &- 0x61 < 26 }
  }

  /// The name in lower case.
  let folded: String
  /// Whether it is a host name with a domain, `mail.example.com`.
  var isQualified: Bool { labels.count > 1 }
  /// Whether it is a host name without a domain, `DESKTOP-1A2B3C4`.
  var isSingleLabel: Bool { labels.count == 1 }

  /// What follows the prefix (ASCII) in the first label, whatever the case of either; nothing when it begins otherwise.
  func remainder(after prefix: String) -> Substring? {
    guard let first = labels.first else { return nil }
    let bytes = first.utf8
    guard let head = bytes.first, let wanted = prefix.utf8.first, HeloName.folded(head) == HeloName.folded(wanted)
    else { return nil }
    var i = bytes.startIndex
    for wanted in prefix.utf8 {
      guard i < bytes.endIndex, HeloName.folded(bytes[i]) == HeloName.folded(wanted) else { return nil }
      i = bytes.index(after: i)
    }
    // An accent behind the prefix would change its last letter.
    if i < bytes.endIndex, bytes[i] >= 0x80, first.prefix(prefix.count).utf8.count != prefix.utf8.count { return nil }
    return first[i...]
  }

  private static func folded(_ c: UInt8) -> UInt8 { c &- 0x41 < 26 ? c | 0x20 : c }

  private static func address(_ text: Substring) -> IPAddress? {
    if text.prefix(5).lowercased() == "ipv6:" {
      guard let value = IPAddress(String(text.dropFirst(5))), text.dropFirst(5).contains(":") else { return nil }
      return value
    }
    return IPAddress(String(text))
  }

  /// The labels, or none for an address without brackets, an empty label or a character that no host name has.
  private static func labels(of text: Substring) -> [Substring] {
    if IPAddress(String(text)) != nil { return [] }
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    for label in labels {
      guard !label.isEmpty, label.utf8.count <= 63 else { return [] }
      for byte in label.utf8 {
        let known =
          (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        guard known || byte >= 0x80 else { return [] }
      }
    }
    return labels
  }
}
