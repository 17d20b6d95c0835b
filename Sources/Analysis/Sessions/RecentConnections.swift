import MailModel

/// When which client connected to which host, for as long as anvil may still speak of it.
struct RecentConnections: Sendable {
  /// One connection to an smtpd.
  struct Connection: Hashable, Sendable {
    /// The word that stands for the host.
    var host: UInt64
    var client: IPAddress
    /// Local time.
    var at: Int64
  }

  private var connections: ContiguousArray<Connection> = []
  /// Index of the first one that is remembered.
  private var first = 0

  /// Those that are remembered.
  var all: ContiguousArray<Connection>.SubSequence { connections[first...] }

  @inline(__always)
  mutating func append(_ connection: Connection) { connections.append(connection) }

  /// How many connections of a client lie within a second of a moment.
  func count(host: UInt64, client: IPAddress, near at: Int64) -> Int {
    var count = 0
    for connection in connections[first...]
    where connection.host == host && abs(connection.at - at) <= 1000 && connection.client == client { count += 1 }
    return count
  }

  /// Forgets what is older, as far as it lies in front.
  mutating func forget(before limit: Int64) {
    while first < connections.count, connections[first].at < limit { first += 1 }
    if first > 1000, first > connections.count / 2 {
      connections.removeSubrange(0..<first)
      first = 0
    }
  }
}
