import MailModel

extension UserReport {
  /// When it was last seen at all: in a login, refused, or relaying.
  var lastSeenAt: Timestamp? {
    (ports.values.map(\.lastAt) + [lastRefusedAt, lastRelayedAt].compactMap { $0 }).max()
  }
}
