/// Refusals of a running session with the same circumstances.
struct PendingRefusal: Sendable {
  var login: UInt32
  var sender: UInt32
  var reply: UInt32
  var isLoggedIn: Bool
  var answersAuth: Bool
  var count: Int
  var mark: LineMark
  /// Whether a message was taken behind it in the same login.
  var isFollowed = false
}
