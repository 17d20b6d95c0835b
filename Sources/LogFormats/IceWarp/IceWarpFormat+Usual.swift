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
    let high = line.word64(at: 0)
    let low = line.word64(at: 8)
    let digits = line.word32(at: 17)
    guard let length = IceWarpLayout.paddedPeerLength(high, low, thread: digits) else {
      return parseWhole(line, into: &event)
    }
    let peer = ByteRange(0, length)
    let body = IceWarpFormat.usualBody
    let outcome: LineOutcome
    switch line.word32(at: body) {
    case 0x203e_3e3e: outcome = IceWarpBody.sent(line, from: body &+ 4, into: &event)
    case 0x203c_3c3c: outcome = IceWarpBody.received(line, from: body &+ 4, into: &event)
    case 0x202a_2a2a: outcome = IceWarpBody.summary(line, from: body &+ 4, into: &event)
    default:
      guard IceWarpLayout.isDotted(high, low) || IceWarpLayout.isAddress(line, peer) else { return .ignored }
      outcome = IceWarpBody.remark(line, from: body, peer: peer, into: &event)
    }
    if outcome != .event { return outcome }
    guard stamp(line, from: IceWarpFormat.usualStamp, into: &event) else { return .malformed }
    event.key = SessionKey(high: high, low: low, lane: IceWarpLayout.lane(digits))
    event.fourth = peer
    return .event
  }
}
