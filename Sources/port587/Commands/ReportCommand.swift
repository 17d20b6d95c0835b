import ArgumentParser
import Foundation
import MailModel
import StateStore

/// The command `port587 report --state FILE`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Prints the report again from the state; no log is read.",
    usage: "port587 report --state <state> [<options>]",
    discussion: """
      The report over everything that the state holds in the window, as the last audit with this state printed it. \
      The options are those of audit: a path and --connections are refused, and what says how logs are read \
      (--threads, --log-format, --year, the --port-of options and others) has no effect here.
      """)

  @OptionGroup var options: AuditOptions

  func validate() throws {
    guard options.paths.isEmpty else { throw ValidationError("report reads no log; give the logs to audit.") }
    guard options.state != nil else { throw ValidationError("report wants --state FILE.") }
    guard options.connections.isEmpty else { throw ValidationError("report reads no connection record.") }
  }

  func run() throws {
    var status: ExitCode?
    do throws(AuditFault) {
      let audit = try Audit(options: options, now: Timestamp(seconds: Int64(Date().timeIntervalSince1970)))
      let result = try audit.report(state: options.state ?? "")
      try ReportWriter(options: options, pseudonyms: audit.settings.pseudonyms).write(result.model)
      if options.exitCode, result.isAnybodyAffected { status = ExitStatus.affected }
    } catch {
      Console.note(error.lines.enumerated().map { $0 == 0 ? "port587: \($1)" : $1 })
      throw error.status
    }
    if let status { throw status }
  }
}
