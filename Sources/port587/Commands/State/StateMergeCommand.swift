import Analysis
import ArgumentParser
import Foundation
import MailModel
import StateStore

/// The command `port587 state merge A B … --into C`.
struct StateMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Brings the states of several servers together; merging again updates and never doubles.")

  @Argument(help: "The states to take in; they are not changed.")
  var states: [String]
  @Option(help: "The state they go into, made if it is missing.")
  var into: String

  func run() throws {
    // Before a state is made that nothing would go into.
    var logs = MergedLogs()
    for path in states where StateSession.place(of: path) != StateSession.place(of: into) {
      try StateTask.look(path) { file, _ in try logs.add(file, as: path) }
    }
    try StateMergeCommand.refuse(logs)
    if !FileManager.default.fileExists(atPath: into) {
      do { _ = try StateSession.open(into, mayCreate: true) } catch {
        Console.note(["port587: \(error)"])
        throw error.status
      }
    }
    // Said at the end: what cannot be printed keeps nothing from being taken.
    var lines: [String] = []
    try StateTask.run(into) { target, own in
      try logs.add(target, as: into)
      try StateMergeCommand.refuse(logs)
      for path in states {
        guard StateSession.place(of: path) != StateSession.place(of: into) else { continue }
        try StateTask.run(path) { file, reader in
          for part in try file.parts() {
            let isNew = try target.adopt(part) { first in
              try StateMergeCommand.renumbered(file, reader, part, from: first)
            }
            let word = isNew ? "taken" : "as before"
            lines.append("\(word): \(part.server) of \(path)")
          }
          // So that the merged state does not tell anybody again.
          let notices = try target.notices.adopt(try file.notices.records())
          if notices > 0 { lines.append("notices taken: \(notices) of \(path)") }
          let probes = try target.adoptProbes(of: file)
          if probes > 0 { lines.append("probes and calibrations taken: \(probes) of \(path)") }
        }
      }
      try StateTask.fold(own)
    }
    for line in lines { try Console.print(line) }
  }

  /// Merges nothing where something would count twice, or not at all.
  private static func refuse(_ logs: MergedLogs) throws {
    guard let conflict = logs.conflict else { return }
    Console.note(conflict.enumerated().map { $0 == 0 ? "port587: \($1)" : $1 })
    throw ExitStatus.noKnownFormat
  }

  /// A part with sources numbered anew, since evidence names sources by number.
  private static func renumbered(
    _ file: StateFile, _ reader: StateReader, _ part: StoredPart, from first: Int64
  ) throws -> StateChange {
    var change = StateChange()
    var numbers: [UInt32: UInt32] = [:]
    for (place, source) in try file.sources(of: part.id).enumerated() {
      var own = source
      own.id = first + Int64(place)
      numbers[UInt32(clamping: source.id)] = UInt32(clamping: own.id)
      change.sources.append(own)
    }
    let map: (LineMark) -> LineMark = { mark in
      LineMark(source: numbers[mark.source] ?? mark.source, piece: mark.piece, line: mark.line)
    }
    for number in try file.dayNumbers(of: part.id) {
      guard let day = try file.day(number, of: part.id) else { continue }
      var counts = try reader.counts(day)
      counts.mapMarks(map)
      change.days.append(StoredDay(part: part.id, day: day.day, facts: Data(counts.encoded())))
    }
    for row in try file.joins(of: part.id) {
      var kept = try StateJoin.day(row, file)
      kept.mapMarks(map)
      change.joins.append(StoredJoin(part: part.id, day: row.day, kept: Data(kept.encoded())))
    }
    for stream in try file.streams(of: part.id) {
      var open = try reader.sessions(stream)
      open.mapMarks(map)
      change.streams.append(StoredStream(part: part.id, name: stream.name, open: Data(open.encoded())))
    }
    return change
  }
}
