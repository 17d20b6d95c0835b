/// One client of a Postfix smtpd: what its lines have in common, and what it did until now.
struct PostfixConnection {
  /// Where the client is in the list of addresses.
  let address: Int
  /// The port of the service, whatever the log says of it.
  let port: Int
  /// `postfix/submission/smtpd[4156]: ` with the blank and the host name before it.
  let tag: [UInt8]
  /// `unknown[192.0.2.11]`.
  let client: [UInt8]
  /// The commands of the session.
  var commands = CommandTally()
}
