internal import MailModel

/// One word of a reply text, and whether it belongs to one client only.
enum ReplyWord {
  /// The word, or `…` where it says who, where, when or which message; full stops and colons behind it stay.
  ///
  /// `next` is the word behind it, which may be its unit: `300 seconds`.
  static func concealed(_ word: ArraySlice<UInt8>, before next: ArraySlice<UInt8>) -> [UInt8] {
    var core = word
    while let last = core.last, last == 0x2e || last == 0x3a { core = core.dropLast() }
    if core.isEmpty || !isClientsOwn(core, before: next) { return Array(word) }
    return ReplyText.ellipsis + word[core.endIndex...]
  }

  /// Punctuation that stands between words and stays: `( ) ] { } " ' , ; = ! ?`.
  static func separates(_ c: UInt8) -> Bool {
    switch c {
    case 0x28, 0x29, 0x5d, 0x7b, 0x7d, 0x22, 0x27, 0x2c, 0x3b, 0x3d, 0x21, 0x3f: true
    default: false
    }
  }

  /// `5.7.1`.
  static func isEnhancedCode(_ word: ArraySlice<UInt8>) -> Bool {
    let parts = word.split(separator: 0x2e, omittingEmptySubsequences: false)
    guard parts.count == 3, let first = parts[0].first, parts[0].count == 1, [0x32, 0x34, 0x35].contains(first) else {
      return false
    }
    return parts.allSatisfy { part in (1...3).contains(part.count) && part.allSatisfy { $0 &- 0x30 < 10 } }
  }

  private static func isClientsOwn(_ core: ArraySlice<UInt8>, before next: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    var letters = 0
    var dots = 0
    var colons = 0
    for c in core {
      switch c {
      case 0x30...0x39: digits += 1
      case 0x41...0x5a, 0x61...0x7a: letters += 1
      case 0x2e: dots += 1
      case 0x3a: colons += 1
      case 0x40: return true
      default: break
      }
    }
    if digits == 0, dots == 0, colons == 0 { return false }
    if isEnhancedCode(core) { return false }
    if letters == 0, dots == 0, digits > 0 { return digits >= 5 || colons > 0 || isUnit(next) }
    if colons > 0 || dots == 3, IPAddress(Array(core).span) != nil { return true }
    // `300s`
    if digits == core.count - 1, core.last.map({ $0 | 0x20 }) == 0x73 { return true }
    // `YAR93710`, `1CAA566A088`, `1xVWxA-0001rY-0Q`, but not `8BITMIME`.
    if core.count >= 8, digits >= 2, letters > 0 { return true }
    return dots > 0 && isHostName(core)
  }

  private static let units = ["sec", "seg", "min", "hour", "hora", "day", "dia", "byte"].map { Array($0.utf8) }

  private static func isUnit(_ word: ArraySlice<UInt8>) -> Bool {
    units.contains { unit in word.count >= unit.count && zip(word, unit).allSatisfy { $0 | 0x20 == $1 } }
  }

  /// Labels with dots between them, the last one of letters: `mail.example.com`, with a scheme, port or path or not.
  private static func isHostName(_ core: ArraySlice<UInt8>) -> Bool {
    var host = core
    if let colon = core.firstIndex(of: 0x3a), core[colon...].starts(with: [0x3a, 0x2f, 0x2f]) {
      host = core[(colon + 3)...]
    }
    host = host.prefix { $0 != 0x2f && $0 != 0x3a }
    let labels = host.split(separator: 0x2e, omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, last.count >= 2 else { return false }
    for label in labels {
      if label.isEmpty || !label.allSatisfy({ isLetter($0) || $0 &- 0x30 < 10 || $0 == 0x2d || $0 == 0x5f }) {
        return false
      }
    }
    return last.allSatisfy { isLetter($0) || $0 == 0x2d }
  }

  private static func isLetter(_ c: UInt8) -> Bool { (c | 0x20) &- 0x61 < 26 || c >= 0x80 }
}
