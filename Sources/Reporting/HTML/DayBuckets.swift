import MailModel

/// The days of a report, put together so that a chart has a readable number of bars.
///
/// Days without mail are there too.
struct DayBuckets: Sendable {
  /// A bar of the chart.
  struct Bucket: Sendable {
    /// Its first day, ISO 8601.
    let day: String
    /// By port number or `unknown`.
    var ports: [String: PortCount] = [:]
  }

  private static let most = 62

  /// How many days a bar stands for.
  let daysPerBucket: Int
  /// The bars in the order of time.
  let buckets: [Bucket]

  /// Sorts the days into bars.
  init(_ days: [DayReport]) {
    let dated = days.compactMap { day in
      Timestamp(iso8601: day.day).map { (number: Int($0.seconds / 86_400), ports: day.ports) }
    }
    guard let first = dated.map(\.number).min(), let last = dated.map(\.number).max() else {
      daysPerBucket = 1
      buckets = []
      return
    }
    let span = last - first + 1
    let steps = [1, 7, 28]
    let size = steps.first { (span + $0 - 1) / $0 <= DayBuckets.most } ?? (span + DayBuckets.most - 1) / DayBuckets.most
    var buckets = (0..<(span + size - 1) / size).map { index in
      Bucket(day: CivilDate(daysSinceEpoch: first + index * size).description)
    }
    for day in dated {
      for (port, count) in day.ports {
        buckets[(day.number - first) / size].ports[port, default: PortCount()].sessions += count.sessions
        buckets[(day.number - first) / size].ports[port, default: PortCount()].messages += count.messages
      }
    }
    daysPerBucket = size
    self.buckets = buckets
  }
}
