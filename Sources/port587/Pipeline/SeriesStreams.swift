import LogFormats
import MailModel

/// The day files of one server that lie in several places: older ones in an archive beside the folder, or a folder for each
/// month.
enum SeriesStreams {
  /// Makes one stream of them where no day is in two places; where days are, two servers may have written them.
  static func join(_ sources: inout [PlannedSource]) {
    struct Place: Hashable {
      var series: [UInt8]
      var port: UInt16
    }
    var days: [Place: [String: Set<Int>]] = [:]
    func place(_ source: PlannedSource) -> (Place, Int)? {
      guard source.format.identifier == IceWarpFormat.identifier, source.context.dayIsFromName,
        let day = source.context.day, let name = source.path.split(whereSeparator: { "/!\\".contains($0) }).last,
        let series = IceWarpFormat.series(String(CompressionSuffix.removed(from: name)))
      else { return nil }
      return (Place(series: series, port: source.pathPort), day.daysSinceEpoch)
    }
    for source in sources {
      guard let (place, day) = place(source) else { continue }
      days[place, default: [:]][source.stream, default: []].insert(day)
    }
    var joined: [String: String] = [:]
    for streams in days.values where streams.count > 1 {
      let all = streams.values.reduce(into: Set<Int>()) { $0.formUnion($1) }
      guard streams.values.reduce(0, { $0 + $1.count }) == all.count else { continue }
      // Where the log is still written, so that the next day is of the same stream.
      let newest = streams.max { ($0.value.max() ?? 0, $1.key) < ($1.value.max() ?? 0, $0.key) }
      for stream in streams.keys { joined[stream] = newest?.key }
    }
    if joined.isEmpty { return }
    for i in sources.indices where place(sources[i]) != nil {
      if let stream = joined[sources[i].stream] { sources[i].stream = stream }
    }
  }
}
