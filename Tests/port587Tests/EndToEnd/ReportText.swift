import Foundation

/// A `report.json` as other programs see it: names and values, nothing of the program's own types.
struct ReportText {
  let fields: [String: Any]

  /// Reads what `--json` printed.
  init(_ bytes: Data) throws {
    guard let fields = try JSONSerialization.jsonObject(with: bytes) as? [String: Any] else { throw NoObject() }
    self.fields = fields
  }

  /// What was printed is JSON, but no object.
  struct NoObject: Error {}

  /// A value by its way through objects: `totals.byPort.25.sessions`.
  subscript(_ way: String) -> Any? {
    way.split(separator: ".").reduce(fields as Any?) { value, name in (value as? [String: Any])?[String(name)] }
  }

  func number(_ way: String) -> Int? { self[way] as? Int }
  func list(_ way: String) -> [[String: Any]] { self[way] as? [[String: Any]] ?? [] }
  var identities: [String] { list("users").compactMap { $0["identity"] as? String } }
  var warnings: [String] { list("warnings").compactMap { $0["code"] as? String } }

  /// Everything that neither order nor compression, splitting or threads may change, as text in a fixed order; what a state
  /// alone can tell is left out.
  var comparable: String {
    get throws {
      var kept = fields
      for name in ["sources", "generatedAt", "skipped", "trend", "reading"] { kept[name] = nil }
      kept["warnings"] = warnings.filter { $0 != "duplicateSource" && $0 != "skippedSource" }
      let bare = ReportText.withoutEvidence(kept)
      let bytes = try JSONSerialization.data(withJSONObject: bare, options: [.sortedKeys, .prettyPrinted])
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func withoutEvidence(_ value: Any) -> Any {
    if let object = value as? [String: Any] {
      return object.filter { $0.key != "evidence" }.mapValues { withoutEvidence($0) }
    }
    if let list = value as? [Any] { return list.map { withoutEvidence($0) } }
    return value
  }
}
