import MailModel

/// The plan as CSV (RFC 4180), in which no spreadsheet finds a formula.
enum PlanTable {
  /// Header row and a row for everybody, each with CRLF.
  static func csv(_ plan: NoticePlan) -> String {
    var text = "identity,to,status,reason,kind,round,language,client\r\n"
    for entry in plan.recipients {
      let cells = [
        entry.identity, entry.to ?? "", entry.status.rawValue, entry.reason ?? "", entry.kind.rawValue,
        "\(entry.round)",
        entry.language ?? "", entry.client ?? "",
      ]
      text += cells.map(cell).joined(separator: ",") + "\r\n"
    }
    return text
  }

  private static func cell(_ value: String) -> String {
    var text = OneLine.make(value, most: 1000)
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace }
    if let first, ["=", "+", "-", "@", "＝", "＋", "－", "＠"].contains(first) { text = "'" + text }
    guard text.utf8.contains(where: { $0 == 0x2c || $0 == 0x22 }) else { return text }
    var quoted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    return "\"" + String(quoted) + "\""
  }
}
