import Analysis
import ArgumentParser
import Foundation
import MailModel
import StateStore

/// The command `port587 state forget IDENTITY`.
struct StateForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Removes a user from the state, with what was seen with nobody else; the sums stay.")

  @OptionGroup var person: StatePersonOptions

  func run() throws {
    try StateTask.run(person.state) { file, reader in
      let user = try StatePerson(person)
      var days: [StoredDay] = []
      var streams: [StoredStream] = []
      var joins: [StoredJoin] = []
      for part in try file.parts() {
        var (before, after) = (Set<IPAddress>(), Set<IPAddress>())
        for number in try file.dayNumbers(of: part.id) {
          guard let day = try file.day(number, of: part.id) else { continue }
          let counts = try reader.counts(day)
          before.formUnion(counts.clients)
          let rest = counts.forgetting(user.isNamed)
          after.formUnion((rest ?? counts).clients)
          guard let rest else { continue }
          days.append(StoredDay(part: day.part, day: day.day, facts: Data(rest.encoded())))
        }
        for stream in try file.streams(of: part.id) {
          var open = try reader.sessions(stream)
          guard open.forget(user.isNamed) else { continue }
          streams.append(StoredStream(part: stream.part, name: stream.name, open: Data(open.encoded())))
        }
        // Addresses that were seen with nobody else go from what waits for connection records as well.
        var join = try StateJoin(file, part: part.id)
        joins += join.forget(before.subtracting(after))
      }
      // Sample lines that were not understood may name anybody.
      let runs = try file.runs().map { run in
        var reading = StateReading.decoded(run.sources)
        for i in reading.sources.indices { reading.sources[i].samples = [] }
        var bare = run
        bare.sources = reading.encoded()
        return bare
      }
      let notices = try file.rewrite(
        days: days, streams: streams, joins: joins, runs: runs, forgetting: user.identity)
      if !days.isEmpty || !streams.isEmpty || notices > 0 {
        try Console.print(
          "forgotten: \(person.identity), on \(days.count) days, in \(streams.count) open logs, in \(notices) notices")
      } else {
        Console.note(["port587: the state holds nothing of \(person.identity)"])
      }
    }
  }
}
