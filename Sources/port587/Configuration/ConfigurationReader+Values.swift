import ByteScanning
import Foundation
import LogFormats
import MailModel
import Yams

/// Single values: each is what it has to be, or a problem is noted and nothing is returned.
extension ConfigurationReader {
  /// A mapping whose keys are texts.
  mutating func section(_ node: Node, _ way: String) -> ConfigurationSection? {
    guard case .mapping(let mapping) = node else {
      note(
        node.mark, way,
        way.isEmpty ? "the file has to be a list of keys with values" : "\(wants("keys with values below it", node))")
      return nil
    }
    var entries: [ConfigurationSection.Entry] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        note(key.mark, way, "a key has to be a text")
        continue
      }
      entries.append(ConfigurationSection.Entry(key: name, mark: key.mark, value: value))
    }
    return ConfigurationSection(path: way, mark: node.mark, entries: entries)
  }

  /// The elements of a list.
  mutating func list(_ node: Node, _ way: String) -> [Node] {
    guard case .sequence(let sequence) = node else {
      note(node.mark, way, wants("a list: lines that begin with \"- \", or [a, b]", node))
      return []
    }
    return Array(sequence)
  }

  /// A text.
  ///
  /// What YAML takes for something else (`no`, `12`) needs quotes.
  mutating func text(_ node: Node, _ way: String) -> String? {
    guard let scalar = node.scalar, node.tag == Tag(.str) else {
      note(node.mark, way, wants("a text", node))
      return nil
    }
    let text = scalar.string
    guard !text.isEmpty, !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      note(node.mark, way, text.isEmpty ? "the text is empty" : "the text holds a control character")
      return nil
    }
    return text
  }

  mutating func text(_ section: inout ConfigurationSection, _ key: String) -> String? {
    section.take(key).flatMap { text($0.value, section.way(key)) }
  }

  mutating func texts(_ section: inout ConfigurationSection, _ key: String) -> [String] {
    guard let entry = section.take(key) else { return [] }
    let way = section.way(key)
    return list(entry.value, way).enumerated().compactMap { text($1, "\(way)[\($0)]") }
  }

  /// The name of a domain.
  mutating func domain(_ node: Node, _ way: String) -> DomainArgument? {
    guard let text = text(node, way) else { return nil }
    guard let domain = DomainArgument(text) else {
      note(node.mark, way, wants(DomainArgument.wanted, node))
      return nil
    }
    return domain
  }

  mutating func domain(_ section: inout ConfigurationSection, _ key: String) -> DomainArgument? {
    section.take(key).flatMap { domain($0.value, section.way(key)) }
  }

  mutating func domains(_ section: inout ConfigurationSection, _ key: String) -> [DomainArgument] {
    guard let entry = section.take(key) else { return [] }
    let way = section.way(key)
    return list(entry.value, way).enumerated().compactMap { domain($1, "\(way)[\($0)]") }
  }

  /// The path of a file or folder; a relative one begins at the folder of the configuration.
  mutating func path(_ section: inout ConfigurationSection, _ key: String) -> String? {
    text(&section, key).map { resolved($0) }
  }

  mutating func paths(_ section: inout ConfigurationSection) -> [String] {
    let before = problems.count
    guard let entry = section.take("paths") else {
      note(section.mark, section.way("paths"), "this key is missing; it lists files, folders or patterns")
      return []
    }
    let way = section.way("paths")
    var result: [String] = []
    for (index, node) in list(entry.value, way).enumerated() {
      guard let text = text(node, "\(way)[\(index)]") else { continue }
      if text == "-" {
        note(node.mark, "\(way)[\(index)]", "a run reads no standard input; name files, folders or patterns")
      } else {
        result.append(resolved(text))
      }
    }
    if result.isEmpty, problems.count == before {
      note(entry.mark, way, "the list is empty; name files, folders or patterns")
    }
    return result
  }

  /// A whole number in decimal digits, without quotes.
  mutating func number(_ node: Node, _ way: String, in range: ClosedRange<Int>) -> Int? {
    guard let scalar = node.scalar, node.tag == Tag(.int), let number = Int(scalar.string), range.contains(number)
    else {
      note(node.mark, way, wants("a number from \(range.lowerBound) to \(range.upperBound)", node))
      return nil
    }
    return number
  }

  mutating func number(_ section: inout ConfigurationSection, _ key: String, in range: ClosedRange<Int>) -> Int? {
    section.take(key).flatMap { number($0.value, section.way(key), in: range) }
  }

  /// `true` or `false`, without quotes.
  mutating func flag(_ section: inout ConfigurationSection, _ key: String) -> Bool? {
    section.take(key).flatMap { flag($0.value, section.way(key)) }
  }

  /// `true` or `false`, without quotes.
  mutating func flag(_ node: Node, _ way: String) -> Bool? {
    guard node.tag == Tag(.bool), let flag = node.bool else {
      note(node.mark, way, wants("true or false", node))
      return nil
    }
    return flag
  }

  /// A day: `2026-12-01`.
  mutating func day(_ section: inout ConfigurationSection, _ key: String) -> CivilDate? {
    guard let entry = section.take(key) else { return nil }
    guard let day = entry.value.scalar.flatMap({ DayArgument(argument: $0.string) })?.day else {
      note(entry.value.mark, section.way(key), wants("a day such as 2026-12-01", entry.value))
      return nil
    }
    return day
  }

  /// `previous`, or a day.
  mutating func comparison(_ section: inout ConfigurationSection) -> ComparisonArgument? {
    guard let entry = section.take("compare-to") else { return nil }
    guard let comparison = entry.value.scalar.flatMap({ ComparisonArgument(argument: $0.string) }) else {
      note(entry.value.mark, section.way("compare-to"), wants("previous, or a day such as 2026-11-16", entry.value))
      return nil
    }
    return comparison
  }

  /// An offset from UTC: `-03:00`, which YAML would take for a number.
  mutating func offset(_ section: inout ConfigurationSection) -> UTCOffset? {
    guard let entry = section.take("utc-offset") else { return nil }
    guard let offset = entry.value.scalar.flatMap({ UTCOffset(argument: $0.string) }) else {
      note(entry.value.mark, section.way("utc-offset"), wants("an offset such as -03:00", entry.value))
      return nil
    }
    return offset
  }

  mutating func format(_ section: inout ConfigurationSection) -> String? {
    guard let entry = section.take("log-format"), let name = text(entry.value, section.way("log-format")) else {
      return nil
    }
    let known = LogFormats.all.map { $0.identifier }
    guard known.contains(name.lowercased()) else {
      note(
        entry.value.mark, section.way("log-format"),
        "\(name) is not known; known are: \(known.joined(separator: ", "))")
      return nil
    }
    return name
  }

  mutating func language(_ section: inout ConfigurationSection) -> LanguageArgument? {
    guard let entry = section.take("language"), let tag = text(entry.value, section.way("language")) else {
      return nil
    }
    guard let language = LanguageArgument(argument: tag) else {
      note(
        entry.value.mark, section.way("language"),
        "\(tag) is not known; known are: \(LanguageArgument.allValueStrings.joined(separator: ", "))")
      return nil
    }
    return language
  }

  /// A mapping from something to ports, in the order of the file.
  mutating func rules(_ section: inout ConfigurationSection, _ key: String) -> [(
    key: String, port: UInt16, mark: Mark?
  )] {
    guard let entry = section.take(key), let rules = self.section(entry.value, section.way(key)) else { return [] }
    return rules.rest.compactMap { rule in
      number(rule.value, rules.way(rule.key), in: 1...65_535).map { (rule.key, UInt16($0), rule.mark) }
    }
  }

  mutating func addresses(_ section: inout ConfigurationSection) -> [AddressPort] {
    let way = section.way("port-of-address")
    return rules(&section, "port-of-address").compactMap { rule in
      guard let address = AddressPort(argument: "\(rule.key)=\(rule.port)") else {
        note(rule.mark, "\(way).\(rule.key)", "this is no IP address")
        return nil
      }
      return address
    }
  }

  func resolved(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    let folder = FilePath(file).folder.description
    return folder.isEmpty ? path : (folder.hasSuffix("/") ? folder + path : folder + "/" + path)
  }

  /// What has to stand at a place, and what stands there.
  func wants(_ wanted: String, _ node: Node) -> String {
    let found =
      switch node {
      case .mapping: "there are keys with values"
      case .sequence: "there is a list"
      case .alias: "there is an alias"
      case .scalar(let scalar):
        if node.tag == Tag(.null), scalar.string.isEmpty {
          "there is nothing; take the key away if nothing is meant"
        } else if node.tag != Tag(.str), wanted == "a text" {
          "\(scalar.string) is none for YAML; put it in quotes"
        } else if scalar.style == .singleQuoted || scalar.style == .doubleQuoted {
          "there is the text \"\(scalar.string)\""
        } else {
          "there is \(scalar.string)"
        }
      }
    return "this has to be \(wanted); \(found)"
  }
}
