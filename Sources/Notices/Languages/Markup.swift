/// The small markup that a rendered template is written in: one source for the plain and the HTML part.
///
/// `## heading`, `- item`, `1. step`, `| label | value |`, `> words of a server`; everything else is a paragraph, ended by an empty line.
/// Inside: `**strong**`, `` `as typed` `` and `<https://…>`. A backslash takes the meaning of the next character away.
enum Markup {
  /// The text with every character that could mean something made plain.
  static func escape(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "*", "`", "<", "|": result.unicodeScalars.append("\\")
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// Cuts a rendered template into blocks.
  static func blocks(_ text: Substring) -> [MarkupBlock] {
    var blocks: [MarkupBlock] = []
    var paragraph = ""
    func finish() {
      if !paragraph.isEmpty { blocks.append(.paragraph(runs(paragraph))) }
      paragraph = ""
    }
    // By bytes: looking for the borders of characters would cost more than everything else here.
    for rawLine in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      let line = trimmed(Substring(rawLine))
      guard !line.isEmpty else {
        finish()
        continue
      }
      let block: MarkupBlock?
      if line.utf8.starts(with: "## ".utf8) {
        block = .heading(runs(Substring(line.utf8.dropFirst(3))))
      } else if line.utf8.starts(with: "- ".utf8) {
        block = .item(runs(Substring(line.utf8.dropFirst(2))))
      } else if line.utf8.starts(with: "1. ".utf8) {
        block = .step(runs(Substring(line.utf8.dropFirst(3))))
      } else if line.utf8.starts(with: "> ".utf8) {
        block = .quote(runs(Substring(line.utf8.dropFirst(2))))
      } else if line.utf8.starts(with: "| ".utf8) {
        let cells = cells(line)
        block = .setting(label: runs(cells.label), value: runs(cells.value))
      } else {
        block = nil
      }
      guard let block else {
        paragraph += paragraph.isEmpty ? String(line) : " " + line
        continue
      }
      finish()
      blocks.append(block)
    }
    finish()
    return blocks
  }

  /// Cuts a line into runs of one look.
  static func runs(_ text: some StringProtocol) -> [MarkupRun] {
    var runs: [MarkupRun] = []
    var current: [UInt8] = []
    var style = MarkupStyle.plain
    func finish(_ next: MarkupStyle) {
      if !current.isEmpty { runs.append(MarkupRun(style: style, text: String(decoding: current, as: UTF8.self))) }
      current = []
      style = next
    }
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch byte {
      case 0x5c where next != 0:
        current.append(next)
        index += 1
      case 0x2a where next == 0x2a && style != .typed:
        finish(style == .strong ? .plain : .strong)
        index += 1
      case 0x60:
        finish(style == .typed ? .plain : .typed)
      case 0x3c:
        if let end = bytes[index...].firstIndex(of: 0x3e), bytes[(index + 1)..<end].starts(with: "https://".utf8) {
          finish(.link)
          current = Array(bytes[(index + 1)..<end])
          finish(.plain)
          index = end
        } else {
          current.append(byte)
        }
      default: current.append(byte)
      }
      index += 1
    }
    finish(.plain)
    return runs
  }

  /// `| label | value |`; a bar behind a backslash belongs to the text.
  private static func cells(_ line: Substring) -> (label: Substring, value: Substring) {
    var bars: [Substring.Index] = []
    var isEscaped = false
    for index in line.utf8.indices {
      let byte = line.utf8[index]
      if byte == 0x7c, !isEscaped { bars.append(index) }
      isEscaped = byte == 0x5c && !isEscaped
    }
    guard bars.count >= 3 else { return (trimmed(line.dropFirst()), "") }
    return (
      trimmed(line[line.index(after: bars[0])..<bars[1]]), trimmed(line[line.index(after: bars[1])..<bars[2]])
    )
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var bytes = text.utf8
    while let first = bytes.first, first == 32 || first == 9 { bytes.removeFirst() }
    while let last = bytes.last, last == 32 || last == 9 { bytes.removeLast() }
    return Substring(bytes)
  }
}
