/// An address with an optional display name, as in a From field.
public struct Mailbox: Sendable, Equatable {
  /// The name that a mail program shows; may be empty.
  public var name: String
  /// The address.
  public var address: NoticeAddress

  /// Takes both parts.
  public init(name: String = "", address: NoticeAddress) {
    self.name = name
    self.address = address
  }

  /// Reads `it@example.com`, `<it@example.com>`, `IT desk <it@example.com>` or `"IT, desk" <it@example.com>`.
  public init?(text: String) {
    let trimmed = Mailbox.trimmed(text[...])
    guard trimmed.hasSuffix(">"), let open = trimmed.lastIndex(of: "<") else {
      guard let address = NoticeAddress(String(trimmed)) else { return nil }
      self.init(address: address)
      return
    }
    guard let address = NoticeAddress(String(trimmed[trimmed.index(after: open)...].dropLast())) else { return nil }
    var name = Mailbox.trimmed(trimmed[..<open])
    let isQuoted = name.count >= 2 && name.hasPrefix("\"") && name.hasSuffix("\"")
    if isQuoted { name = name.dropFirst().dropLast() }
    self.init(name: isQuoted ? Mailbox.unquoted(name) : String(name), address: address)
  }

  /// Without the backslashes of a quoted string (`quoted-pair`, RFC 5322 section 3.2.4): `João \"TI\"`.
  private static func unquoted(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      result.append(character)
      isEscaped = false
    }
    return result
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// As it stands in a header field.
  ///
  /// `used` is the width of what stands before it.
  func headerValue(used: Int) -> String {
    guard !name.isEmpty else { return address.text }
    let phrase = HeaderText.phrase(name, used: used)
    let isLong = used + phrase.utf8.count + address.text.utf8.count > 72
    return "\(phrase)\(isLong ? "\r\n " : " ")<\(address.text)>"
  }
}
