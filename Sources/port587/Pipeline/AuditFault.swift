import ArgumentParser
import MailModel
import StateStore

/// Why an audit gave no report: what happened, to what, and what to do.
enum AuditFault: Error, CustomStringConvertible {
  case noInput(paths: [String])
  case nothingReadable(reasons: [String])
  case noKnownFormat(tried: [(path: String, reasons: [String])])
  case unknownFormat(name: String, known: [String])
  case cannotRead(what: String, path: String, reason: String)
  case badSettings(path: String, reason: String)
  case badSecret(path: String, reason: String)
  case cannotCreate(path: String, reason: String)
  case cannotPrint(reason: String)
  /// A library that only this command needs.
  case missingLibrary(String)
  case state(StateError)
  /// The state holds something else than was written into it; a copy was set aside, or there was one already.
  case damagedState(StateError, copy: String)
  /// What stands where the state is to be was not made as one.
  case noState(path: String)
  /// The day to compare with lies in the days that are compared.
  case badComparison(from: CivilDate, to: CivilDate)
  /// The period ends before it begins.
  case emptyPeriod(since: Timestamp, until: Timestamp)
  case locked(path: String, holder: String)
  case configuration([ConfigurationProblem])
  /// What was wrong was said when it was met.
  case alreadySaid(ExitCode)

  var status: ExitCode {
    switch self {
    case .noInput, .nothingReadable, .cannotRead: ExitStatus.noInput
    case .noKnownFormat, .badSettings: ExitStatus.noKnownFormat
    case .unknownFormat, .badComparison, .emptyPeriod: ExitStatus.usage
    case .cannotCreate: ExitStatus.cannotCreate
    case .cannotPrint, .damagedState, .noState: ExitStatus.ioError
    case .locked: ExitStatus.locked
    case .configuration, .badSecret, .missingLibrary: ExitStatus.configuration
    case .alreadySaid(let status): status
    case .state(let error):
      switch error {
      case .missing: ExitStatus.noInput
      case .newer: ExitStatus.configuration
      case .writtenMeanwhile: ExitStatus.locked
      case .damaged, .failed: ExitStatus.ioError
      }
    }
  }

  var description: String { lines.joined(separator: "\n") }

  /// What is wrong, without what it is about.
  var reason: String {
    switch self {
    case .cannotRead(_, _, let reason), .badSettings(_, let reason): reason
    default: line
    }
  }

  /// What is said where a problem has one line.
  var line: String { lines.map { String($0.drop { $0 == " " }) }.joined(separator: " ") }

  /// Whether other sources can be read all the same.
  var isAboutSources: Bool {
    switch self {
    case .noInput, .nothingReadable, .noKnownFormat: true
    default: false
    }
  }

  /// What is said, line by line, so that a name with a line break in it adds none.
  var lines: [String] {
    switch self {
    case .noInput(let paths):
      [
        "nothing to read: \(paths.joined(separator: ", ")) does not exist or holds no file. "
          + "Give log files or their folder."
      ]
    case .nothingReadable(let reasons):
      ["no source could be opened:"] + reasons.map { "  \($0)" }
    case .noKnownFormat(let tried): AuditFault.lines(tried)
    case .unknownFormat(let name, let known):
      ["--log-format \(name) is not known; known are: \(known.joined(separator: ", "))."]
    case .cannotRead(let what, let path, let reason): ["cannot read the \(what) \(path): \(reason)"]
    case .badSettings(let path, let reason), .badSecret(let path, let reason): ["\(path): \(reason)"]
    case .cannotCreate(let path, let reason): ["cannot write \(path): \(reason)"]
    case .missingLibrary(let fault): [fault]
    case .state(let error): ["\(error)"]
    case .damagedState(let error, let copy): ["\(error)", "  a copy of it is kept as \(copy)"]
    case .noState(let path): ["\(path) is no state of port587. Nothing was read or changed; name another file."]
    case .badComparison(let from, let to):
      ["--compare-to wants a day before \(from): the days from then to \(to) are compared with as many before."]
    case .emptyPeriod(let since, let until):
      ["--since \(since) does not lie before --until \(until): there is no period between them."]
    case .locked(let path, let holder):
      ["another run holds the state \(path): \(holder). Nothing was read; try again when it has ended."]
    case .alreadySaid: []
    case .configuration(let problems): problems.map(\.description)
    case .cannotPrint(let reason): ["cannot write to standard output: \(reason)"]
    }
  }

  private static func lines(_ tried: [(path: String, reasons: [String])]) -> [String] {
    var lines = ["no log of a known format was found."]
    for file in tried.prefix(10) {
      lines.append("  \(file.path)")
      for reason in file.reasons { lines.append("    \(reason)") }
    }
    if tried.count > 10 { lines.append("  … and \(tried.count - 10) more files") }
    lines.append("Give the folder of the SMTP logs, or --log-format if a file is of a known format all the same.")
    return lines
  }
}
