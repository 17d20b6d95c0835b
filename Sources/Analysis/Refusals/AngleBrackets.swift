/// Finds the end of `<…>`, so that what a client put between the brackets is never read as the server's words.
enum AngleBrackets {
  /// Index after the `>` that closes the `<` at `start`, or nothing when the bracket stays open.
  ///
  /// A quoted local part may hold a `>` of its own (RFC 5321 section 4.1.2): `<"we do not relay>"@example.com>`.
  static func end(in text: [UInt8], from start: Int) -> Int? { end(in: text.span, from: start, to: text.count) }

  /// The same in a part of a line.
  static func end(in text: borrowing Span<UInt8>, from start: Int, to textEnd: Int) -> Int? {
    var quoted = false
    var firstClosing: Int? = nil
    var i = start + 1
    while i < textEnd {
      switch text[i] {
      case UInt8(ascii: "\\") where quoted: i += 1
      case UInt8(ascii: "\""): quoted.toggle()
      case UInt8(ascii: ">"):
        if !quoted { return i + 1 }
        if firstClosing == nil { firstClosing = i + 1 }
      default: break
      }
      i += 1
    }
    return firstClosing
  }
}
