import Analysis
import StateStore

extension StateRecorder {
  /// Gives the logs of a state of an earlier version what its days have shown of their servers.
  ///
  /// A server that had shown no label may have got labels since the last run, so that all that was read counts as before them.
  mutating func takeServers(_ reader: StateReader) throws(StateError) {
    guard !open.isEmpty, open.values.allSatisfy(\.isOfEarlierForm) else { return }
    let days = try reader.file.dayNumbers(of: session.part.id)
    guard let first = days.first(where: { $0 > 0 }) ?? days.first else { return }
    for number in days {
      guard let day = try reader.file.day(number, of: session.part.id) else { continue }
      let counts = try reader.counts(day)
      for name in open.keys { open[name]?.takeServers(of: counts, since: first) }
    }
    let last = try reader.file.sources(of: session.part.id).map(\.lastLocal).max() ?? .min
    for name in open.keys { open[name]?.takeReading(at: last) }
  }
}
