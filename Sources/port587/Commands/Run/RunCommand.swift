import ArgumentParser
import Foundation
import MailModel

/// The command `port587 run --config FILE`.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Does everything that a timer should do, as one file says.",
    discussion: """
      Reads what is new of the configured logs into the state, probes the servers and tells people where the \
      configuration says so, and writes reports and metrics. Says nothing when all is well, and one line per problem on \
      standard error.
      """)

  @Option(help: "The configuration (see: port587 config example).")
  var config: String
  @Option(help: "Write counts for monitoring into this file, whatever the configuration says.")
  var metrics: String?
  @Flag(help: "Say more on standard error: each file, its format and its counts.")
  var verbose = false

  func run() async throws {
    do throws(AuditFault) {
      var configuration = try ConfigurationReader.read(config)
      if let metrics { configuration.metrics = metrics }
      let configured = ConfiguredRun(
        configuration: configuration,
        now: Timestamp(seconds: Int64(Date().timeIntervalSince1970)),
        environment: ProcessInfo.processInfo.environment, isVerbose: verbose,
        say: { Console.note("port587: \($0)") })
      if let status = try await configured.run() { throw .alreadySaid(status) }
    } catch {
      throw RunCommand.say(error)
    }
  }

  /// Says a fault, one line per problem, and gives the status it leads to.
  static func say(_ fault: AuditFault) -> ExitCode {
    switch fault {
    case .alreadySaid: break
    case .configuration(let problems): Console.note(problems.map { "port587: \($0)" })
    default: Console.note("port587: \(fault.line)")
    }
    return fault.status
  }
}
