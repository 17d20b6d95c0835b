internal import MailModel

extension PostfixFormat {
  /// Programs of Postfix, by the word behind the last `/` of their tag.
  private static let programs: Set<[UInt8]> = Set(
    [
      "smtpd", "qmgr", "nqmgr", "oqmgr", "cleanup", "smtp", "lmtp", "local", "virtual", "pipe", "pickup", "bounce",
      "error",
      "postscreen", "anvil", "master", "scache", "tlsproxy", "tlsmgr", "verify", "trivial-rewrite", "proxymap",
      "dnsblog",
      "flush", "showq", "discard", "postfix-script", "postsuper", "postqueue", "postlogd", "postlog", "sendmail",
      "postdrop",
      "qmqpd", "spawn", "postmulti",
    ].map { Array($0.utf8) })

  /// Whether some line of the sample comes from a program of Postfix, and if none, what the lines are instead.
  public static func recognises(_ sample: LogSample) -> Recognition {
    var own = 0
    var others = 0
    for bytes in sample.lines {
      let line = bytes.span
      guard let header = SyslogHeader.find(in: line) else { continue }
      if header.lastSlash >= 0, programs.contains(Array(bytes[(header.lastSlash + 1)..<header.tagEnd])),
        header.tagEnd < bytes.count, bytes[header.tagEnd] != 32
      {
        own += 1
      } else {
        others += 1
      }
    }
    if own > 0 { return .yes(lines: own) }
    if others > 0 {
      return .no(reason: "\(others) syslog lines, and none of them from a Postfix program (postfix/smtpd[…])")
    }
    return .no(reason: "no line begins as syslog lines do: a time, a host name and a program such as postfix/smtpd[…]")
  }

  /// Narrows down the last day that the file can have.
  ///
  /// A file is not written after the day it was last changed, and a rotated one (`maillog-20261122`, `mail.log.20261122`)
  /// not after the day in its name; copying changes the first and not the second.
  public static func context(for sample: LogSample, defaults: FormatContext) -> FormatContext {
    var context = defaults
    context.lastDay = min(context.lastDay, sample.modified)
    if let named = dayInName(sample.fileName) { context.lastDay = min(context.lastDay, named) }
    return context
  }

  /// The day in `maillog-20261122` or `maillog.20261122-000501`: eight digits that no digit stands beside.
  private static func dayInName(_ name: String) -> CivilDate? {
    let bytes = Array(name.utf8)
    var start = 0
    while start < bytes.count {
      var end = start
      var number = 0
      while end < bytes.count, bytes[end] &- 48 < 10 {
        number = end - start < 8 ? number * 10 + Int(bytes[end] - 48) : number
        end += 1
      }
      if end - start == 8, number >= 1990_0101,
        let day = CivilDate(year: number / 10000, month: number / 100 % 100, day: number % 100)
      {
        return day
      }
      start = max(end, start + 1)
    }
    return nil
  }
}
