import ArgumentParser
import Foundation
import MailModel
import StateStore

/// The command `port587 state purge --older-than 90d`.
struct StatePurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge", abstract: "Removes what was counted on days that are older than that.")

  @Option(help: "The state file.")
  var state: String
  @Option(help: "How old: 90d, or the first day to keep: 2026-01-01.")
  var olderThan: MomentArgument

  func run() throws {
    try StateTask.run(state) { file, _ in
      let zone = MachineZone.rules()
      let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
      let limit = olderThan.moment(now: now, zone: zone)
      let local = limit.seconds + Int64(zone.offset(at: limit.milliseconds))
      let removed = try file.purge(before: local / 86_400, runsBefore: limit.seconds)
      try Console.print("removed: \(removed) days before \(CivilDate(daysSinceEpoch: Int(local / 86_400)))")
    }
  }
}
