import MailModel

/// One row of the facts about a user's programs and devices; rows of one client are put together in the end.
struct ClientSighting {
  var user: Int32
  var address: UInt32
  var helo: UInt32
  /// `UserDraft.unknownPort` when the port is not known.
  var port: Int32 = Int32(UserDraft.unknownPort)
  var logins = 0
  var lastAt: Timestamp?
  // Behind the moment, where it takes no room of its own.
  var source: Source

  /// What the row comes from.
  enum Source: UInt8 {
    case login, relay, refusal
  }

  /// A client by its address and HELO name, as one number.
  var client: UInt64 { UInt64(address) << 32 | UInt64(helo) }

  /// The order in which rows of one client stand together, those without HELO name behind the others of their address.
  static func precedes(_ a: ClientSighting, _ b: ClientSighting) -> Bool {
    if a.user != b.user { return a.user < b.user }
    if a.address != b.address { return a.address < b.address }
    return a.helo != b.helo ? a.helo < b.helo : a.source.rawValue < b.source.rawValue
  }
}
