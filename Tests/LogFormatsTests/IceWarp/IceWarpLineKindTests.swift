import LogFormats
import MailModel
import Testing

/// A line whose kind was told while it was sifted is read as if nobody had looked at it before.
@Suite("IceWarp: kinds told beforehand")
struct IceWarpLineKindTests {
  /// Behind `198.51.100.7    [0A1F] 08:00:00 `.
  private static let bodies = [
    "Connected", "Connected, local IP=192.0.2.25", "Connected, local IP=192.0.2.25:587",
    "Connected, local IP=[2001:db8::1]:25",
    "Connected, remote IP=192.0.2.25", "Disconnected", "Disconnected at once", "Start of mail processing",
    "Start of mail protocol", ">>> 220 mail.example.com ESMTP IceWarp; Mon, 16 Mar 2026 08:00:00 -0300",
    ">>> 220 2.0.0 Ready to start TLS",
    ">>> 220-mail.example.com", ">>> 235 2.7.0 Authentication successful", ">>> 334 VXNlcm5hbWU6", ">>> 334 ",
    ">>> 334-x",
    ">>> 250 2.6.0 1234 bytes received; Message accepted for delivery", ">>> 250 2.6",
    ">>> 250 2.1.0 <a@example.com>... Sender ok",
    ">>> 250 2.1.5 <a@example.com>... Recipient ok", ">>> 250 2.1.5 <a@example.com>... Recipient ok; will forward",
    ">>> 250 2.1.0 forward", ">>> 250 HELP", ">>> 250-STARTTLS", ">>> 221 2.0.0 bye", ">>> 354 go on",
    ">>> 535 5.7.8 no",
    ">>> 501 5.7.1 Permission denied", "<<< MAIL FROM:<ana@example.com>", "<<< MAIL FROM:<ana@example.com> SIZE=1000",
    "<<< MAIL FROM:<>", "<<< MAIL FROM:<\"a>b\"@example.com>", "<<< MAIL FROM:<@relay.example:ana@example.com>",
    "<<< MAIL FROM:<ana",
    "<<< MAIL FROM: <ana@example.com>", "<<< mail from:<ana@example.com>", "<<< RCPT TO:<ana@example.com>",
    "<<< EHLO pc-ana",
    "<<< EHLO   pc-ana  ", "<<< EHLO ", "<<< EHLO", "<<< HELO [192.0.2.7]", "<<< AUTH LOGIN", "<<< AUTH PLAIN AGFuYQBz",
    "<<< AUTH ",
    "<<< AUTH", "<<< DATA", "<<< DATA ", "<<< DATABASE", "<<< QUIT", "<<< QUIT now", "<<< QUITE", "<<< RSET",
    "<<< RSET ", "<<< STARTTLS",
    "<<< STARTTLS ", "<<< START", "<<< YW5hQGV4YW1wbGUuY29t",
    "<<< 2809 bytes (overall data transfer speed=325115741 B/s)",
    "<<< 250 2.0.0 Ok", "<<< 2809", "*** <ana@example.com> <bob@example.net> 1 2804 00:00:01 OK YAR93710",
    "*** <a@example.com> <b@example.net>,<c@example.net> 2 28 00:00:01 ERROR X", "*** broken", "*** <", "***", "",
  ]

  private static func line(_ body: String) -> [UInt8] { Array(("198.51.100.7    [0A1F] 08:00:00 " + body).utf8) }

  /// A parser that knows the usual shape.
  private func primed() -> IceWarpFormat {
    var format = IceWarpFormat(context: IceWarpRow.context)
    var event = LogEvent()
    _ = format.parse(IceWarpLineKindTests.line("<<< QUIT").span, into: &event)
    return format
  }

  /// What is read of a line, in as far as its kind gives it a meaning.
  private func told(_ outcome: LineOutcome, _ event: LogEvent) -> String {
    guard outcome == .event else { return "\(outcome)" }
    var parts = "\(event.kind) \(event.key) \(event.time) \(event.fourth)"
    switch event.kind {
    case .connected: parts += " \(event.first) \(event.second) \(event.third) \(event.code)"
    case .reply: parts += " \(event.code) \(event.first) \(event.continues)"
    case .greeting: parts += " \(event.first) \(event.continues)"
    case .helo, .mail, .clientText: parts += " \(event.first)"
    case .auth: parts += " \(event.first) \(event.second)"
    case .summary: parts += " \(event.first) \(event.second)"
    case .disconnected: parts += " \(event.first) \(event.counters)"
    default: break
    }
    return parts
  }

  private func readAtOnce(_ line: [UInt8]) -> String {
    var format = primed()
    var event = LogEvent()
    return told(format.parse(line.span, into: &event), event)
  }

  private func readSifted(_ line: [UInt8]) -> String {
    var format = primed()
    var event = LogEvent()
    var kinds = SiftedKinds()
    let stretch = line + [0x0a] + [UInt8](repeating: 0x20, count: 64)
    let kept = format.sift(stretch.span, from: 0, ends: [UInt32(line.count)].span, lines: 0..<1, naming: &kinds)
    guard kept & 1 == 1 else { return "\(LineOutcome.ignored)" }
    return told(format.parse(line.span, kind: kinds[0], into: &event), event)
  }

  @Test("Every kind of line, whole and cut off anywhere", arguments: bodies)
  func kinds(body: String) {
    let whole = IceWarpLineKindTests.line(body)
    for length in 32...whole.count {
      let line = Array(whole[..<length])
      #expect(readSifted(line) == readAtOnce(line), "\(length) bytes of \(body)")
    }
  }

  @Test("Any byte of the body, and of what stands before it, may be another one", arguments: bodies)
  func anyByte(body: String) {
    let line = IceWarpLineKindTests.line(body)
    for place in line.indices where place < 64 {
      for value: UInt8 in [0x00, 0x20, 0x22, 0x2d, 0x30, 0x35, 0x3a, 0x3c, 0x3e, 0x41, 0x66, 0x7f, 0xc3, 0xff] {
        var changed = line
        changed[place] = value
        // A line that nobody needs is dismissed before anybody looks at its peer.
        let (sifted, atOnce) = (readSifted(changed), readAtOnce(changed))
        #expect(
          sifted == atOnce || place < 23 && sifted == "\(LineOutcome.ignored)", "byte \(value) at \(place) of \(body)")
      }
    }
  }

  @Test("The kinds stay right when a line of another shape comes between")
  func otherShapeBetween() {
    var format = primed()
    var event = LogEvent()
    var kinds = SiftedKinds()
    let line = IceWarpLineKindTests.line("<<< DATA")
    let stretch = line + [0x0a] + [UInt8](repeating: 0x20, count: 64)
    _ = format.sift(stretch.span, from: 0, ends: [UInt32(line.count)].span, lines: 0..<1, naming: &kinds)
    // From here on stamps have another form, which the next line does not have.
    _ = format.parse(Array("198.51.100.7    [0A1F] 08:00:01:250 <<< QUIT".utf8).span, into: &event)
    var other = format
    var otherEvent = LogEvent()
    let expected = other.parse(line.span, into: &otherEvent)
    #expect(told(format.parse(line.span, kind: kinds[0], into: &event), event) == told(expected, otherEvent))
  }
}
