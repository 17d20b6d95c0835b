/// Holds addresses that are going to be written into MAIL and RCPT.
public enum PolicyAddress {
  /// Whether a text is an address that can stand between `<` and `>` and adds nothing of its own.
  public static func isBare(_ text: String) -> Bool {
    guard let at = text.lastIndex(of: "@"), at != text.startIndex, text.index(after: at) != text.endIndex else {
      return false
    }
    return text.utf8.count <= 254
      && text.utf8.allSatisfy { (0x21..<0x7f).contains($0) && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
  }
}
