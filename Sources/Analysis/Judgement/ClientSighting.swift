import MailModel

/// One row of the facts about a user's programs and devices; rows of one client are put together in the end.
struct ClientSighting {
  var user: Int32
  var address: UInt32
  var helo: UInt32
  /// `UserDraft.unknownPort` when the port is not known.
  var port: Int32 = Int32(UserDraft.unknownPort)
  /// A login; else a relayed message or a refusal, which show a client and count nothing.
  var isLogin: Bool
  var logins = 0
  var messages = 0
  var lastAt: Timestamp?

  /// The order in which rows of one client stand together.
  static func precedes(_ a: ClientSighting, _ b: ClientSighting) -> Bool {
    if a.user != b.user { return a.user < b.user }
    if a.address != b.address { return a.address < b.address }
    return a.helo < b.helo
  }
}
