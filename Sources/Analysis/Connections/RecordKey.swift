import MailModel

/// A connection record by what it says, wherever it was read.
struct RecordKey: Hashable, Sendable {
  var client: IPAddress
  var at: Int64
  var clientPort: UInt16
  var port: UInt16

  init(_ record: ConnectionSighting) {
    client = record.client
    at = record.at
    clientPort = record.clientPort
    port = record.port
  }

  /// A record without its place: files of firewalls are turned over too fast for a state to name lines in them.
  var record: ConnectionSighting {
    ConnectionSighting(
      client: client, at: at, mark: ConnectionMark(source: 0, line: 0), clientPort: clientPort, port: port)
  }
}
