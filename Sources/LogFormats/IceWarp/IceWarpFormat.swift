public import ByteScanning
public import MailModel

/// The SMTP log of IceWarp Server and its ancestor Merak.
///
/// ```
/// 10.6.21.6       [15C0] 00:02:10 <<< MAIL FROM:<newsletter@example.org>
/// ```
///
/// Peer, thread, stamp and body; `>>>` is what this server sent, `<<<` what the peer sent. A session is peer and thread.
/// In a session with codes on the `<<<` side this server is the client: a delivery, and no submission.
public struct IceWarpFormat: LogFormat {
  /// `icewarp`.
  public static let identifier = "icewarp"
  /// Pieces can be read apart when the stamps or the file name tell the day.
  public static let isCuttable = true

  var layout = IceWarpLayout()
  var clock: IceWarpClock
  var peers = IceWarpPeers()

  /// Makes a parser for one file or piece.
  public init(context: FormatContext) { clock = IceWarpClock(context: context) }

  /// How many lines were summaries of messages (`***`).
  public var summaries = 0

  /// Where a file whose stamps hold a time alone goes on.
  public var continuation: (day: CivilDate, millisecond: Int64)? { clock.continuation }

  /// Stamps may hold a time alone.
  public static let countsDays = true

  /// The day of the first line, by the first greeting with a date, else so that the last line lies on the given day.
  public func firstDay(endingOn last: CivilDate) -> CivilDate? { clock.firstDay(endingOn: last) }

  /// Reads one line.
  @inlinable @inline(__always)
  public mutating func parse(_ line: borrowing Span<UInt8>, into event: inout LogEvent) -> LineOutcome {
    // Of lines that `sift` could not tell as well, many are of the few kinds that no report needs; they end here.
    if isUsual, hasUsualFrame(line) {
      return isUnneeded(line, body: IceWarpFormat.usualBody) ? .ignored : parseUsual(line, into: &event)
    }
    guard isFramedAsBefore(line) else { return parseWhole(line, into: &event) }
    if isUnneeded(line, body: fastBody) { return .ignored }
    return parseFramed(line, into: &event)
  }

  /// Whether brackets, colons and space stand where the last line had them: `[0340] 00:00:00 `.
  @inlinable @inline(__always)
  func isFramedAsBefore(_ line: borrowing Span<UInt8>) -> Bool {
    let body = fastBody
    return line.count >= body &+ 8 && line[fastOpen] == 0x5b && line[fastClose] == 0x5d && line[body &- 1] == 0x20
      && line.word64(at: body &- 9) & 0xff00_00ff_0000 == 0x3a00_003a_0000
  }

  /// Whether `parseBody` would ignore this line, told by a few words of it; false for whatever takes a closer look.
  @inlinable @inline(__always)
  func isUnneeded(_ line: borrowing Span<UInt8>, body: Int) -> Bool {
    let count = line.count
    switch line.word32(at: body) {
    case 0x203e_3e3e:  // ">>> "
      switch line.word32(at: body &+ 4) {
      case 0x2d30_3532, 0x2034_3533, 0x2031_3232: return true  // "250-", "354 ", "221 "
      case 0x2030_3532:  // "250 2.1.0 <a@b>... Sender ok", but not "250 2.1.5 <a@b>... Recipient ok; will forward"
        return count >= body &+ 16 && line.word32(at: body &+ 8) == 0x2e31_2e32
          && line.word32(at: count &- 4) != 0x6472_6177
      default: return false
      }
    case 0x203c_3c3c:  // "<<< RCPT TO:", and "<<< 2809 bytes (overall …" which stands for the message itself
      return count >= body &+ 12 && line.word64(at: body &+ 4) == 0x3a4f_5420_5450_4352
        || line[body &+ 4] &- 0x30 < 10 && isMessageSize(line, body &+ 4, count)
    case 0x7261_7453:  // "Start of mail processing"
      return count >= body &+ 24 && line.word64(at: body &+ 4) == 0x6961_6d20_666f_2074
        && line.word64(at: body &+ 12) == 0x7365_636f_7270_206c && line.word32(at: body &+ 20) == 0x676e_6973
    default: return false
    }
  }

  /// Index of the bracket before the thread in the last line that was read as a whole.
  @usableFromInline var fastOpen = 0
  /// Index of the bracket behind the thread.
  @usableFromInline var fastClose = 0
  /// Index of the body, beyond any line unless a plain time stands right before it.
  @usableFromInline var fastBody = Int.max / 2
  /// Whether that line had the usual shape: a peer in a column of 16, a thread of four digits, a plain time.
  @usableFromInline var isUsual = false

  @usableFromInline
  mutating func parseFramed(_ line: borrowing Span<UInt8>, into event: inout LogEvent) -> LineOutcome {
    // Lines that were no frame may have moved the layout since; it is set anew, and checked as a search would.
    guard line[0] != 0xef, layout.adopt(line, open: fastOpen, close: fastClose, body: fastBody) else {
      return parseWhole(line, into: &event)
    }
    return parseBody(line, into: &event)
  }

  @usableFromInline
  mutating func parseWhole(_ line: borrowing Span<UInt8>, into event: inout LogEvent) -> LineOutcome {
    if line.hasPrefix("\u{feff}", at: 0) {
      // Files that begin with a byte order mark were put together.
      let outcome = parseWhole(line.extracting(3..<line.count), into: &event)
      event.shift(by: 3)
      isUsual = false
      fastBody = Int.max / 2
      return outcome
    }
    switch layout.locate(line, like: clock.form) {
    case .located: break
    case .otherStamp:
      // The layout found peer and thread; the form of the stamp is learned here, once per file.
      guard let (form, end) = IceWarpClock.form(of: line, from: layout.stamp) else {
        // The places of the line before are gone from the layout: the next line is not to be read by them.
        fastBody = Int.max / 2
        isUsual = false
        return layout.peerIsAddress(line) ? .malformed : .unrecognised
      }
      clock.form = form
      layout.body = end
      while layout.body < line.count, line[layout.body] == 0x20 || line[layout.body] == 0x09 { layout.body += 1 }
    case .noFrame:
      return IceWarpLayout.isReplyContinuation(line) ? .ignored : .unrecognised
    }
    fastOpen = layout.open
    fastClose = layout.close
    let isPlain = clock.form == .time && layout.body == layout.stamp &+ 9 && layout.stamp == layout.close &+ 2
    fastBody = isPlain ? layout.body : Int.max / 2
    isUsual = isPlain && layout.open == 16 && layout.close == 21
    return parseBody(line, into: &event)
  }

  mutating func parseBody(_ line: borrowing Span<UInt8>, into event: inout LogEvent) -> LineOutcome {
    let body = layout.body
    guard body &+ 4 <= line.count else {
      return body == line.count || !layout.peerIsAddress(line) ? .ignored : .unrecognised
    }
    let outcome: LineOutcome
    switch line.word32(at: body) {
    case 0x203e_3e3e: outcome = IceWarpBody.sent(line, from: body &+ 4, into: &event)
    case 0x203c_3c3c: outcome = IceWarpBody.received(line, from: body &+ 4, into: &event)
    case 0x202a_2a2a:
      outcome = IceWarpBody.summary(line, from: body &+ 4, into: &event)
      if outcome == .event { summaries &+= 1 }
    default:
      guard layout.peerIsAddress(line) else { return .ignored }
      outcome = IceWarpBody.remark(line, from: body, peer: IceWarpLayout.address(line, layout.peer), into: &event)
    }
    if outcome != .event { return outcome }
    guard stamp(line, from: layout.stamp, into: &event) else { return .malformed }
    event.key = layout.key(line)
    event.fourth = IceWarpLayout.address(line, layout.peer)
    return .event
  }

  /// Fills in the time of an event; false when its digits are none.
  @inline(__always)
  mutating func stamp(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) -> Bool {
    guard let time = clock.read(line, from: start) else { return false }
    let bannerOffset = event.time.offset
    event.time = time
    if event.kind == .greeting, bannerOffset != LogTime.offsetUnknown {
      event.time.offset = bannerOffset
      if let local = clock.follow(line, time.local) { event.time.local = local }
    }
    return true
  }
}
