/// What a log line can say.
///
/// The ranges that each kind uses are named beside it.
///
/// Servers that log the dialogue (IceWarp) speak in commands and replies; servers that log facts (Postfix) in the kinds
/// after `summary`. One session is made of one or the other. Kinds of the dialogue carry the client address in `fourth`.
public enum LogEventKind: UInt8, Sendable, CaseIterable {
  /// A connection: `first` client address, `second` local address, `code` local port (0: not said).
  case connected
  /// The end of it; `counters` on Postfix. `first` client address.
  case disconnected
  /// A reply of this server to a client: `code`, `first` the text behind the code (enhanced code and all).
  case reply
  /// A 2xx reply that takes a message: `250 2.6.0 … accepted for delivery`.
  case messageAccepted
  /// A reply that takes a recipient elsewhere: `250 2.1.5 <…>... Recipient ok; will forward`.
  case relayRecipientAccepted
  /// The greeting of this server: `first` the text behind the code, `second` the offset of the banner's own date if it has one, which
  /// `time.offset` is then.
  case greeting
  /// This server got a reply or sent a command: it is the client of this session, a delivery to another server.
  case outgoing
  /// HELO or EHLO: `first` the name.
  case helo
  /// AUTH: `first` the mechanism, `second` the initial response (empty: none).
  case auth
  /// A line from the client that is no command: an answer within AUTH. `first` the whole text.
  case clientText
  /// MAIL FROM: `first` the address between the angle brackets (empty: the null sender).
  case mail
  /// DATA or BDAT LAST.
  case data
  /// RSET.
  case rset
  /// STARTTLS.
  case starttls
  /// QUIT.
  case quit
  /// IceWarp's `***` line: `first` sender, `second` status (`OK`).
  case summary

  /// TLS is up: `first` client address.
  case tlsEstablished
  /// A message begins: `first` client address, `second` SASL user name, `third` SASL method, `fourth` queue id, `fifth` the queue id
  /// that it had before a content filter had it.
  case messageStarted
  /// A login failed: `first` client address, `second` user name (empty: not said), `third` mechanism.
  case loginFailed
  /// A command was refused: `code`, `first` text from the code on, `second` envelope sender, `third` HELO name, `fourth` client address,
  /// `fifth` SASL user name (empty: not said).
  case refused
  /// Postscreen saw a connection: `first` client address with port, `second` server address, `code` server port.
  case postscreenConnected
  /// Postscreen handed a client to smtpd: `first` client address with port.
  case postscreenPassed
  /// Anvil: `first` service name, `second` client address, `third` the moment as `Nov 23 16:29:25`; `time` is of the line.
  case anvilPeak
  /// A message lies in the queue: `first` its sender (empty: the null sender), `fourth` queue id, as in the three kinds below.
  case messageQueued
  /// A message was brought to another server, or that server was asked to take it: `first` address of that server.
  case messageHandedOver
  /// A message was for somebody whom this server has mail for.
  case messageDelivered
  /// A message has left the queue.
  case messageRemoved
  /// The server began, or read its configuration anew: what its log says of itself may be another from here on.
  case serverConfigured
}
