/// The fields of one exported line: `ana@example.com,0,"Silva, Ana",vendas@example.com,`.
struct ExportFields {
  /// The fields without quotes and without the empty one after the final comma.
  private(set) var values: [ArraySlice<UInt8>] = []
  /// Whether a quoted field is followed by something else than a comma, or never closed.
  ///
  /// The fields end before it.
  private(set) var isBroken = false

  /// Cuts at commas outside of quotes; a quote counts only where a field begins, and is doubled within.
  init(_ line: ArraySlice<UInt8>) {
    let comma = UInt8(ascii: ",")
    var start = line.startIndex
    while start < line.endIndex {
      let after: Int
      if line[start] == UInt8(ascii: "\"") {
        guard let (value, end) = ExportFields.quoted(line, from: start), end == line.endIndex || line[end] == comma
        else {
          isBroken = true
          return
        }
        values.append(TextLines.trimmed(value))
        after = end
      } else {
        after = line[start...].firstIndex(of: comma) ?? line.endIndex
        values.append(TextLines.trimmed(line[start..<after]))
      }
      start = after + 1
    }
  }

  private static func quoted(_ line: ArraySlice<UInt8>, from start: Int) -> (value: ArraySlice<UInt8>, end: Int)? {
    let quote = UInt8(ascii: "\"")
    var value: [UInt8] = []
    var index = start + 1
    while index < line.endIndex {
      if line[index] == quote {
        guard index + 1 < line.endIndex, line[index + 1] == quote else { return (value[...], index + 1) }
        index += 1
      }
      value.append(line[index])
      index += 1
    }
    return nil
  }
}
