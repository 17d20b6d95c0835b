/// Host and program of a syslog line as they were read once: ` mail postfix/smtpd[`, from the space behind the stamp to
/// the bracket before the process id.
struct SyslogTag: Sendable {
  /// Index of the first byte of the program's tag, counted from the end of the stamp.
  var start = 0
  /// Index of the bracket behind the tag, counted likewise.
  var end = 0
  /// Index of the last `/` in the tag, counted likewise, or below 0.
  var lastSlash = -1
  /// The number that stands for the host name in the keys of sessions.
  var host: UInt64 = 0
  /// The program, as the format numbers them.
  var program: UInt8 = 0
}
