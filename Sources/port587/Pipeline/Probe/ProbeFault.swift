import ArgumentParser

/// Why a probe could not be made or shown: what happened, to what, and what to do.
enum ProbeFault: Error {
  case credentials(NotifyFault)
  case state(AuditFault)
  case missingLibrary(String)
  case noCAFile(path: String)
  case cannotCreate(path: String, reason: String)
  case cannotPrint(String)

  var status: ExitCode {
    switch self {
    case .credentials(let fault): fault.status
    case .state(let fault): fault.status
    case .missingLibrary: ExitStatus.configuration
    case .noCAFile: ExitStatus.noInput
    case .cannotCreate: ExitStatus.cannotCreate
    case .cannotPrint: ExitStatus.ioError
    }
  }

  var lines: [String] {
    switch self {
    case .credentials(let fault): fault.lines.enumerated().map { $0 == 0 ? "port587: \($1)" : $1 }
    case .state(let fault): fault.lines.enumerated().map { $0 == 0 ? "port587: \($1)" : $1 }
    case .missingLibrary(let fault): ["port587: \(fault)"]
    case .noCAFile(let path): ["port587: --ca-file: cannot read \(path)"]
    case .cannotCreate(let path, let reason): ["port587: cannot write \(path): \(reason)"]
    case .cannotPrint(let reason): ["port587: cannot write to standard output: \(reason)"]
    }
  }
}
