/// How the recorder's clock runs beside the mail server's: session time − record time, as it changes over the day.
public struct ClockModel: Sendable, Equatable {
  /// The difference at some moments of the mail server's clock, in milliseconds; between them it runs straight.
  public var knots: [(at: Int64, difference: Int64)]
  /// A session's own difference lies in the clock's difference plus this range of milliseconds.
  public var tolerance: ClosedRange<Int64>
  /// Whether the data said so; otherwise both are taken to be one clock.
  public var isEstimated: Bool
  /// Sessions and records that stood alone and were compared.
  public var samples: Int
  /// Of two sessions the one whose line comes first has the earlier record, if the records are farther apart than this
  /// many milliseconds; nothing where the order of the lines tells no more than their stamps.
  public var reorder: Int64?

  /// Takes every part.
  public init(knots: [(at: Int64, difference: Int64)], tolerance: ClosedRange<Int64>, isEstimated: Bool, samples: Int) {
    self.knots = knots
    self.tolerance = tolerance
    self.isEstimated = isEstimated
    self.samples = samples
  }

  /// The difference at a moment.
  public func difference(at moment: Int64) -> Int64 {
    guard let first = knots.first, let last = knots.last else { return 0 }
    if moment <= first.at { return first.difference }
    if moment >= last.at { return last.difference }
    var low = 0
    var high = knots.count - 1
    while low + 1 < high {
      let middle = (low + high) / 2
      if knots[middle].at <= moment { low = middle } else { high = middle }
    }
    let (a, b) = (knots[low], knots[high])
    guard b.at > a.at else { return a.difference }
    return a.difference + Int64(Double(b.difference - a.difference) * Double(moment - a.at) / Double(b.at - a.at))
  }

  /// Equal parts.
  public static func == (a: ClockModel, b: ClockModel) -> Bool {
    a.tolerance == b.tolerance && a.isEstimated == b.isEstimated && a.samples == b.samples
      && a.reorder == b.reorder
      && a.knots.elementsEqual(b.knots) { $0.at == $1.at && $0.difference == $1.difference }
  }
}
