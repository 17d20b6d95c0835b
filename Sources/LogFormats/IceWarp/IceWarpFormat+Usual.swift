public import ByteScanning
public import MailModel

/// Lines of the usual shape, whose every place is known beforehand:
///
/// ```
/// 10.6.21.6       [15C0] 00:02:10 <<< MAIL FROM:<newsletter@example.org>
/// ```
///
/// They are read as `parseWhole` would read them; a test holds both against each other.
extension IceWarpFormat {
  /// Index of the body.
  @usableFromInline static var usualBody: Int { 32 }
  private static var usualStamp: Int { 23 }

  /// Whether brackets, colons and spaces stand where the usual shape has them: `[0340] 00:00:00 `.
  @inlinable @inline(__always)
  func hasUsualFrame(_ line: borrowing Span<UInt8>) -> Bool {
    line.count >= 40 && line.word64(at: 16) & 0x00ff_ff00_0000_00ff == 0x0020_5d00_0000_005b
      && line.word64(at: 24) & 0xff00_00ff_0000_ff00 == 0x2000_003a_0000_3a00
  }

  /// Reads a line that has the frame.
  @usableFromInline
  mutating func parseUsual(_ line: borrowing Span<UInt8>, into event: inout LogEvent) -> LineOutcome {
    let (high, low) = (line.word64(at: 0), line.word64(at: 8))
    guard let peer = peers.entry(high, low, line.word32(at: 17)) else { return parseWhole(line, into: &event) }
    let range = ByteRange(0, Int(peer.length))
    let body = IceWarpFormat.usualBody
    let outcome: LineOutcome
    switch line.word32(at: body) {
    case 0x203e_3e3e: outcome = IceWarpBody.sent(line, from: body &+ 4, into: &event)
    case 0x203c_3c3c: outcome = IceWarpBody.received(line, from: body &+ 4, into: &event)
    case 0x202a_2a2a:
      outcome = IceWarpBody.summary(line, from: body &+ 4, into: &event)
      if outcome == .event { summaries &+= 1 }
    default:
      guard peer.isAddress || IceWarpLayout.isAddress(line, range) else { return .ignored }
      outcome = IceWarpBody.remark(line, from: body, peer: IceWarpLayout.address(line, range), into: &event)
    }
    if outcome != .event { return outcome }
    return sign(line, peer, into: &event)
  }

  /// Reads a line whose kind `sift` has told; anything of it that is not as usual is left to `parseUsual`.
  public mutating func parse(
    _ line: borrowing Span<UInt8>, kind: UInt8, into event: inout LogEvent
  ) -> LineOutcome {
    guard isUsual, kind != IceWarpLineKind.unknown else { return parse(line, into: &event) }
    guard let peer = peers.entry(line.word64(at: 0), line.word64(at: 8), line.word32(at: 17)) else {
      return parse(line, into: &event)
    }
    let count = line.count
    // The kinds were told by eight bytes at least.
    let behind = IceWarpFormat.usualBody &+ 8
    switch kind {
    case IceWarpLineKind.accepted:
      event.kind = .messageAccepted
      event.code = 250
    case IceWarpLineKind.greeting:
      IceWarpBody.greeting(line, from: IceWarpFormat.usualBody &+ 4, into: &event)
    case IceWarpLineKind.prompt, IceWarpLineKind.loggedIn:
      event.kind = .reply
      event.code = kind == IceWarpLineKind.prompt ? 334 : 235
      event.continues = false
      // "334 " may be all, and its blank was cut off.
      event.first = ByteRange(min(behind, count), count)
    case IceWarpLineKind.mail:
      // "<<< MAIL FROM:<newsletter@example.org>"
      let start = behind &+ 7
      guard start < count, line[start] != 0x40, let end = IceWarpBody.plainEnd(line, from: start) else {
        return parseUsual(line, into: &event)
      }
      event.kind = .mail
      event.first = ByteRange(start, end)
    case IceWarpLineKind.helo:
      event.kind = .helo
      event.first = IceWarpBody.trimmed(line, behind, count)
    case IceWarpLineKind.auth:
      IceWarpBody.auth(line, from: behind, into: &event)
    case IceWarpLineKind.data, IceWarpLineKind.quit, IceWarpLineKind.rset:
      guard count == behind else { return parseUsual(line, into: &event) }
      event.kind = kind == IceWarpLineKind.data ? .data : kind == IceWarpLineKind.quit ? .quit : .rset
    case IceWarpLineKind.starttls:
      event.kind = .starttls
    case IceWarpLineKind.connected:
      guard peer.isAddress else { return parseUsual(line, into: &event) }
      IceWarpBody.connected(line, from: behind &+ 1, peer: ByteRange(0, Int(peer.length)), into: &event)
    case IceWarpLineKind.disconnected:
      guard peer.isAddress else { return parseUsual(line, into: &event) }
      event.kind = .disconnected
      event.first = ByteRange(0, Int(peer.length))
    default:
      // "Start of mail processing" and "will forward" go on as any other line does.
      return parse(line, into: &event)
    }
    return sign(line, peer, into: &event)
  }

  /// Fills in whose event it is, and when.
  @inline(__always)
  private mutating func sign(
    _ line: borrowing Span<UInt8>, _ peer: IceWarpPeers.Entry, into event: inout LogEvent
  ) -> LineOutcome {
    guard stamp(line, from: IceWarpFormat.usualStamp, into: &event) else { return .malformed }
    event.key = SessionKey(high: peer.high, low: peer.low, lane: UInt64(peer.lane))
    let range = ByteRange(0, Int(peer.length))
    event.fourth = peer.isAddress ? range : IceWarpLayout.address(line, range)
    return .event
  }
}
