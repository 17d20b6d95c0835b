public import MailModel

/// One condition of a bypass file; it stands alone, and any line that matches lets the session pass.
public struct BypassLine: Sendable, Equatable {
  /// Its number in the file, from 1.
  public let number: Int
  /// The line as it stands, without its end.
  public let bytes: [UInt8]
  /// What it looks at.
  public let kind: BypassKind
  /// Whether the grammar has it.
  public let isValid: Bool
  /// What is odd about how it is written.
  public let remarks: [TranslatedText]
  let item: BypassItem

  /// The line as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether it begins as comments do elsewhere; how this file marks them is not documented.
  public var looksLikeComment: Bool { BypassLineReader.looksLikeComment(bytes.drop { TextLines.isBlank($0) }) }

  /// The path of `f:`.
  public var includedPath: String? {
    if kind == .include, case .name(let path) = item { return path }
    return nil
  }

  /// Whether a client's address matches; nothing where the line does not look at addresses.
  public func matches(_ address: IPAddress) -> Bool? {
    if case .addresses(let pattern) = item { return pattern.contains(address) }
    return nil
  }

  /// Whether a MAIL FROM matches; nothing where the line does not look at it.
  public func matches(sender: String) -> Bool? {
    kind == .sender || kind == .any ? item.holds(mail: sender) : nil
  }
}
