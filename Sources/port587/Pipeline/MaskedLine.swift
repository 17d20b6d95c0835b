import MailModel

/// A line that was not understood, made fit for showing: short, printable and without what could be a secret.
enum MaskedLine {
  private static let limit = 120

  static func text(_ line: borrowing Span<UInt8>) -> String {
    var bytes: [UInt8] = []
    for i in 0..<min(line.count, limit) { bytes.append(line[i]) }
    // What follows a word of authentication is dropped whole: nobody knows in which form a secret stands there.
    if let cut = secretStart(bytes) { bytes = Array(bytes[..<cut]) + Array(" …".utf8) }
    let text = String(decoding: maskedTokens(bytes), as: UTF8.self)
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: shown += "·"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return line.count > limit ? shown + "…" : shown
  }

  private static let words = ["auth", "pass", "pwd", "secret", "token", "login", "senha", "334 "].map { Array($0.utf8) }

  private static func secretStart(_ bytes: [UInt8]) -> Int? {
    let lower = bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    var first: Int?
    for word in words where lower.count > word.count {
      for start in 0...(lower.count - word.count) where Array(lower[start..<(start + word.count)]) == word {
        first = min(first ?? Int.max, start + word.count)
        break
      }
    }
    return first
  }

  /// Runs of eight and more base64 characters with a digit, `+`, `/`, `=` or changing case become `…`.
  private static func maskedTokens(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var i = 0
    while i < bytes.count {
      var end = i
      while end < bytes.count, isBase64(bytes[end]) { end += 1 }
      if end - i >= 8, looksCoded(bytes[i..<end]) {
        result += Array("…".utf8)
      } else {
        result += bytes[i..<max(end, i)]
      }
      if end == i {
        result.append(bytes[i])
        end += 1
      }
      i = end
    }
    return result
  }

  private static func isBase64(_ c: UInt8) -> Bool {
    c &- 0x30 < 10 || (c | 0x20) &- 0x61 < 26 || c == 0x2b || c == 0x2f || c == 0x3d
  }

  private static func looksCoded(_ token: ArraySlice<UInt8>) -> Bool {
    let upper = token.dropFirst().contains { $0 &- 0x41 < 26 }
    let lower = token.contains { $0 &- 0x61 < 26 }
    let letters = upper || lower
    let other = token.contains { $0 &- 0x30 < 10 || $0 == 0x2b || $0 == 0x2f || $0 == 0x3d }
    return (upper && lower) || (letters && other)
  }
}
