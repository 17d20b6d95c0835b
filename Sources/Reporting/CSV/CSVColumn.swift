/// A column of a CSV file: its header and how a row gets its cell, in one place so that both agree.
struct CSVColumn<Row>: Sendable {
  /// The machine name in the header row; the same in every language.
  let header: String
  /// The cell of a row, not yet quoted.
  let cell: @Sendable (Row) -> String

  /// A column of text.
  init(_ header: String, _ cell: @escaping @Sendable (Row) -> String) {
    self.header = header
    self.cell = cell
  }

  /// A column of numbers.
  init(_ header: String, number: @escaping @Sendable (Row) -> Int) {
    self.init(header) { String(number($0)) }
  }
}
