import ByteScanning
import MailModel

extension IceWarpFormat {
  /// Whether the head of a file is an IceWarp SMTP log.
  ///
  /// Peer, `[thread]` and stamp alone also fit IceWarp's POP3, IMAP and antispam logs, so the dialogue has to be SMTP.
  public static func recognises(_ sample: LogSample) -> Recognition {
    var framed = 0
    var smtp = 0
    var connected = 0
    var foreign = 0
    var otherService = 0
    var layout = IceWarpLayout()
    for line in sample.lines.prefix(4000) {
      let span = line.span
      var form = IceWarpStampForm.time
      switch layout.locate(span, like: form) {
      case .located: break
      case .otherStamp:
        guard let (found, end) = IceWarpClock.form(of: span, from: layout.stamp) else { continue }
        form = found
        layout.body = end
        while layout.body < span.count, span[layout.body] == 0x20 { layout.body += 1 }
      case .noFrame: continue
      }
      framed += 1
      for answer: StaticString in [">>> +OK", ">>> -ERR", ">>> * "] where span.hasPrefix(answer, at: layout.body) {
        otherService += 1
      }
      if !layout.peerIsAddress(span) { continue }
      if isSMTP(span, from: layout.body) {
        smtp += 1
      } else if span.hasPrefix("Connected", at: layout.body) {
        connected += 1
      } else if isDialogue(span, from: layout.body) {
        foreign += 1
      }
    }
    if smtp > 0 { return .yes(lines: smtp) }
    // POP3 and IMAP clients connect too; without a word said, the name decides.
    if connected > 0, foreign == 0, sample.fileName.hasPrefix("s") || !hasServiceLetter(sample.fileName) {
      return .yes(lines: connected)
    }
    // The service letter s, and nothing that POP3 or IMAP would say: perhaps the end of an AUTH at the begin of a file.
    if framed > 0, fileDay(sample.fileName) != nil, sample.fileName.hasPrefix("s"), otherService == 0 {
      return .yes(lines: framed)
    }
    if framed > 0 { return .no(reason: "lines have IceWarp's address and [thread], but none of them is SMTP") }
    return .no(reason: "no line begins with an address, a [thread] and a time")
  }

  /// Day and offset of a file: from its name, else from the first greeting that carries a date.
  public static func context(for sample: LogSample, defaults: FormatContext) -> FormatContext {
    var context = defaults
    var layout = IceWarpLayout()
    var form = IceWarpStampForm.time
    var banner: (CivilDate, Int64, Int32)?
    for line in sample.lines {
      let span = line.span
      switch layout.locate(span, like: form) {
      case .located: break
      case .otherStamp:
        guard let (found, _) = IceWarpClock.form(of: span, from: layout.stamp) else { continue }
        form = found
      case .noFrame: continue
      }
      if context.firstMillisecondOfDay == nil, form == .time || form == .timeDetailed {
        context.firstMillisecondOfDay = IceWarpClock.millisecondOfDay(span, from: layout.stamp)
      }
      if banner == nil, span.count > 50, layout.body < span.count - 40, span.hasPrefix(">>> 220", at: layout.body) {
        for start in [span.count - 31, span.count - 30] {
          if let found = IceWarpClock.rfc822(span, from: start) { banner = found }
        }
      }
      if banner != nil, context.firstMillisecondOfDay != nil || form == .rfc822 { break }
    }
    context.stampsCarryDay = form == .rfc822 || form == .scientific
    if let day = fileDay(sample.fileName) {
      context.day = day
      context.dayIsFromName = true
    } else if let banner {
      context.day = banner.0
    }
    if let banner, context.offset == LogTime.offsetUnknown { context.offset = banner.2 }
    return context
  }

  private static func isSMTP(_ line: borrowing Span<UInt8>, from body: Int) -> Bool {
    var event = LogEvent()
    guard body + 8 <= line.count else { return false }
    switch line.word32(at: body) {
    case 0x203e_3e3e:
      // POP3 answers "+OK", IMAP "* OK": neither has three digits.
      return IceWarpBody.sent(line, from: body + 4, into: &event) != .event || event.kind != .outgoing
    case 0x203c_3c3c:
      switch IceWarpBody.received(line, from: body + 4, into: &event) {
      case .event: return event.kind != .clientText && event.kind != .auth && event.kind != .quit
      default: return true
      }
    case 0x202a_2a2a: return IceWarpBody.summary(line, from: body + 4, into: &event) == .event
    default: return false
    }
  }

  private static func isDialogue(_ line: borrowing Span<UInt8>, from body: Int) -> Bool {
    line.hasPrefix(">>> ", at: body) || line.hasPrefix("<<< ", at: body)
  }

  /// `p20260316-00.log`: a letter and a day is how IceWarp names the log of a service.
  private static func hasServiceLetter(_ name: String) -> Bool {
    guard let first = name.utf8.first, (first | 0x20) &- 0x61 < 26, fileDay(name) != nil else { return false }
    return true
  }

  /// The day in `s20110516-00.log`, `20110516-00.log`, `s120190913-01.log`: eight digits before `-` or the end.
  static func fileDay(_ name: String) -> CivilDate? {
    let bytes = Array(name.utf8)
    var i = 0
    while i < bytes.count {
      var end = i
      while end < bytes.count, bytes[end] &- 0x30 < 10 { end += 1 }
      if end - i >= 8, end - i <= 10 {
        // A server letter or digit may stand before the year; the last eight digits are the day.
        let digits = bytes[(end - 8)..<end].map { Int($0 &- 0x30) }
        let year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3]
        if (1996...2199).contains(year),
          let day = CivilDate(year: year, month: digits[4] * 10 + digits[5], day: digits[6] * 10 + digits[7])
        {
          return day
        }
      }
      i = max(end, i + 1)
    }
    return nil
  }
}
