import ByteScanning
import Foundation
import LogFormats
import StateStore

extension StateRecorder {
  /// Finds the stream with which a new log goes on.
  ///
  /// Streams keep their names: a log that an earlier version read as one of the folder of its day goes on in that stream.
  mutating func takeStream(_ number: Int, _ id: Int64) {
    let known =
      series
      ?? KnownSeries(
        ledger.known, end: (run.startedAt + 86_400) * 1000, in: FilePath(FileManager.default.currentDirectoryPath))
    series = known
    if let stream = known.stream(goingOnIn: sources[number]) { sources[number].stream = stream }
    let stream = sources[number].stream
    let begin = sources[number].series == nil ? ledger.begin(of: stream) : known.begin(of: sources[number])
    // Logs from before those that were read already are a stream of their own: their sessions do not go on in later ones.
    guard sources[number].firstLocal < begin, sources[number].firstLocal != .max else { return }
    let name = late[stream] ?? "\(stream) before \(id)"
    late[stream] = name
    sources[number].stream = name
  }
}
