/// Text in a header field: what is not plain ASCII becomes encoded words (RFC 2047), and nothing can begin a new field.
enum HeaderText {
  /// An unstructured value such as a subject, folded where it gets long.
  ///
  /// `used` is the width of the field's name.
  static func unstructured(_ text: String, used: Int) -> String {
    let line = OneLine.make(text)
    let isPlain = line.utf8.allSatisfy { (0x20..<0x7f).contains($0) } && !line.contains("=?")
    guard !isPlain || used + line.utf8.count > 76 else { return line }
    if isPlain, let folded = fold(line, used: used) { return folded }
    return encodedWords(line, used: used)
  }

  /// A display name before an address: an atom phrase, a quoted string, or encoded words.
  static func phrase(_ text: String, used: Int) -> String {
    let line = OneLine.make(text)
    let isASCII = line.utf8.allSatisfy { (0x20..<0x7f).contains($0) } && !line.contains("=?") && line.utf8.count < 60
    guard isASCII else { return encodedWords(line, used: used) }
    let isAtoms = line.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || byte == 0x20
    }
    if isAtoms, !line.isEmpty { return line }
    var quoted = "\""
    for character in line.unicodeScalars {
      if character == "\"" || character == "\\" { quoted.unicodeScalars.append("\\") }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "\""
  }

  /// Breaks ASCII text at spaces; nothing when a word is too long for a line.
  private static func fold(_ line: String, used: Int) -> String? {
    var result = ""
    var column = used
    for (index, word) in line.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      guard word.utf8.count < 70, !word.isEmpty else { return nil }
      if index > 0 {
        if column + 1 + word.utf8.count > 76 {
          result += "\r\n "
          column = 1
        } else {
          result += " "
          column += 1
        }
      }
      result += word
      column += word.utf8.count
    }
    return result
  }

  /// `=?UTF-8?B?…?=` words of at most 75 characters, each holding whole characters.
  private static func encodedWords(_ text: String, used: Int) -> String {
    var words: [String] = []
    var part: [UInt8] = []
    var room = max(12, min(45, (74 - used - 12) / 4 * 3))
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if part.count + bytes.count > room {
        words.append(word(part))
        part = []
        room = 45
      }
      part += bytes
    }
    if !part.isEmpty { words.append(word(part)) }
    return words.joined(separator: "\r\n ")
  }

  private static func word(_ bytes: [UInt8]) -> String {
    "=?UTF-8?B?" + String(decoding: Base64Text.encode(bytes), as: UTF8.self) + "?="
  }
}
