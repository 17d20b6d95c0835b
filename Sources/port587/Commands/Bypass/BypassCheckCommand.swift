import ArgumentParser
import Foundation
import IceWarpAdmin
import MailModel
import Reporting

/// The command `port587 bypass check FILE`.
struct BypassCheckCommand: ParsableCommand, PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Says what each line frees, how wide it is, and, with a state, whom it would have let pass.",
    discussion: """
      The file is only read. Nothing is looked up: what logs cannot tell, such as the address of a host name, is said to be so.

      Exit status: 0 done; 1 a line defeats the submission option or is not in the grammar (with --exit-code); \
      3 an included file could not be read; 66 no such file.
      """)

  @Argument(help: "IceWarp's config/submissionbypass.dat.")
  var file: String
  @Option(help: "Hold the lines against what this state holds.")
  var state: String?
  @Option(help: "With --state: a line that matched nothing for so many days is called idle.")
  var idleAfter: Int = 30
  @OptionGroup var reading: BypassStateOptions
  @OptionGroup var printing: PrintingOptions
  @Flag(help: "Exit with status 1 when a line defeats the option or is not in the grammar.")
  var exitCode = false

  func validate() throws {
    guard (1...3660).contains(idleAfter) else { throw ValidationError("--idle-after wants a number of days.") }
  }

  func run() throws {
    let report: BypassReport
    do throws(AuditFault) {
      let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
      let loader = BypassLoader(includeFolder: reading.includeFolder)
      let tree = try loader.tree(file)
      let judge = BypassJudge(
        tree: tree, notebook: try loader.notebook(beside: file),
        world: try state.map { path throws(AuditFault) in try BypassSurvey.world(path, reading, now) },
        localDomains: Set(reading.localDomains.map(\.name)), idleAfterDays: idleAfter, now: now,
        language: printing.spoken)
      report = judge.report()
      let environment = ProcessInfo.processInfo.environment
      if printing.json {
        try BypassLoader.print(json: report)
      } else if !printing.quiet {
        let summary = BypassSummary(
          columns: Terminal.columns(environment),
          colour: printing.colour, language: printing.spoken, zone: MachineZone.rules())
        try BypassLoader.print(summary.render(report))
      }
    } catch {
      Console.note(error.lines.enumerated().map { $0 == 0 ? "port587: \($1)" : $1 })
      throw error.status
    }
    if report.includes.contains(where: { $0.problem != nil && $0.file == nil }) { throw ExitStatus.partly }
    if exitCode, report.allLines.contains(where: { $0.risk == .defeatsFeature || !$0.valid }) {
      throw ExitStatus.affected
    }
  }
}
