internal import MailModel

/// The name after HELO or EHLO, taken apart (RFC 5321 section 4.1.1.1).
struct HeloName: Sendable {
  /// The name in lower case, without blanks and final dot.
  let folded: String
  /// The address of a literal, `[192.168.0.5]` or `[IPv6:fe80::1]`.
  let literal: IPAddress?
  /// The first label of a host name, letter case as said; empty when this is no host name.
  let firstLabel: [UInt8]
  /// How many labels a host name has, none when this is no host name.
  let labelCount: Int
  /// Whether the first label has a letter, and whether it has a capital one.
  let hasLetter: Bool
  let hasCapital: Bool

  /// Takes what the client said; nothing stays nothing.
  init?(_ helo: String?) {
    guard let helo else { return nil }
    if let known = HeloName(plain: helo) ?? HeloName(bracketed: helo) {
      self = known
      return
    }
    var text = Substring(helo)
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" || last == "." { text.removeLast() }
    guard !text.isEmpty, text.utf8.count <= 255 else { return nil }
    folded = text.lowercased()
    var labels: [Substring] = []
    if text.hasPrefix("["), text.hasSuffix("]") {
      literal = HeloName.address(text.dropFirst().dropLast())
    } else {
      literal = nil
      labels = HeloName.labels(of: text)
    }
    firstLabel = labels.first.map { Array($0.utf8) } ?? []
    labelCount = labels.count
    hasLetter = labels.first?.contains(where: \.isLetter) ?? false
    hasCapital = labels.first?.contains(where: \.isUppercase) ?? false
  }

  /// A host name of ASCII without anything to trim, as nearly all are: read by bytes, once.
  private init?(plain helo: String) {
    let bytes = helo.utf8.span
    guard !bytes.isEmpty, bytes.count <= 255, bytes[bytes.count - 1] != UInt8(ascii: ".") else { return nil }
    var labels = 1
    var firstLength = bytes.count
    var length = 0
    var sawCapital = false
    var sawSmall = false
    var firstHasCapital = false
    var firstHasLetter = false
    for i in bytes.indices {
      switch bytes[i] {
      case UInt8(ascii: "."):
        if length == 0 || length > 63 { return nil }
        if labels == 1 {
          firstLength = i
          firstHasCapital = sawCapital
          firstHasLetter = firstHasLetter || sawCapital
        }
        labels += 1
        length = -1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): sawCapital = true
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        sawSmall = true
        if labels == 1 { firstHasLetter = true }
      case UInt8(ascii: "-"), UInt8(ascii: "_"): sawSmall = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      default: return nil
      }
      length += 1
    }
    // Without a letter it may be an address.
    guard sawCapital || sawSmall, length <= 63 else { return nil }
    folded = sawCapital ? helo.lowercased() : helo
    literal = nil
    firstLabel = Array(helo.utf8.prefix(firstLength))
    labelCount = labels
    hasCapital = labels == 1 ? sawCapital : firstHasCapital
    hasLetter = firstHasLetter || hasCapital
  }

  /// An IPv4 address in brackets without anything to trim, `[192.168.0.5]`.
  private init?(bracketed helo: String) {
    let bytes = helo.utf8.span
    guard bytes.count > 2, bytes[0] == UInt8(ascii: "["), bytes[bytes.count - 1] == UInt8(ascii: "]"),
      let address = IPAddress(bytes.extracting(1..<bytes.count - 1)), address.isIPv4, bytes[1] &- 48 < 10
    else { return nil }
    folded = helo
    literal = address
    firstLabel = []
    labelCount = 0
    hasLetter = false
    hasCapital = false
  }

  /// Whether it is a host name with a domain, `mail.example.com`.
  var isQualified: Bool { labelCount > 1 }
  /// Whether it is a host name without a domain, `DESKTOP-1A2B3C4`.
  var isSingleLabel: Bool { labelCount == 1 }

  /// What follows the prefix (ASCII) in the first label, whatever the case of either; nothing when it begins otherwise.
  func remainder(after prefix: borrowing NamePrefix) -> ArraySlice<UInt8>? {
    let wanted = prefix.bytes.span
    let label = firstLabel.span
    guard label.count >= wanted.count else { return nil }
    for i in wanted.indices where HeloName.folded(label[i]) != wanted[i] { return nil }
    let rest = firstLabel[wanted.count...]
    // An accent behind the prefix would change its last letter.
    if let next = rest.first, next >= 0x80 {
      let said = String(decoding: firstLabel, as: UTF8.self)
      if said.prefix(wanted.count).utf8.count != wanted.count { return nil }
    }
    return rest
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
