import ArgumentParser
import MailModel
import Notices
import StateStore
import Transport

/// Why `notify` could not do its work: what happened, to what, and what to do.
enum NotifyFault: Error {
  case audit(AuditFault)
  case ledger(NoticeLedgerFault)
  case template(TemplateFault)
  case cannotRead(path: String, reason: String)
  case badFile(path: String, reason: String)
  case facts([String])
  case openCredentials(path: String)
  case cannotCreate(path: String, reason: String)
  case cannotPrint(String)
  case noLibrary

  var status: ExitCode {
    switch self {
    case .audit(let fault): fault.status
    case .ledger, .cannotPrint: ExitStatus.ioError
    case .cannotRead: ExitStatus.noInput
    case .template, .badFile, .facts, .openCredentials, .noLibrary: ExitStatus.configuration
    case .cannotCreate: ExitStatus.cannotCreate
    }
  }

  var lines: [String] {
    switch self {
    case .audit(let fault): fault.lines
    case .ledger(let fault): [fault.description]
    case .template(let fault): [fault.description]
    case .cannotRead(let path, let reason): ["cannot read \(path): \(reason)"]
    case .badFile(let path, let reason): ["\(path): \(reason)"]
    case .facts(let faults):
      ["users would be told what does not work, so nobody is told:"] + faults.map { "  \($0)" }
        + ["Mend it and probe again, leave a port out (--submissions-port none), or take it as it is with --unprobed."]
    case .openCredentials(let path):
      ["\(path) can be read by others than its owner; run: chmod 600 \(path)"]
    case .cannotCreate(let path, let reason): ["cannot write \(path): \(reason)"]
    case .cannotPrint(let reason): ["cannot write to standard output: \(reason)"]
    case .noLibrary: [TransportLibrary.fault ?? "libcurl cannot be set up."]
    }
  }
}
