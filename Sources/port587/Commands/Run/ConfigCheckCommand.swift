import ArgumentParser
import ByteScanning
import Foundation
import MailModel

/// The command `port587 config check FILE`.
struct ConfigCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a configuration: keys, values, and the files that it names.",
    discussion: """
      Everything that is wrong is said with its line and key, and leads to exit status 78. What may come to be later, \
      such as logs that are not there yet, is said as well and is no error. No log is read and nothing is written.
      """)

  @Argument(help: "The configuration.")
  var file: String

  func run() throws {
    do throws(AuditFault) {
      let configuration = try ConfigurationReader.read(file)
      let run = ConfiguredRun(
        configuration: configuration, now: Timestamp(seconds: Int64(Date().timeIntervalSince1970)), environment: [:],
        isVerbose: false, say: { _ in })
      let audits = try run.audits()
      for fault in audits.report.settings.accountFaults { Console.note("port587: \(fault)") }
      for problem in configuration.unused { Console.note("port587: \(problem)") }
      if let metrics = configuration.metrics, !metrics.hasSuffix(".prom") {
        Console.note("port587: \(file): metrics: node_exporter reads only files whose name ends in .prom")
      }
      for source in configuration.sources {
        for path in InputDiscovery.discover(source.paths).missing {
          Console.note("port587: \(file): \(path) does not exist now")
        }
      }
      do {
        try Console.print(
          "\(file): sound, sources: \(configuration.sources.count), reports: \(configuration.reports.count), state: "
            + configuration.statePath(ProcessInfo.processInfo.environment))
      } catch {
        throw .cannotPrint(reason: "\(error)")
      }
    } catch {
      throw RunCommand.say(error)
    }
  }
}
