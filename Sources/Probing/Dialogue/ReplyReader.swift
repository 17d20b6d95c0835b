/// Puts replies together from bytes as they arrive.
public struct ReplyReader: Sendable {
  /// What the bytes so far amount to.
  public enum Progress: Sendable, Equatable {
    /// The reply goes on.
    case incomplete
    /// A whole reply.
    case reply(SMTPReply)
    /// This is no SMTP; its beginning, made readable.
    case foreign(String)
  }

  private static let lineLimit = 4096
  private static let lineCount = 512
  private var pending: [UInt8] = []
  private var code = 0
  private var lines: [String] = []

  /// An empty reader.
  public init() {}

  /// Whether bytes are there that belong to no finished reply.
  public var hasPending: Bool { !pending.isEmpty || !lines.isEmpty }

  /// Takes bytes in.
  public mutating func feed(_ bytes: [UInt8]) { pending += bytes }

  /// Takes the next whole reply out, if there is one.
  public mutating func next() -> Progress {
    while let end = pending.firstIndex(of: 10) {
      var line = pending[..<end]
      if line.last == 13 { line.removeLast() }
      let taken = Array(line)
      guard let digits = ReplyReader.code(taken), lines.isEmpty || digits == code, lines.count < ReplyReader.lineCount
      else { return .foreign(ReplyReader.readable(pending)) }
      pending.removeSubrange(...end)
      code = digits
      lines.append(ReplyReader.readable(Array(taken.dropFirst(4))))
      if taken.count < 4 || taken[3] != UInt8(ascii: "-") {
        defer { lines = [] }
        return .reply(SMTPReply(code: code, lines: lines))
      }
    }
    // TLS records begin with 21 (alert) or 22 (handshake); a line that never ends is no SMTP either.
    let isForeign = pending.count > ReplyReader.lineLimit || (pending.first.map { !(48...57).contains($0) } ?? false)
    return isForeign ? .foreign(ReplyReader.readable(pending)) : .incomplete
  }

  private static func code(_ line: [UInt8]) -> Int? {
    guard line.count >= 3, (50...53).contains(line[0]), line[1...2].allSatisfy({ (48...57).contains($0) }),
      line.count == 3 || line[3] == UInt8(ascii: " ") || line[3] == UInt8(ascii: "-")
    else { return nil }
    return line[0..<3].reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// At most 512 bytes, with everything replaced that a terminal would obey.
  static func readable(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: bytes.prefix(512), as: UTF8.self).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: text.append("·")
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}
