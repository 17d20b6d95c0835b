/// A gauge with its samples.
struct MetricFamily: Sendable {
  /// Its name, after `port587_`.
  let name: String
  /// What `# UNIT` says; the name ends with it.
  var unit: String?
  /// One sentence.
  let help: String
  /// The name of the one label; nothing where there is one sample without.
  var label: String?
  /// Values by label value.
  let samples: [(label: String, value: Int64)]

  /// The lines of it.
  var text: String {
    let full = "port587_" + name
    var text = "# TYPE \(full) gauge\n"
    if let unit { text += "# UNIT \(full) \(unit)\n" }
    text += "# HELP \(full) \(MetricFamily.escaped(help))\n"
    for sample in samples {
      let labels = label.map { "{\($0)=\"\(MetricFamily.escaped(sample.label))\"}" } ?? ""
      text += "\(full)\(labels) \(sample.value)\n"
    }
    return text
  }

  /// Backslash, quotation mark and line feed, the three that the format gives a meaning to.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
