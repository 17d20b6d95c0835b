/// The fixed words of Postfix's log lines, made once per parser.
///
/// A class, so that handing them on counts one reference and not one for each word.
final class PostfixText: Sendable {
  let smtpd = BytePattern("smtpd")
  let qmgr = BytePattern("qmgr")
  let postscreen = BytePattern("postscreen")
  let anvil = BytePattern("anvil")
  let watchdog = BytePattern("watchdog")
  let solaris = BytePattern("[ID ")
  let repeated = BytePattern("message repeated ")
  let repeatedInner = BytePattern(" times: [ ")

  let connect = BytePattern("connect from ")
  let disconnect = BytePattern("disconnect from ")
  let client = BytePattern(" client=")
  let saslMethod = BytePattern(", sasl_method=")
  let saslUser = BytePattern(", sasl_username=")
  let warning = BytePattern("warning: ")
  let sasl = BytePattern(": SASL ")
  let failed = BytePattern(" authentication failed")
  let reasonMark = BytePattern(": ")
  let unavailable = BytePattern("(unavailable)")
  let noQueue = BytePattern("NOQUEUE")
  let tlsUp = BytePattern("TLS connection established from ")
  let tlsReused = BytePattern("TLS connection reused from ")
  let tlsTrust = ["Anonymous ", "Untrusted ", "Trusted ", "Verified "].map(BytePattern.init)
  let refusing = [" reject: ", " milter-reject: ", " proxy-reject: "].map(BytePattern.init)
  let proxyReject = BytePattern("proxy-reject: ")
  let from = BytePattern(" from ")
  let queueFrom = BytePattern(": from=<")
  let queueSize = BytePattern(">, size=")

  let statistics = BytePattern("statistics: max connection ")
  let anvilFor = BytePattern(" for (")
  let anvilAt = BytePattern(") at ")

  let screenConnect = BytePattern("CONNECT from [")
  let screenTo = BytePattern(" to [")
  let screenPassed = ["PASS OLD [", "PASS NEW [", "ALLOWLISTED [", "WHITELISTED ["].map(BytePattern.init)
  let screenDisconnect = BytePattern("DISCONNECT [")
  let screenReject = BytePattern("NOQUEUE: reject: ")

  /// Reasons behind "authentication failed" that are the server's own trouble: no password was judged.
  let serverTrouble = [
    "Connection lost to authentication server", "generic failure", "no mechanism available",
  ].map(BytePattern.init)

  /// What may follow a queue id and is of no use here.
  let unneededActions = [
    " reject_warning: ", " warn: ", " warning: ", " hold: ", " filter: ", " redirect: ", " discard: ", " bcc: ",
    " delay: ",
    " info: ", " hangup: ", " permit: ", " prepend: ", " replace: ", " save: ", " strip: ", " pass: ", " trace: ",
    " milter-", " proxy-accept: ", " lost connection ", " timeout ", " too many errors ", " abort: ", " canceled",
    " queue file ", " removed", " lost input channel", " message-id=", " uid=", " from=", " to=", " improper ",
    " enabling ", " user ", " smtputf8",
  ].map(BytePattern.init)

  /// How the other lines of smtpd begin that are of no use here: troubles, TLS details, settings, and what `smtpd -v` tells.
  let unneededStarts = [
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
  ].map(BytePattern.init)

  /// Whether a queue id can hold this byte: hex digits, or letters and digits when `enable_long_queue_ids` is on.
  @inline(__always)
  static func isQueueIDByte(_ c: UInt8) -> Bool { c &- 48 < 10 || (c | 0x20) &- 97 < 26 }
}
