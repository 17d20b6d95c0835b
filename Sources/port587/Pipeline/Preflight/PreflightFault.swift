import ArgumentParser

/// Why a preflight gave no report: what happened, to what, and what to do.
enum PreflightFault: Error {
  case cannotRead(option: String, path: String, reason: String)
  case notUnderstood(option: String, path: String, reason: String)
  case cannotRun(path: String, reason: String)
  case cannotCreate(path: String, reason: String)
  case cannotPrint(String)

  var status: ExitCode {
    switch self {
    case .cannotRead, .cannotRun: ExitStatus.noInput
    case .notUnderstood: ExitStatus.noKnownFormat
    case .cannotCreate: ExitStatus.cannotCreate
    case .cannotPrint: ExitStatus.ioError
    }
  }

  var line: String {
    switch self {
    case .cannotRead(let option, let path, let reason): "port587: --\(option): cannot read \(path): \(reason)"
    case .notUnderstood(let option, let path, let reason): "port587: --\(option): \(path): \(reason)"
    case .cannotRun(let path, let reason): "port587: --run-tool: cannot run \(path): \(reason)"
    case .cannotCreate(let path, let reason): "port587: cannot write \(path): \(reason)"
    case .cannotPrint(let reason): "port587: cannot write to standard output: \(reason)"
    }
  }
}
