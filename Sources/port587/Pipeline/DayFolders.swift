import ByteScanning
import LogFormats
import MailModel

/// Logs of syslog daemons that are kept in a folder for each day, month or year: each of them is one log going on from folder to folder.
enum DayFolders {
  /// How far two parts of one log may overlap, in milliseconds: lines wait in queues, and clocks are set back.
  static let disorder: Int64 = 2 * 3_600_000

  /// Makes one stream of the parts of each log.
  ///
  /// Parts that overlap in time, and name the same host, are of two logs, whatever their paths say: copies of two machines with one host
  /// name, for instance.
  static func join(_ sources: inout [PlannedSource], _ limits: UnpackLimits) {
    struct Key: Hashable {
      var format: String
      var log: LogSeries.Log
    }
    var groups: [Key: [Int]] = [:]
    for number in sources.indices {
      guard let series = sources[number].series else { continue }
      groups[Key(format: sources[number].format.identifier, log: series.log), default: []].append(number)
    }
    for (key, members) in groups where members.contains(where: { sources[$0].series?.isFolderDated ?? false }) {
      let undated = members.first { !(sources[$0].series?.isFolderDated ?? false) }
      // Where the log is still written beside its folders, the next file is of that stream.
      let stream = undated.map { sources[$0].stream } ?? stream(key.log, key.format)
      let sorted = members.sorted { (sources[$0].firstLocal, $0) < (sources[$1].firstLocal, $1) }
      let lanes = lanes(sorted, sources, limits)
      let first = lanes.firstIndex { lane in undated.map { lane.contains($0) } ?? true }
      for (number, lane) in lanes.enumerated() {
        let other = sources[lane[0]].stream
        for member in lane {
          sources[member].stream = number == first ? stream : other
          if number != first { sources[member].series = nil }
        }
      }
    }
  }

  /// The stream of a log that lies in folders of days.
  static func stream(_ log: LogSeries.Log, _ format: String) -> String { "\(format) \(log.folder) \(log.name)" }

  /// Divides parts, the earliest first, so that none of a division begins long before another one of it ends.
  private static func lanes(_ parts: [Int], _ sources: [PlannedSource], _ limits: UnpackLimits) -> [[Int]] {
    guard let first = parts.first, parts.contains(where: { folder($0, sources) != folder(first, sources) }) else {
      return [parts]
    }
    var lanes: [Lane] = []
    for part in parts {
      let source = sources[part]
      let fitting = lanes.indices.filter { lanes[$0].takes(source) }
      let best =
        fitting.first { lanes[$0].folder == folder(part, sources) }
        ?? fitting.first { lanes[$0].form == source.series?.form } ?? fitting.last
      if best == nil { lanes.append(Lane()) }
      lanes[best ?? lanes.count - 1].add(part, source, end(of: source, limits))
    }
    return lanes.map(\.parts)
  }

  /// The time of the last line, where that can be seen; a stamp from after the last change is of a clock that was wrong.
  private static func end(of source: PlannedSource, _ limits: UnpackLimits) -> Int64 {
    let last = FormatDispatch.lines(of: source, limits).last() ?? source.firstLocal
    let changed = Int64(source.context.lastDay.daysSinceEpoch + 2) * 86_400_000
    return last < changed ? max(last, source.firstLocal) : source.firstLocal
  }

  private static func folder(_ number: Int, _ sources: [PlannedSource]) -> Substring {
    LogName(path: sources[number].path).folder
  }

  /// Parts that follow one another.
  private struct Lane {
    var parts: [Int] = []
    /// The folder of the last one, and its form.
    var folder: Substring?
    var form: String?
    /// When the latest part in some folder ends, by host.
    private var ends: [UInt64: [(folder: Substring, end: Int64)]] = [:]
    private var dates: [UInt64: [[Int]: Substring]] = [:]

    /// Whether a part may go on from those that it has.
    func takes(_ source: PlannedSource) -> Bool {
      let folder = LogName(path: source.path).folder
      return source.hosts.allSatisfy { host in
        let isLater = (ends[host] ?? []).allSatisfy {
          $0.folder == folder || $0.end - DayFolders.disorder <= source.firstLocal
        }
        // The same day in two places.
        guard isLater, let date = source.series?.date, !date.isEmpty, let place = dates[host]?[date] else {
          return isLater
        }
        return place == folder
      }
    }

    mutating func add(_ part: Int, _ source: PlannedSource, _ end: Int64) {
      parts.append(part)
      form = source.series?.form
      let folder = LogName(path: source.path).folder
      self.folder = folder
      for host in source.hosts {
        if let date = source.series?.date { dates[host, default: [:]][date] = folder }
        var known = ends[host] ?? []
        if let same = known.firstIndex(where: { $0.folder == folder }) {
          known[same].end = max(known[same].end, end)
        } else {
          known.append((folder, end))
        }
        // The two latest of different folders answer for all.
        known.sort { $0.end > $1.end }
        ends[host] = Array(known.prefix(2))
      }
    }
  }
}
