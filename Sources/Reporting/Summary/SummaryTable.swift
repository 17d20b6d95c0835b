/// Rows and columns on a terminal: the first column takes what the others leave.
struct SummaryTable: Sendable {
  /// A cell with its look.
  struct Cell: Sendable {
    var text: String
    var look: TerminalStyle.Look?

    init(_ text: String, _ look: TerminalStyle.Look? = nil) {
      self.text = VisibleText.make(text)
      self.look = look
    }
  }

  /// Headers; their number is the number of columns.
  let headers: [String]
  /// Columns that stand at the right.
  let right: Set<Int>
  /// The rows.
  var rows: [[Cell]] = []

  /// How many columns there is room for; those that do not fit are dropped from the right.
  func columnCount(width: Int) -> Int { widths(width).count }

  private func widths(_ width: Int) -> [Int] {
    let least = min(24, width / 2)
    var widths = headers.indices.map { column in
      max(
        TextWidth.columns(headers[column]),
        rows.map { $0.indices.contains(column) ? TextWidth.columns($0[column].text) : 0 }.max() ?? 0)
    }
    for column in widths.indices.dropFirst() { widths[column] = min(widths[column], 24) }
    while widths.count > 2, least + widths.dropFirst().reduce(0, { $0 + $1 + 2 }) > width { widths.removeLast() }
    let others = widths.dropFirst().reduce(0) { $0 + $1 + 2 }
    widths[0] = max(1, min(widths[0], width - others))
    return widths
  }

  /// The lines of the table, at most this wide; columns that do not fit are dropped from the right.
  func lines(width: Int, style: TerminalStyle) -> [String] {
    let widths = widths(width)
    let columns = widths.indices
    func line(_ cells: [Cell]) -> String {
      let parts = columns.map { column in
        let cell = column < cells.count ? cells[column] : Cell("")
        return style.apply(cell.look, TextWidth.pad(cell.text, to: widths[column], right: right.contains(column)))
      }
      let text = parts.joined(separator: "  ")
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
    return [line(headers.map { Cell($0, .strong) })] + rows.map(line)
  }
}
