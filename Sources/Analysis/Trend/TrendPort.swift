/// The kind of a port, as far as a day alone tells it.
enum TrendPort: Sendable, Equatable {
  case legacy, submission, unknown
  /// A claim that labels can change, without what has nothing to do with its port.
  case open(PortClaim)
}
