import ArgumentParser
import Foundation
import Yams

/// The sections whose keys are options of other commands.
extension ConfigurationReader {
  /// The section `probes`.
  mutating func probes(_ root: inout ConfigurationSection) -> ProbeConfiguration? {
    guard let entry = root.take("probes"), var part = section(entry.value, "probes") else { return nil }
    let before = problems.count
    var result = ProbeConfiguration()
    if let hosts = part.take("hosts") {
      result.hosts = values(hosts.value, part.way("hosts"), "the name or address of a server", ProbeCommand.isHost)
    } else {
      note(part.mark, part.way("hosts"), "this key is missing; it lists the servers to be probed")
    }
    if let age = part.take("max-age") {
      let way = part.way("max-age")
      if let text = value(age.value, way, "a length of time such as 20h", { DurationArgument(argument: $0) != nil }) {
        result.maxAge = DurationArgument(argument: text)?.seconds ?? result.maxAge
      }
    }
    result.arguments = arguments(&part, ProbeConfiguration.keys)
    finish(part)
    if problems.count == before {
      do {
        _ = try ProbeCommand.parse(result.hosts + result.arguments)
      } catch {
        note(part.mark, "probes", ProbeCommand.message(for: error))
      }
    }
    return result
  }

  /// The section `notices`.
  mutating func notices(
    _ root: inout ConfigurationSection, cutover: Bool, probes: ProbeConfiguration?
  ) -> NoticeConfiguration? {
    guard let entry = root.take("notices"), var part = section(entry.value, "notices") else { return nil }
    let before = problems.count
    var result = NoticeConfiguration()
    result.arguments = arguments(&part, NoticeConfiguration.keys)
    result.bounces = texts(&part, "bounces").map { resolved($0) }
    finish(part)
    func given(_ key: String) -> String? {
      let option = (NoticeConfiguration.keys.first { $0.name == key })?.option ?? key
      return result.arguments.first { $0 == option || $0.hasPrefix(option + "=") }
    }
    result.sends = given("send") != nil
    result.isUnprobed = given("unprobed") != nil
    result.server = given("server").map { String($0.drop { $0 != "=" }.dropFirst()).lowercased() } ?? ""
    guard problems.count == before else { return result }
    var needed = [("domains", "whose users may be told"), ("server", "the outgoing server that users shall type")]
    if result.sends {
      needed += [
        ("from", "whom the notices come from"), ("smtp", "the submission server that takes them"),
        ("credentials", "a file with user and password on two lines, mode 0600"),
      ]
    }
    for (key, what) in needed where given(key) == nil {
      note(part.mark, part.way(key), "this key is missing: \(what)")
    }
    if !cutover {
      note(part.mark, "cutover", "this key is missing: the notices say from which day on the old way no longer works")
    }
    if let probes, !result.isUnprobed, probes.maxAge > 86_400 {
      note(part.mark, "probes.max-age", "notices need a probe that is younger than a day; write 20h")
    }
    guard problems.count == before else { return result }
    do {
      _ = try NotifyOptions.parse(result.arguments + ["--state=state", "--cutover=2026-12-01"])
    } catch {
      note(part.mark, "notices", NotifyOptions.message(for: error))
    }
    return result
  }

  /// What a section says, in the words of a command line.
  private mutating func arguments(
    _ part: inout ConfigurationSection, _ keys: [ConfigurationKey]
  ) -> [String] {
    var result: [String] = []
    for key in keys {
      guard let entry = part.take(key.name) else { continue }
      let way = part.way(key.name)
      switch key.form {
      case .text:
        if let text = text(entry.value, way) { result.append("\(key.option)=\(text)") }
      case .path(let isSecret):
        guard let text = text(entry.value, way) else { continue }
        let isCredential = isSecret && text.hasPrefix(CredentialsFile.credentialPrefix)
        result.append("\(key.option)=\(isCredential ? text : resolved(text))")
      case .flag:
        guard let flag = flag(entry.value, way) else { continue }
        if flag { result.append(key.option) }
      case .number(let range):
        if let number = number(entry.value, way, in: range) { result.append("\(key.option)=\(number)") }
      case .value(let wanted, let accepts):
        if let text = value(entry.value, way, wanted, accepts) { result.append("\(key.option)=\(text)") }
      case .values(let wanted, let accepts):
        result += values(entry.value, way, wanted, accepts).map { "\(key.option)=\($0)" }
      }
    }
    return result
  }

  /// A number or text that something else understands.
  private mutating func value(
    _ node: Node, _ way: String, _ wanted: String, _ accepts: (String) -> Bool
  ) -> String? {
    guard let text = node.scalar?.string, accepts(text),
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else {
      note(node.mark, way, wants(wanted, node))
      return nil
    }
    return text
  }

  /// A list of them that is not empty.
  private mutating func values(
    _ node: Node, _ way: String, _ wanted: String, _ accepts: (String) -> Bool
  ) -> [String] {
    let before = problems.count
    let nodes = list(node, way)
    if nodes.isEmpty, problems.count == before { note(node.mark, way, "the list is empty") }
    var result: [String] = []
    for (index, node) in nodes.enumerated() {
      if let text = value(node, "\(way)[\(index)]", wanted, accepts) { result.append(text) }
    }
    return result
  }
}
