/// Columns and rows as the text of a CSV file.
enum CSVTable {
  /// Writes the header row and every row, each with CRLF at its end.
  static func write<Row>(
    _ rows: [Row], columns: [CSVColumn<Row>], to sink: inout some ByteSink
  ) throws(RenderError) {
    var text = line(columns.map(\.header))
    for row in rows {
      text += line(columns.map { $0.cell(row) })
      if text.utf8.count > 1 << 16 {
        try sink.write(Array(text.utf8))
        text = ""
      }
    }
    try sink.write(Array(text.utf8))
  }

  /// The first four headers, with which files of earlier versions begin as well.
  static func beginning<Row>(_ columns: [CSVColumn<Row>]) -> [UInt8] {
    Array(columns.prefix(4).map { CSVCell.encode($0.header) + "," }.joined().utf8)
  }

  private static func line(_ cells: [String]) -> String {
    cells.map(CSVCell.encode).joined(separator: ",") + "\r\n"
  }
}
