import Analysis
import ArgumentParser
import Foundation
import MailModel
import Probing
import StateStore

/// What `port587 probe --calibrate` does: connects, waits for the log to be written, looks, and says what it has learned.
struct CalibrationRun {
  let command: ProbeCommand
  let options: ProbeOptions

  /// How long the log is waited for, and how often it is looked at.
  private static let patience = 10.0
  private static let pause = 0.5

  /// 0 when every port that answers can be told, 1 when the log cannot tell one, 3 when one was not found.
  func run() throws(ProbeFault) -> Int {
    let reading = try auditOptions()
    let audit: Audit
    do throws(AuditFault) {
      audit = try Audit(options: reading, now: options.now)
    } catch {
      throw .state(error)
    }
    let logs = CalibrationLogs(command.logs)
    let token = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    let knocks = CalibrationKnock(options: options).run(command.hosts, token: token, noops: Int.random(in: 11...40))
    var found = knocks
    let deadline = Date().addingTimeInterval(CalibrationRun.patience)
    repeat {
      Thread.sleep(forTimeInterval: CalibrationRun.pause)
      found = logs.find(knocks, audit.makePlanner())
    } while found.contains { $0.isAnswered && $0.sighting == nil } && Date() < deadline
    let calibration = CalibrationJudge.judge(found, takenAt: options.now)
    try show(calibration)
    if let state = command.state {
      let server = audit.serverName
      try ProbeKeeper.write(state, options.now) { file throws(StateError) in
        try file.remember(calibration, server: server)
      }
    }
    let signs = Set(calibration.signs.values)
    if signs.contains(.notFound) || signs == [.unanswered] { return 3 }
    return signs.contains(.alike) || signs.contains(.loggedOtherwise) ? 1 : 0
  }

  private func auditOptions() throws(ProbeFault) -> AuditOptions {
    do {
      var arguments = ["-", "--quiet", "--no-progress"]
      if let name = command.serverName { arguments += ["--server-name", name] }
      return try AuditOptions.parse(arguments)
    } catch {
      throw .cannotPrint(AuditOptions.message(for: error))
    }
  }

  private func show(_ calibration: PortCalibration) throws(ProbeFault) {
    guard command.json || !command.quiet else { return }
    do {
      if command.json {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try Console.out(Array(try encoder.encode(calibration)) + [10])
      } else {
        try Console.out(
          Array((CalibrationText.lines(calibration, isKept: command.state != nil).joined(separator: "\n") + "\n").utf8))
      }
    } catch {
      throw .cannotPrint("\(error)")
    }
  }
}
