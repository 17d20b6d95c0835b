import MailModel

/// A session that has ended and holds nothing but at most one login, waiting to be counted.
struct EndedSession: Sendable {
  var client: IPAddress?
  var visit: AddressFact
  /// The day on which it began, as the server's clock says it.
  var localDay: Int32
  var isDialogue: Bool
  /// Whether it logged in; only then the rest means something.
  var hasLogin = false
  var claim: UInt32 = 0
  /// The login's name as a number, or `LoginKey.unsettled` while `nameText` holds it.
  var name: UInt32 = LoginKey.nobody
  var nameText = TextPlace()
  /// The HELO name; of no bytes when there was none.
  var heloText = TextPlace()
  var login = LoginFact(sessions: 1, messages: 0, withoutVisibleTLS: 0, span: .none)

  // What is found out while it is counted.
  var dayVisitHash: UInt64 = 0
  var visitHash: UInt64 = 0
  var loginHash: UInt64 = 0
  var originHash: UInt64 = 0
  var address: UInt32 = StringTable.overflow
  var helo: UInt32 = LoginKey.nobody

  /// Where a text stands among the words of `EndedSessions`.
  struct TextPlace: Sendable {
    var start = 0
    var count = 0
    var hash: UInt64 = 0
  }
}
