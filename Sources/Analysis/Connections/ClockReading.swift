/// What a report says of the recorder's clock, in milliseconds.
public struct ClockReading: Sendable, Equatable {
  /// By how much it is ahead of the mail server's at the begin.
  public var ahead: Int64
  /// By how much at the end.
  public var aheadAtEnd: Int64
  /// The width of the window within which a session and its record lie.
  public var tolerance: Int64
  /// Whether the data said so; otherwise both are taken to be one clock.
  public var isEstimated: Bool

  init(ahead: Int64, aheadAtEnd: Int64, tolerance: Int64, isEstimated: Bool) {
    self.ahead = ahead
    self.aheadAtEnd = aheadAtEnd
    self.tolerance = tolerance
    self.isEstimated = isEstimated
  }

  /// Of a model.
  public init(_ model: ClockModel) {
    ahead = -(model.knots.first?.difference ?? 0)
    aheadAtEnd = -(model.knots.last?.difference ?? 0)
    tolerance = model.tolerance.upperBound - model.tolerance.lowerBound
    isEstimated = model.isEstimated
  }
}
