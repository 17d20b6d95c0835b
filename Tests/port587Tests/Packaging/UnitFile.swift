/// A unit file of systemd as a test reads it: sections with keys and values (systemd.syntax(7)).
struct UnitFile {
  /// Values by section and key; a key that stands more than once has several.
  private(set) var sections: [String: [String: [String]]] = [:]
  /// Lines that are neither section, setting, comment nor empty, and settings before the first section.
  private(set) var strays: [String] = []

  init(_ text: String) {
    var section: String?
    for line in text.split(separator: "\n") where !line.hasPrefix("#") && !line.hasPrefix(";") {
      if line.hasPrefix("["), line.hasSuffix("]") {
        section = String(line.dropFirst().dropLast())
      } else if let section, let equals = line.firstIndex(of: "="), line.first?.isLetter == true {
        sections[section, default: [:]][String(line[..<equals]), default: []].append(
          String(line[line.index(after: equals)...]))
      } else {
        strays.append(String(line))
      }
    }
  }

  /// The only value of a key.
  subscript(section: String, key: String) -> String? {
    let values = sections[section]?[key] ?? []
    return values.count == 1 ? values[0] : nil
  }
}
