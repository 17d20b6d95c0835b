/// Addresses and whole domains that get no notice.
public struct OptOutList: Sendable, Equatable {
  /// In lower case.
  public private(set) var entries: Set<String> = []

  /// Nobody.
  public init() {}

  /// Reads a file: one address or `@domain` a line, `#` begins a comment.
  ///
  /// `Ana <ana@example.com>` and a comma at the end are taken as well. Gives the first line that is not understood: nobody may be told
  /// because of a slip of the pen.
  public mutating func add(text: String) -> Int? {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      var entry = OptOutList.trimmed(line.prefix { $0 != "#" })
      while entry.hasSuffix(",") || entry.hasSuffix(";") { entry = OptOutList.trimmed(entry.dropLast()) }
      if entry.isEmpty { continue }
      if entry.hasSuffix(">"), let open = entry.lastIndex(of: "<"), !entry[..<open].contains("@") {
        entry = OptOutList.trimmed(entry[entry.index(after: open)...].dropLast())
      }
      guard OptOutList.isEntry(entry) else { return index + 1 }
      entries.insert(entry.lowercased())
    }
    return nil
  }

  /// Whether an address, or its domain, is on the list.
  public func contains(_ address: String) -> Bool {
    let folded = address.lowercased()
    if entries.contains(folded) { return true }
    guard let at = folded.lastIndex(of: "@") else { return false }
    return entries.contains(String(folded[at...]))
  }

  /// One address, or a domain behind `@`.
  private static func isEntry(_ text: Substring) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, NoticeAddress.isHostName(String(parts[1])) else { return false }
    return !text.contains { $0.isWhitespace || "<>,;:\"()".contains($0) }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return text
  }
}
