import ArgumentParser
import Foundation
import MailModel

/// The command `port587 audit PATH…`.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Reads SMTP logs and says who still submits on port 25 and who was refused.")

  @OptionGroup var options: AuditOptions

  func validate() throws {
    guard !options.paths.isEmpty else {
      throw ValidationError("Missing expected argument '<paths> ...': name log files, folders or patterns.")
    }
    try options.validateState()
  }

  func run() async throws {
    var status: ExitCode?
    do throws(AuditFault) {
      let audit = try Audit(options: options, now: Timestamp(seconds: Int64(Date().timeIntervalSince1970)))
      if let state = options.state, !audit.isReportWanted {
        if try await !audit.count(state: state) { throw AuditFault.alreadySaid(ExitStatus.partly) }
        return
      }
      let result = try await audit.run()
      try ReportWriter(options: options, pseudonyms: audit.settings.pseudonyms).write(result.model)
      if result.isPartial {
        status = ExitStatus.partly
      } else if options.exitCode, result.isAnybodyAffected {
        status = ExitStatus.affected
      }
    } catch {
      Console.note(error.lines.enumerated().map { $0 == 0 ? "port587: \($1)" : $1 })
      throw error.status
    }
    if let status { throw status }
  }
}
