import ByteScanning
import MailModel

extension IceWarpFormat {
  /// Whether the head of a file is an IceWarp SMTP log.
  ///
  /// Peer, `[thread]` and stamp alone also fit IceWarp's POP3, IMAP, FTP and antispam logs, which lie in the same folder; so
  /// the dialogue has to be SMTP, and where it could be that of another service the name decides.
  public static func recognises(_ sample: LogSample) -> Recognition {
    var framed = 0
    var connected = 0
    var picked = 0
    var dialect = IceWarpDialect()
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
      if layout.peerIsPicked(span) {
        picked += 1
        continue
      }
      if !layout.peerIsAddress(span) { continue }
      if span.hasPrefix("Connected", at: layout.body) {
        connected += 1
      } else {
        dialect.take(span, from: layout.body)
      }
    }
    guard framed > 0 else { return .no(reason: "no line begins with an address, a [thread] and a time") }
    if picked * 2 > framed {
      return .no(
        reason: "its lines have the name of a file or a number before the address, as findstr and grep write them: "
          + "an extract of a log; name the log itself")
    }
    let isSMTP =
      speaksSMTP(dialect, service(sample.fileName))
      || isSilent(dialect, wasConnected: connected > 0, fileName: sample.fileName)
    if isSMTP { return .yes(lines: max(dialect.lines, connected, dialect.lines > 0 ? 1 : framed)) }
    return .no(reason: "lines have IceWarp's address and [thread], but they are of another service than SMTP")
  }

  /// Whether what was said is SMTP.
  private static func speaksSMTP(_ dialect: IceWarpDialect, _ service: [UInt8]?) -> Bool {
    // What a server says is no client's whim.
    if dialect.server + dialect.otherServer > 0 { return dialect.server > dialect.otherServer }
    if dialect.client > 0 { return dialect.client >= dialect.otherClient }
    return dialect.common > 0 && dialect.otherClient == 0 && (service.map(isOfSMTP) ?? true)
  }

  /// Whether too little was said to know the service, and the name says SMTP, or does not name another one.
  private static func isSilent(_ dialect: IceWarpDialect, wasConnected: Bool, fileName: String) -> Bool {
    guard dialect.lines + dialect.otherServer + dialect.otherClient == 0 else { return false }
    // Perhaps the end of an AUTH at the begin of a file.
    if let service = service(fileName) { return isOfSMTP(service) }
    // POP3 and IMAP clients connect too.
    let isOfUnknownService =
      beginsWithLetter(fileName) && fileDay(fileName) != nil && !fileName.lowercased().hasPrefix("smtp")
    return wasConnected && dialect.unknown == 0 && !isOfUnknownService
  }

  private static func beginsWithLetter(_ name: String) -> Bool {
    name.utf8.first.map { ($0 | 0x20) &- 0x61 < 26 } ?? false
  }

  /// What stands before the day when IceWarp named the file: `s` in `s20110516-00.log`, `m1` in `m120190913-01.log`.
  ///
  /// It is the letter of the service and the number or letter of the server (docs.icewarp.com, "axyyyymmdd-nn.log").
  private static func service(_ name: String) -> [UInt8]? {
    let bytes = Array(name.utf8)
    guard beginsWithLetter(name), let day = dayPlace(bytes), day <= 3 else { return nil }
    let service = bytes[..<day].map { $0 | 0x20 }
    return service.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 } ? service : nil
  }

  /// The letter s; the logs of SIP and of short messages have longer words.
  private static func isOfSMTP(_ service: [UInt8]) -> Bool {
    service.first == 0x73 && !service.elementsEqual("sip".utf8) && !service.elementsEqual("sms".utf8)
  }

  /// Day and offset of a file: from its name, unless its greetings say otherwise, else from the first greeting with a date.
  public static func context(for sample: LogSample, defaults: FormatContext) -> FormatContext {
    var context = defaults
    let named = fileDay(sample.fileName)
    var head = IceWarpHead(sample, hasDayInName: named != nil)
    context.stampsCarryDay = head.form == .rfc822 || head.form == .scientific
    let begin = named.map { context.stampsCarryDay ? .thatDay : head.begin(named: $0) } ?? .anotherDay
    context.dayIsFromName = begin != .anotherDay
    context.beginsBeforeMidnight = begin == .eveningBefore
    if context.dayIsFromName {
      context.day = named
    } else {
      if named != nil { head = IceWarpHead(sample, hasDayInName: false) }
      if let greeting = head.greeting {
        context.day = CivilDate(daysSinceEpoch: greeting.day - greeting.passed)
      } else if let banner = head.banner {
        context.day = banner.day
      }
    }
    context.firstMillisecondOfDay = context.beginsBeforeMidnight ? head.morning ?? 0 : head.first
    // What the server itself says comes before what the administrator says of logs that say nothing.
    if let banner = head.banner { context.offset = banner.offset }
    return context
  }

  /// The day in `s20110516-00.log`, `20110516-00.log`, `s120190913-01.log`: eight digits before `-` or the end; nothing for two days.
  static func fileDay(_ name: String) -> CivilDate? {
    let bytes = Array(name.utf8)
    guard let place = dayPlace(bytes), let first = day(bytes[place..<(place + 8)]) else { return nil }
    // "smtp-20261102-20261108.log" holds several days.
    if let next = dayPlace(bytes, from: place + 8), day(bytes[next..<(next + 8)]) != first { return nil }
    return first
  }

  /// Where the day of a name begins.
  private static func dayPlace(_ bytes: [UInt8], from start: Int = 0) -> Int? {
    var i = start
    while i < bytes.count {
      var end = i
      while end < bytes.count, bytes[end] &- 0x30 < 10 { end += 1 }
      // A server letter or digit may stand before the year; the last eight digits are the day.
      if end - i >= 8, end - i <= 10, day(bytes[(end - 8)..<end]) != nil { return end - 8 }
      i = max(end, i + 1)
    }
    return nil
  }

  private static func day(_ bytes: ArraySlice<UInt8>) -> CivilDate? {
    let digits = bytes.map { Int($0 &- 0x30) }
    let year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3]
    guard (1996...2199).contains(year) else { return nil }
    return CivilDate(year: year, month: digits[4] * 10 + digits[5], day: digits[6] * 10 + digits[7])
  }
}

extension IceWarpFormat {
  /// What the names of one server's logs have in common, for a name with a day in it: all but the day and the running number.
  ///
  /// `s20110516-00.log` is `s`, `s120190913-01.log` is `s1`. The letter of a server can stand at the end too
  /// (`C_System_FileName_Ends_With_ServerId`): `s20261123-00A.log` is `sA`. Digits there are taken for the running number, of
  /// which a day of many rotations has three.
  public static func series(_ name: String) -> [UInt8]? {
    let bytes = Array(name.utf8)
    guard let day = dayPlace(bytes) else { return nil }
    var rest = bytes[(day + 8)...].prefix { $0 != 0x2e }
    if rest.first == 0x2d {
      rest = rest.dropFirst().drop { $0 &- 0x30 < 10 }
    }
    return Array(bytes[..<day] + rest)
  }
}
