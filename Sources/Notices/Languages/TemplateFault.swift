/// Why a template cannot be used.
public enum TemplateFault: Error, Sendable, Equatable {
  /// It is no Mustache template.
  case broken(name: String, reason: String)
  /// The first line does not begin with `Subject:`.
  case noSubject(name: String)
  /// It uses a name that no message has.
  case unknownName(name: String, used: String)
  /// A line of the client instructions is not understood.
  case badClientLine(name: String, line: Int, reason: String)
}

extension TemplateFault: CustomStringConvertible {
  /// The fault in words for the administrator.
  public var description: String {
    switch self {
    case .broken(let name, let reason): "the template \(name) is broken: \(reason)"
    case .noSubject(let name): "the template \(name) must begin with a line \"Subject: …\"."
    case .unknownName(let name, let used):
      "the template \(name) uses {{\(used)}}, which no message has; its names are those in what port587 notify templates writes."
    case .badClientLine(let name, let line, let reason): "\(name), line \(line): \(reason)"
    }
  }
}
