/// One cell of a CSV file: RFC 4180, and no spreadsheet takes it for a formula.
enum CSVCell {
  /// The cell as it is written, quoted when it has to be.
  static func encode(_ value: String) -> String {
    // Scalar by scalar: `,` with a combining mark is one `Character`, and still a comma for whoever reads the file.
    let safe = neutral(value).unicodeScalars
    guard safe.contains(where: { $0 == "," || $0 == "\"" }) || safe.first == " " || safe.last == " " else {
      return String(safe)
    }
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in safe {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// The value without control characters, with an apostrophe before what would be a formula: `=cmd|' /C calc'!A0`.
  private static func neutral(_ value: String) -> String {
    // Judged before control characters are replaced: a tab or CR before the sign is skipped by spreadsheets.
    let first = value.unicodeScalars.first { !$0.properties.isWhitespace && $0.value >= 0x20 && $0.value != 0xfeff }
    let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
    let leading = value.unicodeScalars.first
    let startsWithControl = leading.map { $0.value < 0x20 || $0.value == 0x7f } ?? false
    let isFormula = first.map(signs.contains) ?? false
    let text = VisibleText.make(value)
    return (isFormula && !isPlainNumber(value)) || startsWithControl ? "'" + text : text
  }

  /// Whether the value is a number and nothing else, for instance `-12` or `+3.5`.
  private static func isPlainNumber(_ value: String) -> Bool {
    var digits = 0
    var dots = 0
    for (index, byte) in value.utf8.enumerated() {
      switch byte {
      case 48...57: digits += 1
      case 46: dots += 1
      case 43, 45: if index != 0 { return false }
      default: return false
      }
    }
    return digits > 0 && dots <= 1 && value.utf8.last != 46
  }
}
