internal import ByteScanning
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
/// postscreen has 0 as `lane` and a hash of `[client]:port` as `low`; anvil and master have 0 in both. Lines behind smtpd are
/// of messages, not of sessions, and have the queue id in `fourth`.
public struct PostfixFormat: LogFormat {
  /// The name in `--log-format` and `report.json`.
  public static let identifier = "postfix"

  /// What stands in for the port (labels, postscreen, anvil) is learnt line by line, so a file is read in one piece.
  public static let isCuttable = false

  var clock: SyslogClock
  private var host = HostHash()
  private var hostNames = HostNames()
  var frame = SyslogStampFrame()
  var tags = SyslogTagTable()
  private var tails = CounterTails()
  /// Of how many lines more what `sift` told is not to be believed: the form of the stamp or the table of tags is another one
  /// since, and it tells of 64 lines at most.
  var distrusted = 0
  /// Whether lines that say what becomes of a message are wanted.
  public var keepsDeliveries = false

  /// Makes a parser for one file.
  public init(context: FormatContext) { clock = SyslogClock(context: context) }

  /// Reads one line.
  public mutating func parse(_ line: borrowing Span<UInt8>, into event: inout LogEvent) -> LineOutcome {
    guard line.count >= frame.end &+ tags.reach, frame.fits(line) else { return parseWhole(line, into: &event) }
    var number = tags.find(line, from: frame.end)
    if number < 0 { number = tags.search(line, from: frame.end) }
    guard number >= 0 else { return parseWhole(line, into: &event) }
    return parseKnown(line, number, into: &event)
  }

  /// Reads a line whose stamp is of the form and day of the line before, and whose host and program were read before.
  ///
  /// It is read as `parseWhole` would read it; a test holds both against each other.
  @inline(__always)
  mutating func parseKnown(
    _ line: borrowing Span<UInt8>, _ number: Int, into event: inout LogEvent
  ) -> LineOutcome {
    let tag = tags[number]
    // `sift` has dismissed most of these lines, but not those around the end of a block, nor deliveries that are wanted.
    guard !PostfixProgram.isUnneeded(tag.program, keepsDeliveries: false),
      let program = PostfixProgram(rawValue: tag.program)
    else { return .ignored }
    let start = frame.end
    let outcome = read(
      line, of: program, from: start &+ tag.start, to: start &+ tag.count &- 1, lastSlash: start &+ tag.lastSlash,
      into: &event)
    guard outcome == .event else { return outcome }
    guard let time = frame.time(of: line) else { return parseWhole(line, into: &event) }
    event.time = time
    event.key.high = tag.host
    return .event
  }

  /// Reads a line without knowing anything of the lines before it, and keeps what makes the next one cheaper.
  @inline(never)
  private mutating func parseWhole(_ line: borrowing Span<UInt8>, into event: inout LogEvent) -> LineOutcome {
    guard let header = SyslogHeader.find(in: line) else { return PostfixFormat.outcomeOfOtherLine(line) }
    let program = PostfixProgram(line, header: header)
    let word = word(of: line, header: header)
    if header.containerEnd == 0, tags.learn(line, header: header, host: word, program: program.rawValue) {
      distrusted = 64
    }
    var outcome = LineOutcome.ignored
    if !PostfixProgram.isUnneeded(program.rawValue, keepsDeliveries: false) {
      outcome = read(
        line, of: program, from: header.tagStart, to: header.tagEnd, lastSlash: header.lastSlash, into: &event)
    }
    guard outcome == .event else {
      learn(line, header: header, time: nil)
      return outcome
    }
    let time = clock.time(of: line, header: header)
    learn(line, header: header, time: time)
    guard let time else { return .malformed }
    event.time = time
    event.key.high = word
    return .event
  }

  /// The names of the hosts whose lines were read: `mail`, in a container `mail (postfix-mailcow-1)`.
  public var hosts: [UInt64: [UInt8]] { hostNames.names }

  /// The number that stands for the host.
  mutating func word(of line: borrowing Span<UInt8>, header: borrowing SyslogHeader) -> UInt64 {
    var word = host.value(of: line, from: header.hostStart, to: header.hostEnd)
    if header.containerEnd > 0 {
      // Two containers may have one host name, and process ids are small and the same in both.
      word = (word ^ HostHash.hash(line, from: 0, to: header.containerEnd)) &* 0x9e37_79b9_7f4a_7c15
    }
    hostNames.note(word, line, header)
    return word
  }

  /// Keeps the form of a line's stamp.
  mutating func learn(_ line: borrowing Span<UInt8>, header: borrowing SyslogHeader, time: LogTime?) {
    if frame.learn(line, header: header, time: time) { distrusted = 64 }
  }

  /// A line without a syslog header: nothing at all, a remark of journalctl (`-- Boot 6e… --`), or unknown.
  private static func outcomeOfOtherLine(_ line: borrowing Span<UInt8>) -> LineOutcome {
    if line.count == 0 { return .ignored }
    if line.count >= 3, line[0] == 45, line[1] == 45, line[2] == 32 { return .ignored }
    return .unrecognised
  }

  /// Fills the event with everything but its time and the first word of its key.
  @inline(__always)
  private mutating func read(
    _ line: borrowing Span<UInt8>, of program: PostfixProgram, from tagStart: Int, to tagEnd: Int,
    lastSlash: Int, into event: inout LogEvent
  ) -> LineOutcome {
    guard let process = PostfixProcess(line, from: tagEnd) else { return .malformed }
    switch program {
    case .server:
      event.service = ByteRange(tagStart, lastSlash)
      return readServer(line, process, into: &event)
    case .postscreen:
      event.service = .none
      let outcome = PostscreenLine.read(line, from: process.textStart, into: &event)
      // The instance whose port 25 it has; its own sessions have no label.
      if event.kind == .postscreenConnected { event.service = ByteRange(tagStart, lastSlash) }
      return outcome
    case .anvil:
      event.service = ByteRange(tagStart, lastSlash)
      return AnvilLine.read(line, from: process.textStart, into: &event)
    case .master:
      event.service = ByteRange(tagStart, lastSlash)
      return MasterLine.read(line, from: process.textStart, into: &event)
    case .other, .queueManager, .smtpClient, .lmtpClient, .ownDelivery: return .ignored
    }
  }

  @inline(__always)
  private mutating func readServer(
    _ line: borrowing Span<UInt8>, _ process: PostfixProcess, into event: inout LogEvent
  ) -> LineOutcome {
    event.key.low = 0
    event.key.lane = process.id
    let start = process.textStart
    if start < line.count, line[start] == UInt8(ascii: "[") || line[start] == UInt8(ascii: "m") {
      return readWrapped(line, from: start, into: &event)
    }
    return PostfixServerLine.read(line, from: start, &tails, into: &event)
  }

  /// Reads a text that Solaris (`[ID 197553 mail.info] `) or rsyslog (`message repeated 3 times: [ … ]`) put something around.
  @inline(never)
  private mutating func readWrapped(
    _ line: borrowing Span<UInt8>, from textStart: Int, into event: inout LogEvent
  ) -> LineOutcome {
    var start = textStart
    if line.hasPrefix("[ID ", at: start) {
      while start < line.count, line[start] != UInt8(ascii: "]") { start += 1 }
      start = min(start + 2, line.count)
    }
    guard line.hasPrefix("message repeated ", at: start),
      let inner = PostfixText.repeatedInner.first(in: line, from: start)
    else { return PostfixServerLine.read(line, from: start, &tails, into: &event) }
    guard line[line.count - 1] == UInt8(ascii: "]") else { return .malformed }
    return PostfixServerLine.read(
      line.extracting(0..<line.count - 1), from: inner + PostfixText.repeatedInner.count, &tails, into: &event)
  }
}
