public import MailModel

/// Which language somebody reads.
public struct LanguageTable: Sendable, Equatable {
  private var entries: [String: Language] = [:]
  /// For everybody who is not named.
  public var fallback = Language.english

  /// Everybody reads the fallback.
  public init(fallback: Language = .english) { self.fallback = fallback }

  /// Reads a file with an address or `@domain` and a tag a line: `ana@example.com pt-BR`.
  ///
  /// Gives the first line that is not understood.
  public mutating func add(text: String) -> Int? {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let fields = line.prefix { $0 != "#" }.split { $0.isWhitespace || $0 == "," || $0 == ";" }
      if fields.isEmpty { continue }
      guard fields.count == 2, let language = Language(tag: String(fields[1])) else { return index + 1 }
      entries[fields[0].lowercased()] = language
    }
    return nil
  }

  /// The language of an address: its own, its domain's, or the fallback.
  public func language(of address: String) -> Language {
    let folded = address.lowercased()
    if let own = entries[folded] { return own }
    guard let at = folded.lastIndex(of: "@") else { return fallback }
    return entries[String(folded[at...])] ?? fallback
  }
}
