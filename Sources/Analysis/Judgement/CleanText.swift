/// Bytes of a log as text that may stand in a report: valid, and free of control and direction-changing characters.
///
/// Nearly all names of a log are printable ASCII; they are told by a look at their bytes, without asking for the general
/// category of each character.
enum CleanText {
  /// The text as it is.
  static func make(_ bytes: some Sequence<UInt8>) -> String {
    let raw = Array(bytes)
    if isPrintable(raw) { return String(decoding: raw, as: UTF8.self) }
    return cleaned(decoded(raw))
  }

  /// The text in lower case, without blanks at its ends.
  static func lowercased(_ bytes: some Sequence<UInt8>) -> String {
    var raw = Array(bytes)
    guard isPrintable(raw) else {
      var text = cleaned(decoded(raw).lowercased())
      while text.first == " " { text.removeFirst() }
      while text.last == " " { text.removeLast() }
      return text
    }
    // Most names are in lower case already; only others are changed, which copies them.
    if raw.contains(where: { $0 &- 0x41 < 26 }) {
      for i in raw.indices where raw[i] &- 0x41 < 26 { raw[i] |= 0x20 }
    }
    guard raw.first == 0x20 || raw.last == 0x20 else { return String(decoding: raw, as: UTF8.self) }
    var range = raw.startIndex..<raw.endIndex
    while let first = range.first, raw[first] == 0x20 { range.removeFirst() }
    while let last = range.last, raw[last] == 0x20 { range.removeLast() }
    return String(decoding: raw[range], as: UTF8.self)
  }

  private static func isPrintable(_ bytes: [UInt8]) -> Bool {
    for c in bytes where c &- 0x20 >= 0x5f { return false }
    return true
  }

  /// UTF-8, else Latin-1.
  private static func decoded(_ bytes: [UInt8]) -> String {
    String(validating: bytes, as: UTF8.self) ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  private static func cleaned(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
      default: true
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
