import MailModel

/// One row of the facts about a user's programs and devices; rows of one client are put together in the end.
struct ClientSighting {
  var user: Int32
  var address: UInt32
  var helo: UInt32
  /// `UserDraft.unknownPort` when the port is not known.
  var port: Int32 = Int32(UserDraft.unknownPort)
  var source: Source
  var logins = 0
  var messages = 0
  var lastAt: Timestamp?

  /// What the row comes from; a refusal shows a client only where nothing else does.
  enum Source: UInt8 {
    case login, relay, refusal
  }

  /// The order in which rows of one client stand together, refusals behind the others of their address.
  static func precedes(_ a: ClientSighting, _ b: ClientSighting) -> Bool {
    if a.user != b.user { return a.user < b.user }
    if a.address != b.address { return a.address < b.address }
    if (a.source == .refusal) != (b.source == .refusal) { return b.source == .refusal }
    return a.helo < b.helo
  }
}
