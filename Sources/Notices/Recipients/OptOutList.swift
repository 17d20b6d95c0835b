/// Addresses and whole domains that get no notice.
public struct OptOutList: Sendable, Equatable {
  private var entries: Set<String> = []

  /// Nobody.
  public init() {}

  /// Reads a file: one address or `@domain` a line, `#` begins a comment.
  public init(text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let entry = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }.lowercased()
      if !entry.isEmpty { entries.insert(entry) }
    }
  }

  /// Whether an address, or its domain, is on the list.
  public func contains(_ address: String) -> Bool {
    let folded = address.lowercased()
    if entries.contains(folded) { return true }
    guard let at = folded.lastIndex(of: "@") else { return false }
    return entries.contains(String(folded[at...]))
  }
}
