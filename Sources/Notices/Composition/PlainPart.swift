/// The plain part of a message: lines of at most 74 characters, lists with hanging indents.
enum PlainPart {
  private static let width = 74

  /// The text with `\n` line ends.
  static func render(_ blocks: [MarkupBlock]) -> String {
    var result = ""
    var number = 0
    var before: MarkupBlock?
    for block in blocks {
      if let before, !isSameList(before, block) { result += "\n" }
      if case .step = block { number += 1 } else { number = 0 }
      switch block {
      case .heading(let runs):
        let title = text(runs)
        result += title + "\n" + String(repeating: "-", count: min(width, title.count)) + "\n"
      case .paragraph(let runs): wrap(text(runs), first: "", rest: "", into: &result)
      case .item(let runs): wrap(text(runs), first: "* ", rest: "  ", into: &result)
      case .step(let runs): wrap(text(runs), first: "\(number). ", rest: "   ", into: &result)
      case .quote(let runs): wrap(text(runs), first: "  > ", rest: "  > ", into: &result)
      case .setting(let label, let value):
        wrap("\(text(label)): \(text(value))", first: "  ", rest: "    ", into: &result)
      }
      before = block
    }
    return result
  }

  private static func isSameList(_ a: MarkupBlock, _ b: MarkupBlock) -> Bool {
    switch (a, b) {
    case (.item, .item), (.step, .step), (.setting, .setting), (.quote, .quote): true
    default: false
    }
  }

  private static func text(_ runs: [MarkupRun]) -> String { runs.reduce(into: "") { $0 += $1.text } }

  private static func wrap(_ text: String, first: String, rest: String, into result: inout String) {
    result += first
    var column = first.utf8.count
    var isLineEmpty = true
    for word in text.utf8.split(separator: 32) {
      // Continuation bytes of UTF-8 take no room of their own.
      let size = word.reduce(0) { $0 + ($1 & 0xc0 != 0x80 ? 1 : 0) }
      // A line that began with `>` would be taken for a quotation.
      let isArrow = size == 1 && word.first == 0x3e
      if !isLineEmpty, !isArrow, column + 1 + size > width {
        result += "\n" + rest
        column = rest.utf8.count
        isLineEmpty = true
      }
      if !isLineEmpty {
        result += " "
        column += 1
      }
      result += Substring(word)
      column += size
      isLineEmpty = false
    }
    result += "\n"
  }
}
