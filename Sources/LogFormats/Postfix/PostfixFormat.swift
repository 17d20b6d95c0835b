public import MailModel

/// The log of Postfix, as syslog, the journal or Postfix itself (`maillog_file`) writes it.
///
/// ```
/// Nov 23 16:29:25 mail postfix/submission/smtpd[4156]: connect from unknown[192.0.2.11]
/// Nov 23 16:29:26 mail postfix/submission/smtpd[4156]: 1CAA566A088: client=unknown[192.0.2.11], sasl_method=PLAIN, sasl_username=alice@example.org
/// ```
///
/// Postfix never writes the port of the server; `docs/formats/postfix.md` says what stands in for it. Keys: `high` is a
/// hash of the host name; smtpd has its process id as `lane` and 0 as `low` (one smtpd serves one client at a time);
/// postscreen has 0 as `lane` and a hash of `[client]:port` as `low`; qmgr and anvil have 0 in both.
public struct PostfixFormat: LogFormat {
  /// The name in `--log-format` and `report.json`.
  public static let identifier = "postfix"

  /// What stands in for the port (labels, postscreen, anvil) is learnt line by line, so a file is read in one piece.
  public static let isCuttable = false

  private var clock: SyslogClock
  private var host = HostHash()
  private let text = PostfixText()
  private let reply = PostfixRefusalText()

  /// Makes a parser for one file.
  public init(context: FormatContext) { clock = SyslogClock(context: context) }

  /// Reads one line.
  public mutating func parse(_ line: borrowing Span<UInt8>, into event: inout LogEvent) -> LineOutcome {
    guard let header = SyslogHeader.find(in: line) else { return PostfixFormat.outcomeOfOtherLine(line) }
    guard header.lastSlash >= 0 else { return .ignored }
    let name = header.lastSlash &+ 1
    switch (header.tagEnd &- name, line[min(name, line.count &- 1)]) {
    case (5, UInt8(ascii: "s")):
      guard text.smtpd.matches(line, at: name) else { return .ignored }
      return readServer(line, header: header, into: &event)
    case (4, UInt8(ascii: "q")), (5, UInt8(ascii: "n")), (5, UInt8(ascii: "o")):
      guard text.qmgr.matches(line, at: header.tagEnd &- 4) else { return .ignored }
      return readQueueManager(line, header: header, into: &event)
    case (10, UInt8(ascii: "p")):
      guard text.postscreen.matches(line, at: name) else { return .ignored }
      return readPostscreen(line, header: header, into: &event)
    case (5, UInt8(ascii: "a")):
      guard text.anvil.matches(line, at: name) else { return .ignored }
      return readAnvil(line, header: header, into: &event)
    default:
      return .ignored
    }
  }

  /// A line without a syslog header: nothing at all, a remark of journalctl (`-- Boot 6e… --`), or unknown.
  private static func outcomeOfOtherLine(_ line: borrowing Span<UInt8>) -> LineOutcome {
    if line.count == 0 { return .ignored }
    if line.count >= 3, line[0] == 45, line[1] == 45, line[2] == 32 { return .ignored }
    return .unrecognised
  }

  // MARK: smtpd

  private mutating func readServer(
    _ line: borrowing Span<UInt8>, header: borrowing SyslogHeader, into event: inout LogEvent
  ) -> LineOutcome {
    if text.watchdog.matches(line, at: header.lastSlash &- text.watchdog.count) { return .ignored }
    guard let process = PostfixFormat.process(line, tagEnd: header.tagEnd) else { return .malformed }
    event.key.low = 0
    event.key.lane = process.id
    var start = process.textStart
    if text.solaris.matches(line, at: start) {
      while start < line.count, line[start] != UInt8(ascii: "]") { start += 1 }
      start = min(start + 2, line.count)
    }
    var outcome: LineOutcome
    if text.repeated.matches(line, at: start), let inner = text.repeatedInner.first(in: line, from: start) {
      guard line[line.count - 1] == UInt8(ascii: "]") else { return .malformed }
      outcome = PostfixServerLine(text: text, reply: reply)
        .read(line.extracting(0..<line.count - 1), from: inner + text.repeatedInner.count, into: &event)
    } else {
      outcome = PostfixServerLine(text: text, reply: reply).read(line, from: start, into: &event)
    }
    guard outcome == .event else { return outcome }
    if event.kind == .connected { event.third = ByteRange(header.tagStart, header.lastSlash) }
    outcome = stamp(line, header: header, into: &event)
    return outcome
  }

  /// The number between the brackets behind the tag, and where the text begins: `[4156]: `.
  private static func process(
    _ line: borrowing Span<UInt8>, tagEnd: Int
  ) -> (id: UInt64, textStart: Int)? {
    let count = line.count
    guard tagEnd < count, line[tagEnd] == UInt8(ascii: "[") else { return nil }
    var i = tagEnd &+ 1
    var id: UInt64 = 0
    while i < count, line[i] &- 48 < 10 {
      id = id &* 10 &+ UInt64(line[i] &- 48)
      i &+= 1
    }
    guard i > tagEnd &+ 1, i &- tagEnd <= 20, i &+ 1 < count, line[i] == UInt8(ascii: "]"), line[i &+ 1] == 58 else {
      return nil
    }
    i &+= 2
    return (id, i < count && line[i] == 32 ? i &+ 1 : i)
  }

  // MARK: the other programs

  /// Reads a message that becomes active.
  ///
  /// `1CAA566A088: from=<alice@example.org>, size=428, nrcpt=1 (queue active)`
  private mutating func readQueueManager(
    _ line: borrowing Span<UInt8>, header: borrowing SyslogHeader, into event: inout LogEvent
  ) -> LineOutcome {
    guard let process = PostfixFormat.process(line, tagEnd: header.tagEnd) else { return .malformed }
    var i = process.textStart
    while i < line.count, PostfixText.isQueueIDByte(line[i]) { i &+= 1 }
    guard text.queueFrom.matches(line, at: i) else { return .ignored }
    let sender = i + text.queueFrom.count
    guard let end = text.queueSize.last(in: line, from: sender) else { return .ignored }
    event.kind = .messageQueued
    event.code = 0
    event.first = ByteRange(process.textStart, i)
    event.second = ByteRange(sender, end)
    event.third = .none
    event.fourth = .none
    event.key.low = 0
    event.key.lane = 0
    return stamp(line, header: header, into: &event)
  }

  private mutating func readPostscreen(
    _ line: borrowing Span<UInt8>, header: borrowing SyslogHeader, into event: inout LogEvent
  ) -> LineOutcome {
    guard let process = PostfixFormat.process(line, tagEnd: header.tagEnd) else { return .malformed }
    let outcome = PostscreenLine(text: text, reply: reply).read(line, from: process.textStart, into: &event)
    guard outcome == .event else { return outcome }
    return stamp(line, header: header, into: &event)
  }

  private mutating func readAnvil(
    _ line: borrowing Span<UInt8>, header: borrowing SyslogHeader, into event: inout LogEvent
  ) -> LineOutcome {
    guard let process = PostfixFormat.process(line, tagEnd: header.tagEnd) else { return .malformed }
    let outcome = AnvilLine(text: text).read(line, from: process.textStart, into: &event)
    guard outcome == .event else { return outcome }
    event.key.low = 0
    event.key.lane = 0
    return stamp(line, header: header, into: &event)
  }

  private mutating func stamp(
    _ line: borrowing Span<UInt8>, header: borrowing SyslogHeader, into event: inout LogEvent
  ) -> LineOutcome {
    guard let time = clock.time(of: line, header: header) else { return .malformed }
    event.time = time
    event.key.high = host.value(of: line, from: header.hostStart, to: header.hostEnd)
    return .event
  }
}
