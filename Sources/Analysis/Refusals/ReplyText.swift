/// A refusal's reply as it is counted: code and text without what differs from client to client.
///
/// `554 5.7.1 <victim@example.net>: Relay access denied` becomes `554 5.7.1 <…>: Relay access denied`.
struct ReplyText: Sendable {
  let code: Int
  let enhancedCode: String?
  let text: String
  let meaning: TextualMeaning

  /// The most bytes that a key has.
  static let limit = 160

  /// Reads a key made by `key(code:text:)`; an empty key stands for all replies that came after the table was full.
  init(key: [UInt8]) {
    let parts = key.split(separator: 0x20, maxSplits: 1, omittingEmptySubsequences: false)
    code = parts.first.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
    var rest = parts.count > 1 ? Array(parts[1]) : []
    enhancedCode = ReplyText.enhancedCode(rest)
    if let enhancedCode { rest = Array(rest.dropFirst(enhancedCode.utf8.count).drop { $0 == 0x20 }) }
    let whole = ReportBuilder.printable(rest)
    text = ReplyText.withoutSubject(whole)
    meaning = RefusalRules.meaning(code: code, enhancedCode: enhancedCode, text: whole.lowercased())
  }

  /// The text without the hidden address in front: `<…>... Permission denied` and `Permission denied` are one refusal.
  private static func withoutSubject(_ text: String) -> String {
    for lead in ["<…>... ", "<…>: "] where text.hasPrefix(lead) && text.count > lead.count {
      return String(text.dropFirst(lead.count))
    }
    return text
  }

  /// Code and text without addresses, names and numbers of one client; the text may begin with the code.
  ///
  /// Runs of blanks and control characters become one blank, a Postfix tail (`; from=<…> to=<…> …`) is left out.
  static func key(code: UInt16, text: [UInt8]) -> [UInt8] {
    let number = Array(String(code).utf8)
    var result = number + [0x20]
    var i = start(of: text, behind: number)
    var wordBegin = result.count
    var name = NameWatch()
    while i < text.count, result.count < limit {
      let c = text[i]
      if let end = bracketEnd(text, from: i) {
        result += [c] + ellipsis + [text[end - 1]]
        wordBegin = result.count
        i = end
      } else if c <= 0x20 || c == 0x7f {
        if result.count > wordBegin, name.ends(after: result[wordBegin...]) {
          result += [0x20] + ellipsis
          break
        }
        if result.last != 0x20 { result.append(0x20) }
        wordBegin = result.count
        i += 1
      } else if c == 0x3b, isEnvelopeTail(text[i...]) {
        break
      } else if ReplyWord.separates(c) {
        result.append(c)
        i += 1
      } else {
        var end = i
        while end < text.count, continues(text, at: end) { end += 1 }
        result += ReplyWord.concealed(text[i..<max(end, i + 1)], before: nextWord(text, from: end))
        i = max(end, i + 1)
      }
    }
    return capped(result)
  }

  /// The text without what stands between its first brackets, as the part up to the opening one and the part from the
  /// closing one on; texts of the same code with the same parts have the same key.
  ///
  /// `554 5.7.1 <victim@example.net>: Relay access denied` quotes another address each time, and the key is worked out once.
  static func lastingParts(_ line: borrowing Span<UInt8>, _ text: Range<Int>) -> (Range<Int>, Range<Int>) {
    var open = text.lowerBound
    while open < text.upperBound, line[open] != 0x3c, line[open] != 0x5b { open &+= 1 }
    guard open < text.upperBound else { return (text, text.upperBound..<text.upperBound) }
    let end: Int?
    if line[open] == 0x3c {
      end = AngleBrackets.end(in: line, from: open, to: text.upperBound)
    } else {
      var close = open
      while close < text.upperBound, line[close] != 0x5d { close &+= 1 }
      end = close < text.upperBound ? close &+ 1 : nil
    }
    guard let end else { return (text, text.upperBound..<text.upperBound) }
    return (text.lowerBound..<open &+ 1, end &- 1..<text.upperBound)
  }

  static let ellipsis = Array("…".utf8)

  /// Index behind the code, a hyphen of a reply of several lines, and blanks.
  private static func start(of text: [UInt8], behind number: [UInt8]) -> Int {
    var i = text.firstIndex { $0 != 0x20 && $0 != 9 } ?? text.count
    let behind = i + number.count
    if text[i...].starts(with: number), behind == text.count || text[behind] == 0x20 || text[behind] == 0x2d {
      i = behind
    }
    while i < text.count, text[i] == 0x20 || text[i] == 0x2d { i += 1 }
    return i
  }

  /// Index behind the bracket that closes the one at `i`.
  private static func bracketEnd(_ text: [UInt8], from i: Int) -> Int? {
    switch text[i] {
    case 0x3c: AngleBrackets.end(in: text, from: i)
    case 0x5b: text[i...].firstIndex(of: 0x5d).map { $0 + 1 }
    default: nil
    }
  }

  private static func continues(_ text: [UInt8], at i: Int) -> Bool {
    let c = text[i]
    return c > 0x20 && c != 0x7f && c != 0x3c && c != 0x5b && !ReplyWord.separates(c)
  }

  private static func nextWord(_ text: [UInt8], from end: Int) -> ArraySlice<UInt8> {
    guard end < text.count, text[end] == 0x20 else { return [] }
    let begin = end + 1
    return text[begin..<(text[begin...].firstIndex { $0 <= 0x20 } ?? text.count)]
  }

  private static func isEnvelopeTail(_ rest: ArraySlice<UInt8>) -> Bool {
    envelopeTails.contains { rest.starts(with: $0) }
  }

  private static let envelopeTails = ["; from=<", "; to=<", "; proto="].map { Array($0.utf8) }

  /// Without blanks at the end, and cut where a character begins.
  private static func capped(_ key: [UInt8]) -> [UInt8] {
    var end = key.count
    if end > limit {
      end = limit - ellipsis.count
      while end > 0, key[end] & 0xc0 == 0x80 { end -= 1 }
      return key[..<end] + ellipsis
    }
    while end > 0, key[end - 1] == 0x20 { end -= 1 }
    return Array(key[..<end])
  }

  private static func enhancedCode(_ text: [UInt8]) -> String? {
    let word = text.prefix { $0 != 0x20 }
    return ReplyWord.isEnhancedCode(word) ? String(decoding: word, as: UTF8.self) : nil
  }
}
