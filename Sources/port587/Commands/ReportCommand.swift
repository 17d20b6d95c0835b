import ArgumentParser
import Foundation
import MailModel
import StateStore

/// The command `port587 report --state FILE`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Prints the report again from the state; no log is read.",
    usage: "port587 report --state <state> [<options>]\n       port587 report --config <config> [<options>]",
    discussion: """
      The report over everything that the state holds in the window. Who is who and which ports are which is judged \
      anew: with --config FILE as run does by that file, else by the options, so give those of the audit again. \
      The options are those of audit: a path and --connections are refused, and what says how logs are read \
      (--threads, --log-format, --year, the --port-of options and others) has no effect here.
      """)

  @Option(
    help: """
      The configuration of run: its state, ports, domains, accounts and all else that its reports go by, but for what an \
      option says.
      """)
  var config: String?
  @OptionGroup var options: AuditOptions

  func validate() throws {
    guard options.paths.isEmpty else { throw ValidationError("report reads no log; give the logs to audit.") }
    guard options.state != nil || config != nil else {
      throw ValidationError("report wants --state FILE, or --config FILE.")
    }
    try EmptyPath.refuse(("--config", config))
    guard options.connections.isEmpty else { throw ValidationError("report reads no connection record.") }
  }

  func run() throws {
    var status: ExitCode?
    do throws(AuditFault) {
      let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
      var (audit, options) = (try Audit(options: self.options, now: now), self.options)
      if let config {
        let configuration = try ConfigurationReader.read(config)
        options = try configuration.reportOptions(given: options, environment: ProcessInfo.processInfo.environment)
        audit = try Audit(options: options, now: now)
        audit.settings.services += try configuration.services()
      }
      // As in a run, a day to compare with that is not far enough back keeps no report from being printed.
      let result = try audit.report(
        state: options.state ?? "", comparesWherePossible: config != nil && self.options.compareTo == nil)
      try ReportWriter(options: options, pseudonyms: audit.settings.pseudonyms).write(result.model)
      if options.exitCode, result.isAnybodyAffected { status = ExitStatus.affected }
    } catch {
      if case .configuration = error { throw RunCommand.say(error) }
      Console.note(error.lines.enumerated().map { $0 == 0 ? "port587: \($1)" : $1 })
      throw error.status
    }
    if let status { throw status }
  }
}
