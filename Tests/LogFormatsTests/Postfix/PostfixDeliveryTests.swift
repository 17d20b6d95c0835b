import LogFormats
import MailModel
import Testing

@Suite("Postfix: what becomes of a message")
struct PostfixDeliveryTests {
  /// A line and what it says: kind, first part and queue id; nothing where it says nothing of a message's way.
  struct Row: Sendable, CustomTestStringConvertible {
    var line: String
    var kind: LogEventKind?
    var first = ""
    var id = "1CAA566A01"
    var testDescription: String { line }
  }

  static let rows = [
    Row(
      line: "postfix/qmgr[50]: 1CAA566A01: from=<scanner@example.org>, size=90112, nrcpt=1 (queue active)",
      kind: .messageQueued, first: "scanner@example.org"),
    Row(line: "postfix/qmgr[50]: 1CAA566A01: from=<>, size=90112, nrcpt=1 (queue active)", kind: .messageQueued),
    Row(
      line: "postfix/qmgr[50]: 4bDkX32wZzz9tQw: from=<\"a>b\"@example.org>, size=1, nrcpt=1 (queue active)",
      kind: .messageQueued, first: "\"a>b\"@example.org", id: "4bDkX32wZzz9tQw"),
    Row(line: "postfix/qmgr[50]: 1CAA566A01: removed", kind: .messageRemoved),
    Row(line: "postfix/qmgr[50]: 1CAA566A01: skipped, still being delivered"),
    Row(
      line:
        "postfix/smtp[109]: 1CAA566A01: to=<x@example.net>, relay=mx.example.net[203.0.113.9]:25, delay=2, "
        + "delays=0.1/0/1/0.9, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 5B1)",
      kind: .messageHandedOver, first: "203.0.113.9"),
    Row(
      line:
        "postfix/smtp[109]: 1CAA566A01: to=<x@example.net>, relay=mx.example.net[2001:db8::9]:25, conn_use=2, "
        + "delay=2, status=bounced (host mx.example.net[2001:db8::9] said: 550 5.1.1 no such user)",
      kind: .messageHandedOver, first: "2001:db8::9"),
    Row(
      line: "postfix/smtp[109]: 1CAA566A01: to=<x@example.net>, relay=127.0.0.1[127.0.0.1]:10024, status=sent (250 ok)",
      kind: .messageHandedOver, first: "127.0.0.1"),
    // A rule of the recipient's sends it on.
    Row(
      line:
        "postfix/smtp[109]: 1CAA566A01: to=<x@example.net>, orig_to=<bob@example.org>, "
        + "relay=mx.example.net[203.0.113.9]:25, status=sent (250 2.0.0 Ok)",
      kind: .messageDelivered),
    // It has not been anywhere.
    Row(
      line:
        "postfix/smtp[109]: 1CAA566A01: to=<x@example.net>, relay=none, delay=30, status=deferred "
        + "(connect to mx.example.net[203.0.113.9]:25: Connection timed out)"),
    // What a stranger may have in an address ends nothing.
    Row(
      line:
        "postfix/smtp[109]: 1CAA566A01: to=<\"a>, relay=mx[203.0.113.9]:25, \\\">b\"@example.org>, "
        + "relay=10.0.0.5[10.0.0.5]:25, status=sent (250 ok)",
      kind: .messageHandedOver, first: "10.0.0.5"),
    // The domains that this server takes mail for.
    Row(
      line: "postfix/relay/smtp[109]: 1CAA566A01: to=<x@example.org>, relay=mx[203.0.113.9]:25, status=sent (250 ok)",
      kind: .messageDelivered),
    Row(
      line: "postfix/relay/smtp[109]: 1CAA566A01: to=<x@example.org>, relay=none, status=deferred (no route)",
      kind: .messageDelivered),
    Row(
      line:
        "postfix/lmtp[109]: 1CAA566A01: to=<bob@example.org>, relay=mail.example.org[private/dovecot-lmtp], delay=0.1, "
        + "status=sent (250 2.0.0 <bob@example.org> 3Yk Saved)",
      kind: .messageDelivered),
    Row(
      line: "postfix/lmtp[109]: 1CAA566A01: to=<bob@example.org>, relay=127.0.0.1[127.0.0.1]:24, status=sent (250 Ok)",
      kind: .messageDelivered),
    Row(
      line:
        "postfix/lmtp[109]: 1CAA566A01: to=<bob@example.org>, relay=127.0.0.1[127.0.0.1]:10024, status=sent "
        + "(250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 3C106FC8069)",
      kind: .messageHandedOver, first: "127.0.0.1"),
    Row(line: "postfix/lmtp[109]: 1CAA566A01: to=<bob@example.org>, relay=none, status=deferred (no socket)"),
    Row(
      line: "postfix/local[109]: 1CAA566A01: to=<bob@example.org>, relay=local, status=sent (delivered to mailbox)",
      kind: .messageDelivered),
    Row(
      line: "postfix/virtual[109]: 1CAA566A01: to=<bob@example.org>, relay=virtual, status=bounced (unknown user)",
      kind: .messageDelivered),
    Row(
      line: "postfix/pipe[109]: 1CAA566A01: to=<bob@example.org>, relay=dovecot, status=sent (delivered via dovecot)",
      kind: .messageDelivered),
    Row(line: "postfix/smtp[109]: connect to mx.example.net[203.0.113.9]:25: Connection timed out"),
    Row(line: "postfix/smtp[109]: warning: relayhost configuration problem"),
    Row(line: "postfix/smtp[109]: 1CAA566A01: host mx.example.net[203.0.113.9] said: 450 4.2.0 greylisted"),
    Row(line: "postfix/smtp[109]: 1CAA566A01: to=<x@example.net"),
    Row(line: "postfix/smtp[109]: 1CAA566A01: to=<x@example.net>"),
    Row(line: "postfix/smtp[109]: 1CAA566A01:"),
    Row(line: "postfix/smtp[109]:"),
    Row(line: "postfix/cleanup[109]: 1CAA566A01: to=<x@example.net>, relay=mx[203.0.113.9]:25, status=sent (250 ok)"),
    Row(line: "postfix/error[109]: 1CAA566A01: to=<x@example.net>, relay=none, status=bounced (no mail here)"),
    Row(line: "dovecot: lmtp(bob@example.org): 1CAA566A01: to=<x@example.net>, relay=mx[203.0.113.9]:25, status=sent"),
  ]

  private static func text(_ line: String) -> [UInt8] { Array((PostfixRow.header + line).utf8) }

  @Test("a line, the first time and again", arguments: rows)
  func line(_ row: Row) {
    var format = PostfixFormat(context: PostfixRow.context)
    let line = Self.text(row.line)
    // Behind the second line stamp, host and program are known, though not from a line that is an event.
    for _ in 0..<4 {
      var event = LogEvent()
      #expect(format.parse(line.span, into: &event) == .ignored)
      let isRead = format.readDelivery(line.span, into: &event)
      #expect(isRead == (row.kind != nil))
      guard isRead else { continue }
      #expect(event.kind == row.kind)
      #expect(String(decoding: line[event.first.indices], as: UTF8.self) == row.first)
      #expect(String(decoding: line[event.fourth.indices], as: UTF8.self) == row.id)
      #expect(event.time.local == 1_795_451_365_000)
      var other = PostfixFormat(context: PostfixRow.context)
      var session = LogEvent()
      #expect(other.parse(Self.text("postfix/smtpd[1]: connect from a[192.0.2.1]").span, into: &session) == .event)
      #expect(event.key.high == session.key.high)
    }
  }

  @Test("lines are kept while they are wanted, and their outcome is the same", arguments: [false, true])
  func sift(isWanted: Bool) {
    let lines = Self.rows.map { Self.text($0.line) } + [Self.text("postfix/smtpd[1]: connect from a[192.0.2.1]")]
    var format = PostfixFormat(context: PostfixRow.context)
    var event = LogEvent()
    for _ in 0..<2 { for line in lines { _ = format.parse(line.span, into: &event) } }
    // What is told of 64 lines behind one with a new tag is not believed.
    let known = lines[0]
    for _ in 0..<64 { _ = format.parse(known.span, kind: SiftedKinds.unknown, into: &event) }
    format.keepsDeliveries = isWanted
    let stretch = SampleStretch(lines[...], lineEnd: [0x0a], behind: "the line before\n")
    var kinds = SiftedKinds()
    let kept = format.sift(
      stretch.bytes.span, from: stretch.start, ends: stretch.ends.span, lines: 0..<lines.count, naming: &kinds)
    for (i, line) in lines.enumerated() {
      let isKept = kept >> UInt64(i) & 1 == 1
      if i < Self.rows.count {
        #expect(isKept == isWanted || Self.rows[i].kind == nil, "\(String(decoding: line, as: UTF8.self))")
      } else {
        #expect(isKept)
      }
      guard isKept else { continue }
      let plain = format.parse(line.span, into: &event)
      #expect(format.parse(line.span, kind: kinds[i], into: &event) == plain)
      // The queue id is told without reading the rest, and is that of the line when the rest is read.
      guard plain == .ignored else { continue }
      #expect(format.message(of: line.span, kind: SiftedKinds.unknown) == nil)
      let message = format.message(of: line.span, kind: kinds[i])
      guard format.readDelivery(line.span, into: &event) else { continue }
      #expect(message == QueueID.number(line.span, event.fourth.indices))
    }
  }

  @Test("no queue id is told by a tag that may have become another's")
  func distrust() {
    var format = PostfixFormat(context: PostfixRow.context)
    var event = LogEvent()
    let line = Self.text("postfix/qmgr[50]: 1CAA566A01: removed")
    for _ in 0..<4 { _ = format.parse(line.span, into: &event) }
    for _ in 0..<64 { _ = format.parse(line.span, kind: 1, into: &event) }
    #expect(format.message(of: line.span, kind: 1) != nil)
    // A new form of the stamp.
    let other = Array("2026-11-23T09:00:03+00:00 mail postfix/qmgr[50]: 1CAA566A01: removed".utf8)
    _ = format.parse(other.span, into: &event)
    #expect(format.message(of: line.span, kind: 1) == nil)
  }
}
