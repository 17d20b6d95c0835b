/// The kind of a port, as far as a day alone tells it.
enum TrendPort: Sendable, Equatable {
  case legacy, submission, unknown
  /// A plain service of a server: port 25 if that labels its other services, else unknown.
  case plain(server: UInt32)
}
