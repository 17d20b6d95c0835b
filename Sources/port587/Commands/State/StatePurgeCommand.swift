import ArgumentParser
import Foundation
import MailModel
import StateStore

/// The command `port587 state purge --older-than 90d`.
struct StatePurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge", abstract: "Removes what was counted on days that are older, or newer, than that.")

  @Option(help: "The state file.")
  var state: String
  @Option(help: "How old: 90d, or the first day to keep: 2026-01-01.")
  var olderThan: MomentArgument?
  @Option(help: "The last day to keep, where a wrong clock has left days of the future: 2026-11-30, or 0d for today.")
  var newerThan: MomentArgument?

  func validate() throws {
    guard olderThan != nil || newerThan != nil else {
      throw ValidationError("Give --older-than, or --newer-than, or both.")
    }
  }

  func run() throws {
    try StateTask.run(state) { _, reader in
      let zone = MachineZone.rules()
      let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
      func day(_ moment: Timestamp) -> Int64 {
        (moment.seconds + Int64(zone.offset(at: moment.milliseconds))) / 86_400
      }
      let first = olderThan?.moment(now: now, zone: zone)
      let (low, high) = (first.map(day) ?? .min, (newerThan?.moment(now: now, zone: zone)).map(day) ?? .max)
      guard low <= high else { throw ValidationError("No day is older than one bound and newer than the other.") }
      let removed = try StatePurge(reader: reader).run(keeping: low...high, runsBefore: first?.seconds, always: true)
      var bounds: [String] = []
      if olderThan != nil { bounds.append("before \(CivilDate(daysSinceEpoch: Int(low)))") }
      if newerThan != nil { bounds.append("after \(CivilDate(daysSinceEpoch: Int(high)))") }
      var line = "removed: \(removed.days) days \(bounds.joined(separator: " and "))"
      if removed.openSessions > 0 { line += ", and \(removed.openSessions) sessions of such days that were still open" }
      try Console.print(line)
    }
  }
}
