/// An e-mail address in an export, lower case.
enum AddressText {
  /// The address, or nothing when the bytes are none.
  ///
  /// Stricter than RFC 5321: the local part holds letters, digits and `._+-=&'~/`, so that few passwords with an `@`
  /// can pass for an address.
  static func address(_ text: ArraySlice<UInt8>) -> String? {
    guard text.count <= 254, let at = text.firstIndex(of: UInt8(ascii: "@")), let domain = domain(text[(at + 1)...])
    else { return nil }
    return localPart(text[..<at]).map { "\($0)@\(domain)" }
  }

  /// All addresses of a list with `;` between, or nothing when a part of it is none.
  static func addresses(_ text: ArraySlice<UInt8>) -> [String]? {
    var found: [String] = []
    for part in text.split(separator: UInt8(ascii: ";")).map(TextLines.trimmed) where !part.isEmpty {
      guard let one = address(part) else { return nil }
      found.append(one)
    }
    return found.isEmpty ? nil : found
  }

  /// The part in front of the `@`, or nothing when the bytes are none.
  static func localPart(_ text: ArraySlice<UInt8>) -> String? {
    guard (1...64).contains(text.count), text.first != UInt8(ascii: "."), text.last != UInt8(ascii: "."),
      text.allSatisfy({ isLetterOrDigit($0) || "._+-=&'~/".utf8.contains($0) })
    else { return nil }
    return lowercase(text)
  }

  /// A domain of two labels or more whose last is no number, or nothing.
  private static func domain(_ text: ArraySlice<UInt8>) -> String? {
    let labels = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last, !last.allSatisfy({ (48...57).contains($0) }),
      labels.allSatisfy({ label in
        (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
          && label.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
      })
    else { return nil }
    return lowercase(text)
  }

  /// ASCII text in lower case.
  static func lowercase(_ text: ArraySlice<UInt8>) -> String {
    String(decoding: text, as: UTF8.self).lowercased()
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}
