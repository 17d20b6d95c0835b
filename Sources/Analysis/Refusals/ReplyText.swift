/// A refusal's reply as it is counted: code and text without what differs from client to client.
///
/// `554 5.7.1 <victim@example.net>: Relay access denied` becomes `554 5.7.1 <…>: Relay access denied`.
struct ReplyText: Sendable {
  let code: Int
  let enhancedCode: String?
  let text: String
  let meaning: TextualMeaning

  /// Bytes of text that are kept.
  static let limit = 160

  /// Reads a key made by `key(code:text:)`; an empty key stands for all replies that came after the table was full.
  init(key: [UInt8]) {
    let parts = key.split(separator: 0x20, maxSplits: 1, omittingEmptySubsequences: false)
    code = parts.first.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
    var rest = parts.count > 1 ? Array(parts[1]) : []
    enhancedCode = ReplyText.enhancedCode(rest)
    if let enhancedCode { rest = Array(rest.dropFirst(enhancedCode.utf8.count).drop { $0 == 0x20 }) }
    text = ReportBuilder.printable(rest)
    meaning = RefusalRules.meaning(code: code, enhancedCode: enhancedCode, text: text.lowercased())
  }

  /// Code and text without addresses, names and numbers of one client.
  static func key(code: UInt16, text: [UInt8]) -> [UInt8] {
    var result = Array(String(code).utf8) + [0x20]
    var i = 0
    while i < text.count, result.count < limit {
      let c = text[i]
      if let close = closing(c), let end = text[i...].firstIndex(of: close) {
        result += [c] + ellipsis + [close]
        i = end + 1
        continue
      }
      var end = i
      while end < text.count, text[end] != 0x20, closing(text[end]) == nil { end += 1 }
      let word = text[i..<max(end, i + 1)]
      if isClientsOwn(word) {
        result += ellipsis
        if let last = word.last, [0x2c, 0x2e, 0x3a, 0x3b].contains(last) { result.append(last) }
      } else {
        result += word
      }
      i += word.count
      if i < text.count, text[i] == 0x20 {
        result.append(0x20)
        i += 1
      }
    }
    return result
  }

  private static let ellipsis = Array("…".utf8)

  private static func closing(_ c: UInt8) -> UInt8? {
    switch c {
    case 0x3c: 0x3e
    case 0x5b: 0x5d
    default: nil
    }
  }

  /// An e-mail address, an IP address, a host name with a digit, or an id: what would make each refusal a text of its own.
  private static func isClientsOwn(_ word: ArraySlice<UInt8>) -> Bool {
    if word.contains(0x40) { return true }
    let digits = word.count { $0 &- 0x30 < 10 }
    let dots = word.count { $0 == 0x2e }
    // "5.7.1" is an enhanced code.
    if digits > 0, dots >= 2, !isEnhancedCode(Array(word)) { return true }
    return digits >= 5 || (digits >= 3 && word.count >= 8)
  }

  private static func isEnhancedCode(_ word: [UInt8]) -> Bool {
    let parts = word.split(separator: 0x2e, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 1, let first = parts[0].first, [0x32, 0x34, 0x35].contains(first) else {
      return false
    }
    return parts.allSatisfy { part in (1...3).contains(part.count) && part.allSatisfy { $0 &- 0x30 < 10 } }
  }

  private static func enhancedCode(_ text: [UInt8]) -> String? {
    let word = Array(text.prefix { $0 != 0x20 })
    return isEnhancedCode(word) ? String(decoding: word, as: UTF8.self) : nil
  }
}
