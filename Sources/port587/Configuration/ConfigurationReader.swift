import Foundation
import MailModel
import Yams

/// Reads a configuration and collects everything that is wrong with it.
struct ConfigurationReader {
  /// More is no configuration.
  static let maximumBytes = 1 << 20

  /// The file as it was named.
  let file: String
  private(set) var problems: [ConfigurationProblem] = []

  private init(file: String) { self.file = file }

  /// Reads a file.
  static func read(_ file: String) throws(AuditFault) -> RunConfiguration {
    let bytes: Data
    do {
      // A file that ends at once gives nothing.
      bytes =
        try FileHandle(forReadingFrom: URL(fileURLWithPath: file)).read(upToCount: maximumBytes + 1) ?? Data()
    } catch {
      throw .configuration([problem(file, "it does not exist or may not be read")])
    }
    guard bytes.count <= maximumBytes else {
      throw .configuration([problem(file, "it is longer than \(maximumBytes) bytes, which is no configuration")])
    }
    guard let text = String(data: bytes, encoding: .utf8) else {
      throw .configuration([problem(file, "it is no text in UTF-8")])
    }
    return try parse(text, file: file)
  }

  /// Reads the text of a file.
  static func parse(_ text: String, file: String) throws(AuditFault) -> RunConfiguration {
    var reader = ConfigurationReader(file: file)
    let configuration = reader.configuration(text)
    guard reader.problems.isEmpty else {
      throw .configuration(reader.problems.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) })
    }
    return configuration
  }

  /// Notes what is wrong at a place.
  mutating func note(_ mark: Mark?, _ key: String, _ message: String) {
    problems.append(
      ConfigurationProblem(file: file, line: mark?.line, column: mark?.column, key: key, message: message))
  }

  /// Names every key of a section that was not asked for.
  mutating func finish(_ section: ConfigurationSection) {
    for entry in section.rest {
      note(
        entry.mark, section.way(entry.key),
        "this key is not known here; known are: \(section.known.joined(separator: ", "))")
    }
  }

  private static func problem(_ file: String, _ message: String) -> ConfigurationProblem {
    ConfigurationProblem(file: file, key: "", message: message)
  }

  private mutating func configuration(_ content: String) -> RunConfiguration {
    var result = RunConfiguration()
    let node: Node?
    do {
      node = try Yams.compose(yaml: content)
    } catch {
      noteSyntax(error)
      return result
    }
    guard let node else {
      note(nil, "", "it is empty; \"port587 config example\" prints one to begin with")
      return result
    }
    guard var root = section(node, "") else { return result }
    result.state = path(&root, "state")
    result.serverName = text(&root, "server-name")
    result.sources = sources(&root)
    result.connections = texts(&root, "connections").map { resolved($0) }
    result.accounts = path(&root, "accounts")
    result.bypass = path(&root, "bypass")
    result.trusted = path(&root, "trusted")
    result.localDomains = domains(&root, "local-domains")
    result.defaultDomain = domain(&root, "default-domain")
    if let ports = ports(&root) { result.ports = ports }
    result.inference = inference(&root)
    result.reports = reports(&root)
    result.metrics = path(&root, "metrics")
    result.pseudonymise = path(&root, "pseudonymise")
    result.cutover = day(&root, "cutover")
    result.compareTo = comparison(&root)
    result.waveDays = number(&root, "wave-days", in: 1...366)
    result.retentionDays = number(&root, "retention-days", in: 1...36_500) ?? result.retentionDays
    result.probes = probes(&root)
    result.notices = notices(&root, cutover: result.cutover != nil, probes: result.probes)
    finish(root)
    return result
  }

  private mutating func noteSyntax(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      note(mark, "", "this is no YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      note(context.mark, duplicates.first ?? "", "this key stands twice")
    case .reader(let problem, _, _, _): note(nil, "", "this is no YAML: \(problem)")
    default: note(nil, "", "this is no YAML")
    }
  }

  private mutating func sources(_ root: inout ConfigurationSection) -> [SourceConfiguration] {
    guard let entry = root.take("sources") else {
      note(root.mark, "sources", "this key is missing; it lists the logs to be read")
      return []
    }
    var result: [SourceConfiguration] = []
    for (number, node) in list(entry.value, "sources").enumerated() {
      guard var part = section(node, "sources[\(number)]") else { continue }
      var source = SourceConfiguration()
      source.paths = paths(&part)
      source.logFormat = format(&part)
      source.portOfPath = rules(&part, "port-of-path").map { PatternPort(pattern: $0.key, port: $0.port) }
      source.portOfAddress = addresses(&part)
      source.postfixServices = path(&part, "postfix-services")
      source.utcOffset = offset(&part)
      source.year = self.number(&part, "year", in: 1980...2200)
      finish(part)
      result.append(source)
    }
    if result.isEmpty, problems.isEmpty { note(entry.mark, "sources", "the list is empty; name the logs to be read") }
    return result
  }

  private mutating func inference(_ root: inout ConfigurationSection) -> InferenceConfiguration? {
    guard let entry = root.take("infer-port"), var part = section(entry.value, "infer-port") else { return nil }
    let inference = InferenceConfiguration(
      probe: path(&part, "probe"), preflight: path(&part, "preflight"),
      messageSubmission: flag(&part, "message-submission") ?? false)
    finish(part)
    return inference
  }

  private mutating func reports(_ root: inout ConfigurationSection) -> [ReportConfiguration] {
    guard let entry = root.take("reports") else { return [] }
    var result: [ReportConfiguration] = []
    var folders: Set<String> = []
    for (number, node) in list(entry.value, "reports").enumerated() {
      guard var part = section(node, "reports[\(number)]") else { continue }
      let mark = part.mark
      let folder = path(&part, "folder")
      let language = language(&part)
      finish(part)
      guard let folder else {
        if !problems.contains(where: { $0.key == "reports[\(number)].folder" }) {
          note(mark, "reports[\(number)].folder", "this key is missing; a report needs a folder")
        }
        continue
      }
      if !folders.insert(folder).inserted {
        note(mark, "reports[\(number)].folder", "another report is written into the same folder")
      }
      result.append(ReportConfiguration(folder: folder, language: language))
    }
    return result
  }

  private mutating func ports(_ root: inout ConfigurationSection) -> PortPolicy? {
    guard let entry = root.take("ports"), var part = section(entry.value, "ports") else { return nil }
    let usual = PortPolicy()
    var owners: [Int: String] = [:]
    func take(_ key: String, _ usual: [Int], _ reader: inout ConfigurationReader) -> [Int] {
      guard let entry = part.take(key) else {
        for port in usual {
          if let owner = owners.updateValue(key, forKey: port) {
            reader.note(part.mark, part.way(key), "port \(port), which it is without this key, stands under \(owner)")
          }
        }
        return usual
      }
      let way = part.way(key)
      if case .sequence(let sequence) = entry.value, sequence.isEmpty {
        reader.note(entry.value.mark, way, "the list is empty; take the key away for \(usual)")
      }
      return reader.list(entry.value, way).enumerated().compactMap { index, node in
        guard let port = reader.number(node, "\(way)[\(index)]", in: 1...65_535) else { return nil }
        if let owner = owners.updateValue(key, forKey: port) {
          reader.note(node.mark, "\(way)[\(index)]", "port \(port) stands under \(owner) already")
        }
        return port
      }
    }
    let policy = PortPolicy(
      legacyPorts: take("legacy", usual.legacyPorts, &self),
      submissionPorts: take("submission", usual.submissionPorts, &self),
      submissionsPorts: take("submissions", usual.submissionsPorts, &self))
    finish(part)
    return policy
  }
}
