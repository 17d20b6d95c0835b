import ByteScanning
import LogFormats
import StateStore

/// The logs of a state by what their paths say of them: of which log a new file is the next part.
struct KnownSeries {
  /// The latest part of a log in folders of one form.
  private struct Part {
    var stream: String
    var folder: Substring
    var begin: Int64
    var last: Int64
  }

  private var parts: [LogSeries.Log: [String: Part]] = [:]
  /// When the latest file of each stream begins, by its name without date; under the empty name those without one.
  private var begins: [String: [String: Int64]] = [:]

  /// - Parameters:
  ///   - end: stamps after this moment, in milliseconds, are of a clock that was wrong.
  ///   - folder: where relative paths begin.
  init(_ known: some Sequence<StoredSource>, end: Int64, in folder: FilePath) {
    for source in known where source.format != IceWarpFormat.identifier {
      guard source.firstAt <= source.lastAt, source.firstAt <= end else { continue }
      // The first moment by the clock of the log, as the last one is kept.
      let begin = source.firstAt + source.lastLocal - source.lastAt
      let series = LogSeries(path: source.path, begin: begin, in: folder)
      let name = series.isDated ? series.log.name : ""
      begins[source.stream, default: [:]][name] = max(begins[source.stream]?[name] ?? .min, begin)
      if let other = parts[series.log]?[series.form], other.begin > begin { continue }
      parts[series.log, default: [:]][series.form] = Part(
        stream: source.stream, folder: LogName(path: source.path).folder, begin: begin,
        last: source.lastAt <= end ? source.lastLocal : begin)
    }
  }

  /// The stream of the log of which a file in the folder of a day is a part, or one beside such folders; nothing when none was read.
  ///
  /// A part that overlaps with what was read of that log is of another machine: then the stream is that of its own folder.
  func stream(goingOnIn source: PlannedSource) -> String? {
    guard let series = source.series, series.isFolderDated || begins[source.stream] == nil,
      let forms = parts[series.log]
    else { return nil }
    guard let part = forms[series.form] ?? forms.values.max(by: { $0.begin < $1.begin }) else { return nil }
    let folder = LogName(path: source.path).folder
    let isApart =
      part.folder != folder && part.begin <= source.firstLocal && source.firstLocal != .max
      && part.last - DayFolders.disorder > source.firstLocal
    return isApart ? SourcePlanner.folderStream(source.path, source.format) : part.stream
  }

  /// When the latest source of a stream begins that may hold lines of the same log as a new one, in local time.
  ///
  /// Files of which each has the day in its name are of one log where the rest of the names is the same: `mx1-2026-03-16.log` says nothing of
  /// `mx2-2026-03-16.log`.
  func begin(of source: PlannedSource) -> Int64 {
    let name = source.series.flatMap { $0.isDated ? $0.log.name : nil }
    return (begins[source.stream] ?? [:]).filter { name == nil || $0.key.isEmpty || $0.key == name }.values.max()
      ?? .min
  }
}
