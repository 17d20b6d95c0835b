/// One reply of a server, all of its lines (RFC 5321 section 4.2).
///
///     250-mail.example.com
///     250-SIZE 10240000
///     250 STARTTLS
public struct SMTPReply: Sendable, Equatable {
  /// The three digits.
  public var code: Int
  /// What stands behind the digits, line by line; what a terminal would obey is replaced.
  public var lines: [String]

  /// Takes both parts.
  public init(code: Int, lines: [String]) {
    self.code = code
    self.lines = lines
  }

  /// 2yz: done.
  public var isPositive: Bool { code / 100 == 2 }
  /// The server wants to be left alone for now.
  public var isPushBack: Bool { code == 421 || code == 450 || code == 454 }
  /// In one line, as it came: `250 mail.example.com SIZE 10240000`.
  public var text: String { ([String(code)] + lines.filter { !$0.isEmpty }).joined(separator: " ") }

  /// The enhanced status code (RFC 3463) at the beginning of the text, for instance `5.7.1`.
  public var enhancedCode: String? {
    guard let word = lines.first?.split(separator: " ").first else { return nil }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 1, "245".contains(parts[0]),
      parts.allSatisfy({ (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    return String(word)
  }

  /// The text without the enhanced status code.
  public var words: String {
    let all = lines.filter { !$0.isEmpty }.joined(separator: " ")
    guard let code = enhancedCode else { return all }
    return String(all.dropFirst(code.count).drop { $0 == " " })
  }
}
