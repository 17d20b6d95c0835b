/// Puts a message together: header, a plain and an HTML part that say the same, attachments (RFC 2045, 2046, 5322).
enum MessageWriter {
  /// The message with CRLF line ends and only ASCII bytes.
  static func write(_ head: MessageHead, plain: String, html: String, attachments: [MessageAttachment]) -> [UInt8] {
    var message: [UInt8] = []
    message.reserveCapacity(plain.utf8.count * 2 + html.utf8.count * 2 + 2000)
    func add(_ text: String) { message += text.utf8 }
    // Quoted-printable never holds `=_`, Base64 neither, so the boundary cannot occur inside a part.
    let name = String(head.messageID.dropFirst().prefix(24).filter { $0.isLetter || $0.isNumber })
    let inner = "=_alternative_\(name)"
    let outer = "=_mixed_\(name)"
    add(head.text)
    if !attachments.isEmpty {
      add("Content-Type: multipart/mixed;\r\n boundary=\"\(outer)\"\r\n\r\n--\(outer)\r\n")
    }
    add("Content-Type: multipart/alternative;\r\n boundary=\"\(inner)\"\r\n\r\n")
    for (type, text) in [("plain", plain), ("html", html)] {
      add(
        "--\(inner)\r\nContent-Type: text/\(type); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
      )
      QuotedPrintable.append(text, to: &message)
      add(text.hasSuffix("\n") ? "" : "\r\n")
    }
    add("--\(inner)--\r\n")
    for attachment in attachments {
      add("--\(outer)\r\nContent-Type: \(attachment.mediaType)\r\nContent-Transfer-Encoding: base64\r\n")
      add("Content-Disposition: attachment;\r\n \(ParameterText.make("filename", attachment.fileName))\r\n\r\n")
      Base64Text.append(attachment.bytes, to: &message)
    }
    if !attachments.isEmpty { add("--\(outer)--\r\n") }
    return message
  }
}
