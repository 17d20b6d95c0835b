import MailModel

/// A session in progress.
///
/// Everything a busy server needs for every connection lies in plain fields; names and senders of sessions that log in or
/// are refused are kept in the tally's tables, by number.
struct SessionState: Sendable {
  var key: SessionKey
  var begin: LogTime
  var lastLocal: Int64
  var mark: LineMark
  var format: UInt8
  var server: UInt32 = LoginKey.nobody
  var client: IPAddress?
  var listener: IPAddress?
  /// The service label, number in the assembler's table of labels.
  var label: UInt32 = SessionState.noLabel
  var loggedPort: UInt16 = 0
  var pathPort: UInt16 = 0
  var gatePort: UInt16 = 0
  var anvilPort: UInt16 = 0
  /// The client's own port, read when connection records are to be joined.
  var clientPort: UInt16 = 0

  var isHeadless = false
  var isOutgoing = false
  var isDialogue = false
  var sawTransaction = false
  var isLoggedIn = false
  var sawLogin = false
  var usesTLS = false
  var usedStarttls = false
  var hasCounters = false
  var nullSender = false
  var relaysNext = false
  var summaryAwaitsReply = false
  var lastReplyContinues = false
  var command = PendingCommand.none

  /// Bytes of HELO and MAIL FROM, kept in the table's text region of this slot.
  var heloLength: UInt16 = 0
  var senderLength: UInt16 = 0

  var deliveries = 0
  /// Messages that Postfix began in this session, with and without a login.
  var begunMessages = 0
  var relays: [(sender: UInt32, messages: Int, mark: LineMark)] = []
  var dialogue: LoginDialogue?
  var logins: [PendingLogin] = []
  var refusals: [PendingRefusal] = []
  var failures: [(name: UInt32, count: Int)] = []

  static let noLabel = UInt32.max

  init(key: SessionKey, time: LogTime, mark: LineMark, format: UInt8) {
    self.key = key
    begin = time
    lastLocal = time.local
    self.mark = mark
    self.format = format
  }

  /// Whether anything of it depends on the port.
  var isOfInterest: Bool { sawLogin || !refusals.isEmpty || !relays.isEmpty }

  /// Whether it counts as a session of a client.
  var counts: Bool { !isOutgoing && (!isHeadless || sawLogin || sawTransaction) }
}
