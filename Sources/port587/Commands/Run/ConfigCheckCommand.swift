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
      such as logs that are not there yet, is said as well and is no error. No log is read, no server is asked, and \
      nothing is written.
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
      let settings = audits.report.settings
      for fault in settings.accountFaults + [settings.bypassFault].compactMap(\.self) {
        Console.note("port587: \(fault)")
      }
      try check(configuration)
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

  /// Looks at what the sections `probes` and `notices` name.
  private func check(_ configuration: RunConfiguration) throws(AuditFault) {
    var problems = RunProblems(say: { Console.note("port587: \(file): \($0)") })
    if let probes = configuration.probes {
      do throws(ProbeFault) {
        try ConfiguredProbe(configuration: probes).check()
      } catch {
        problems.note(error)
      }
    }
    let state = configuration.statePath(ProcessInfo.processInfo.environment)
    if let notices = configuration.notices, let options = try configuration.noticeOptions(state: state) {
      do throws(NotifyFault) {
        try NoticeSetup.check(options)
      } catch {
        problems.note(error)
      }
      let isProbed = configuration.probes?.hosts.contains { $0.lowercased() == notices.server } ?? false
      if !notices.isUnprobed, !isProbed {
        problems.say(
          "notices.server: \(notices.server) is not among the hosts of probes: nobody is told unless the state gets a "
            + "probe of it that is younger than a day")
      }
      if !notices.sends { problems.say("notices: nothing is sent without \"send: true\"") }
      for path in notices.bounces where !FileManager.default.fileExists(atPath: path) {
        problems.say("\(path) does not exist now")
      }
    }
    if let status = problems.status { throw .alreadySaid(status) }
  }
}
