import MailModel

/// A session in progress.
///
/// Plain fields alone, which most lines need; texts and lists are its `SessionDetails`.
struct SessionState: Sendable {
  // What most lines look at or change comes first and lies close together.
  var lastLocal: Int64
  var isHeadless = false
  /// Whether a login may have come before the first line that there is of it: nothing seen since rules it out.
  var mayBeLoggedIn = false
  var isOutgoing = false
  var isDialogue = false
  var sawTransaction = false
  var isLoggedIn = false
  var sawLogin = false
  var usesTLS = false
  /// Whether a line of its own said so; Postfix writes one from `smtpd_tls_loglevel = 1` on.
  var sawTLSLine = false
  var usedStarttls = false
  var hasCounters = false
  var nullSender = false
  /// Whether MAIL FROM of the transaction names somebody; the details hold it.
  var hasSender = false
  var relaysNext = false
  var summaryAwaitsReply = false
  /// The code of the last reply if that goes on in the next one (`550-…`), until the client says something; else 0.
  var continuingCode: UInt16 = 0
  var command = PendingCommand.none
  /// Whether the details hold refusals, and messages relayed without a login.
  var hasRefusals = false
  var hasRelays = false
  /// Whether the details hold messages of which it is not known yet where they go.
  var awaitsDelivery = false
  /// Whether one of the refusals came before a login and was no answer to AUTH.
  var isRefusedWithoutLogin = false
  var format: UInt8
  var deliveries = 0

  var key: SessionKey
  var begin: LogTime
  var mark: LineMark
  var server: UInt32 = LoginKey.nobody
  /// The service label, number in the assembler's table of labels.
  var label: UInt32 = SessionState.noLabel
  var loggedPort: UInt16 = 0
  var pathPort: UInt16 = 0
  /// The port of postscreen that handed the client on, or `unknownGate`.
  var gatePort: UInt16 = 0
  var anvilPort: UInt16 = 0
  /// The client's own port, read when connection records are to be joined.
  var clientPort: UInt16 = 0
  var client: IPAddress?
  /// The client as the lines of the session write it.
  var clientMark = ClientMark()
  /// Whether the connection surely came from elsewhere than loopback.
  var isFromOutside = false
  var listener: IPAddress?
  /// Messages that Postfix began in this session, with and without a login.
  var begunMessages = 0

  static let noLabel = UInt32.max
  /// Stands for the port of a front that took the client and handed it on with XCLIENT: nothing tells it.
  static let unknownGate = UInt16.max

  /// Whether a front handed the client on: neither the connection is the client's own, nor the port that it came to.
  var isHandedOn: Bool { gatePort == SessionState.unknownGate }

  init(key: SessionKey, time: LogTime, mark: LineMark, format: UInt8) {
    self.key = key
    begin = time
    lastLocal = time.local
    self.mark = mark
    self.format = format
  }

  /// Whether anything of it depends on the port.
  var isOfInterest: Bool { sawLogin || hasRefusals || hasRelays || awaitsDelivery }

  /// Whether it counts as a session of a client.
  var counts: Bool { !isOutgoing && (!isHeadless || sawLogin || sawTransaction) }
}
