import MailModel

/// Sessions in progress, free of the tables of the assembler that read them.
public struct OpenSessions: Sendable {
  /// One session with its texts.
  struct Portable: Sendable {
    var state: SessionState
    var details: SessionDetails
    var helo: [UInt8]
    var sender: [UInt8]
    var label: [UInt8]?
    var server: [UInt8]?
    var logins: [(name: [UInt8]?, senders: [[UInt8]?])]
    var refusals: [(login: [UInt8]?, sender: [UInt8]?, reply: [UInt8])]
    var failures: [[UInt8]?]
    var relays: [[UInt8]?]
  }

  var sessions: [Portable] = []
  var held: [Portable] = []
  var gate = GateWatch()
  /// Connections near those of `sessions` and `held`, for anvil.
  var recents: [RecentConnections.Connection] = []

  /// No session is open: the begin of a log.
  public init() {}
}
