import ArgumentParser
import MailModel
import StateStore

/// The command `port587 state check`.
struct StateCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Verifies a state, row by row, and says what it holds.")

  @Option(help: "The state file.")
  var state: String

  func run() throws {
    try StateTask.run(state) { file, reader in
      for part in try file.parts() {
        let heads = try file.dayHeads(of: part.id)
        var days = heads.map(\.day)
        for head in try file.blocks(of: part.id, days: heads) { _ = try reader.block(head) }
        for number in days { if let day = try file.day(number, of: part.id) { _ = try reader.counts(day) } }
        // Day 0 holds what belongs to no day.
        days.removeAll { $0 == 0 }
        for stream in try file.streams(of: part.id) { _ = try reader.sessions(stream) }
        let sources = try file.sources(of: part.id)
        let lines = sources.reduce(0) { $0 + $1.lines }
        let boxes = [
          sources.reduce(0) { $0 + $1.events }, sources.reduce(0) { $0 + $1.ignored },
          sources.reduce(0) { $0 + $1.unrecognised }, sources.reduce(0) { $0 + $1.malformed },
        ]
        guard boxes.reduce(0, +) == lines else {
          throw StateError.damaged(path: state, detail: "the lines of \(part.server) do not add up")
        }
        let span =
          days.isEmpty
          ? "no day"
          : "\(days.count) days, \(CivilDate(daysSinceEpoch: Int(days[0]))) to "
            + "\(CivilDate(daysSinceEpoch: Int(days[days.count - 1])))"
        try Console.print(
          "\(part.server): \(span), \(sources.count) logs, "
            + "\(lines) lines = \(boxes[0]) events + \(boxes[1]) ignored + \(boxes[2]) unrecognised + "
            + "\(boxes[3]) malformed")
      }
      try Console.print("\(state): sound, \(file.size) bytes")
    }
  }
}
