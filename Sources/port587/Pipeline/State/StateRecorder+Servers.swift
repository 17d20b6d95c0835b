import Analysis
import StateStore

extension StateRecorder {
  /// Gives the logs of a state of an earlier version what its days have shown of their servers.
  mutating func takeServers(_ reader: StateReader) throws(StateError) {
    let names = open.keys.sorted()
    var logs = names.compactMap { open[$0] }
    try reader.takeServers(&logs, of: session.part.id)
    for (name, log) in zip(names, logs) { open[name] = log }
  }
}
