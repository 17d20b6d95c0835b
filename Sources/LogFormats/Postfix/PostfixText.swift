internal import ByteScanning

/// Lists of words in Postfix's log lines, and the words that are searched for.
enum PostfixText {
  static let repeatedInner = BytePattern(" times: [ ")
  static let saslUser = BytePattern(", sasl_username=")
  static let queuedAs = BytePattern("queued as ")
  static let anvilFor = BytePattern(" for (")
  static let anvilAt = BytePattern(") at ")

  /// What may follow a queue id and is of no use here.
  static let unneededActions: [StaticString] = [
    " reject_warning: ", " warn: ", " warning: ", " hold: ", " filter: ", " redirect: ", " discard: ", " bcc: ",
    " delay: ",
    " info: ", " hangup: ", " permit: ", " prepend: ", " replace: ", " save: ", " strip: ", " pass: ", " trace: ",
    " milter-", " proxy-accept: ", " lost connection ", " timeout ", " too many errors ", " abort: ", " canceled",
    " queue file ", " removed", " lost input channel", " message-id=", " uid=", " from=", " to=", " improper ",
    " enabling ", " user ", " smtputf8",
  ]

  /// How the other lines of smtpd begin that are of no use here: troubles, TLS details, settings, and what `smtpd -v` tells.
  static let unneededStarts: [StaticString] = [
    "warning: ", "fatal: ", "error: ", "panic: ", "lost connection ", "timeout ", "too many errors ",
    "improper command pipelining ", "idle timeout ", "proxy-accept: ", "statistics: ", "table ", "reload ",
    "using backwards-compatible default setting ", "discarding EHLO keywords: ",
    "initializing the server-side TLS engine",
    "setting up TLS connection ", "SSL_accept", "SSL3 alert ", "TLS SNI ", "certificate verification ",
    "certificate peer name verification ", "looking up session ", "save session ", "reloaded session ",
    "remove session ",
    "decrypting session ", "encrypting session ", "> ", "< ", ">>> ", "send attr ", "input attribute ",
    "wanted attribute",
    "private/", "proxymap stream ", "connection established", "fd=",
  ]

  /// Whether one of these words stands at a place of the line.
  static func isAny(of words: [StaticString], in line: borrowing Span<UInt8>, at start: Int) -> Bool {
    for word in words where line.hasPrefix(word, at: start) { return true }
    return false
  }
}
