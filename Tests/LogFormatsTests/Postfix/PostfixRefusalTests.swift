import LogFormats
import MailModel
import Testing

@Suite("Postfix: refusals, postscreen, anvil")
struct PostfixRefusalTests {
  static let refusals: [PostfixRow] = [
    PostfixRow(
      "relay denied",
      "postfix/smtpd[41]: NOQUEUE: reject: RCPT from unknown[203.0.113.66]: 554 5.7.1 <victim@example.net>: Relay access denied; from=<alice@example.org> to=<victim@example.net> proto=ESMTP helo=<pc-66.example.org>",
      .refused, code: 554, "554 5.7.1 <victim@example.net>: Relay access denied", "alice@example.org",
      "pc-66.example.org", "203.0.113.66"),
    PostfixRow(
      "semicolons in the text",
      "postfix/smtpd[41]: NOQUEUE: reject: RCPT from unknown[203.0.113.66]:999: 454 4.7.1 Service unavailable; Client host [203.0.113.66] blocked; see x; from=<a@example.org> to=<b@example.net> proto=ESMTP helo=<h>",
      .refused, code: 454, "454 4.7.1 Service unavailable; Client host [203.0.113.66] blocked; see x", "a@example.org",
      "h", "203.0.113.66"),
    PostfixRow(
      "login named by Postfix 3.10",
      "postfix/smtpd[41]: 1CAA5: reject: RCPT from a[192.0.2.12]: 553 5.7.1 <boss@example.org>: no; from=<boss@example.org> to=<b@example.net> proto=ESMTP helo=<h> sasl_method=PLAIN sasl_username=bob the second",
      .refused, code: 553, "553 5.7.1 <boss@example.org>: no", "boss@example.org", "h", "192.0.2.12", "bob the second"),
    PostfixRow(
      "login and its sender named by Postfix 3.10",
      "postfix/smtpd[41]: NOQUEUE: reject: RCPT from a[192.0.2.12]: 550 5.1.1 <x@example.org>: no; from=<bob@example.org> to=<x@example.org> proto=ESMTP helo=<h> sasl_method=PLAIN sasl_username=bob@example.org sasl_sender=bob@example.org",
      .refused, code: 550, "550 5.1.1 <x@example.org>: no", "bob@example.org", "h", "192.0.2.12", "bob@example.org"),
    PostfixRow(
      "login named on a milter's answer",
      "postfix/smtpd[41]: 1CAA5: milter-reject: RCPT from a[192.0.2.12]: 451 4.7.1 Try again later; from=<bob@example.org> to=<b@example.net> proto=ESMTP helo=<PC-BOB> sasl_username=<bob@example.org>",
      .refused, code: 451, "451 4.7.1 Try again later", "bob@example.org", "PC-BOB", "192.0.2.12", "bob@example.org"),
    PostfixRow(
      "recipient that imitates a login, and no brackets behind it",
      "postfix/smtpd[41]: NOQUEUE: reject: RCPT from a[192.0.2.12]: 554 5.7.1 <\"; from=<a@example.org> to=<x> proto=ESMTP helo=<y> sasl_method=PLAIN sasl_username=boss@example.org\"@example.net>: Relay access denied; from=<bob@example.org> to=<b@example.net> proto=ESMTP helo=<h>",
      .refused, code: 554,
      "554 5.7.1 <\"; from=<a@example.org> to=<x> proto=ESMTP helo=<y> sasl_method=PLAIN sasl_username=boss@example.org\"@example.net>: Relay access denied",
      "bob@example.org", "h", "192.0.2.12"),
    PostfixRow(
      "recipient that imitates a login, cut off by syslog right behind it",
      "postfix/smtpd[41]: NOQUEUE: reject: RCPT from a[192.0.2.12]: 554 5.7.1 <\"; from=<a@example.org> to=<x> proto=ESMTP helo=<y> sasl_username=<boss@example.org>",
      .refused, code: 554, "554 5.7.1 <\"", "a@example.org", "y", "192.0.2.12"),
    PostfixRow(
      "HELO that is refused and imitates a login",
      "postfix/smtpd[41]: NOQUEUE: reject: EHLO from a[192.0.2.12]: 501 5.5.2 <x> sasl_method=PLAIN sasl_username=boss>: Helo command rejected: Invalid name; proto=SMTP helo=<x> sasl_method=PLAIN sasl_username=boss>",
      .refused, code: 501,
      "501 5.5.2 <x> sasl_method=PLAIN sasl_username=boss>: Helo command rejected: Invalid name; proto=SMTP helo=<x> sasl_method=PLAIN sasl_username=boss>",
      "", "x", "192.0.2.12"),
    PostfixRow(
      "login named without end",
      "postfix/smtpd[41]: 1CAA5: milter-reject: RCPT from a[192.0.2.12]: 451 4.7.1 no; from=<bob@example.org> to=<b@example.net> proto=ESMTP helo=<h> sasl_username=<",
      .refused, code: 451, "451 4.7.1 no", "bob@example.org", "h", "192.0.2.12"),
    PostfixRow(
      "null sender",
      "postfix/smtpd[41]: 1CAA5: reject: BDAT from a[192.0.2.12]: 550 5.5.3 <DATA>: no; from=<> to=<b@example.net> proto=ESMTP helo=<h>",
      .refused, code: 550, "550 5.5.3 <DATA>: no", "", "h", "192.0.2.12"),
    PostfixRow(
      "EHLO",
      "postfix/smtpd[41]: NOQUEUE: reject: EHLO from a[192.0.2.12]: 504 5.5.2 <User>: Helo command rejected; proto=SMTP helo=<User>",
      .refused, code: 504, "504 5.5.2 <User>: Helo command rejected", "", "User", "192.0.2.12"),
    PostfixRow(
      "CONNECT",
      "postfix/smtpd[41]: NOQUEUE: reject: CONNECT from a[192.0.2.12]: 450 4.7.25 Client host rejected: no; proto=SMTP",
      .refused, code: 450, "450 4.7.25 Client host rejected: no", "", "", "192.0.2.12"),
    PostfixRow(
      "nothing behind the text",
      "postfix/smtpd[41]: NOQUEUE: reject: DATA from a[192.0.2.12]: 421 4.3.0 mail Server local data error",
      .refused, code: 421, "421 4.3.0 mail Server local data error", "", "", "192.0.2.12"),
    PostfixRow(
      "milter",
      "postfix/smtpd[41]: 1CAA5: milter-reject: DATA from a[192.0.2.12]: 550 5.7.1 Command rejected; from=<a@example.org> to=<b@example.net> proto=ESMTP helo=<h>",
      .refused, code: 550, "550 5.7.1 Command rejected", "a@example.org", "h", "192.0.2.12"),
    PostfixRow(
      "content filter",
      "postfix/smtpd[41]: proxy-reject: END-OF-MESSAGE: 554 5.7.0 Reject; from=<a@example.org> to=<b@example.net> proto=ESMTP helo=<h>",
      .refused, code: 554, "554 5.7.0 Reject", "a@example.org", "h"),
    PostfixRow(
      "recipient that imitates the facts",
      "postfix/smtpd[41]: NOQUEUE: reject: RCPT from a[192.0.2.12]: 554 5.7.1 <\"; from=<boss@example.org> to=<x> proto=ESMTP helo=<y\"@example.net>: Relay access denied; from=<bob@example.org> to=<\"; from=<boss@example.org> to=<x> proto=ESMTP helo=<y\"@example.net> proto=ESMTP helo=<h>",
      .refused, code: 554,
      "554 5.7.1 <\"; from=<boss@example.org> to=<x> proto=ESMTP helo=<y\"@example.net>: Relay access denied",
      "bob@example.org", "h", "192.0.2.12"),
    PostfixRow(
      "sender that imitates the facts",
      "postfix/smtpd[41]: NOQUEUE: reject: RCPT from a[192.0.2.12]: 554 5.7.1 no; from=<\"x> to=<y> proto=ESMTP helo=<z>\"@example.org> to=<b@example.net> proto=ESMTP helo=<h>",
      .refused, code: 554, "554 5.7.1 no", "\"x> to=<y> proto=ESMTP helo=<z>\"@example.org", "h", "192.0.2.12"),
    PostfixRow(
      "cut off by syslog",
      "postfix/smtpd[41]: NOQUEUE: reject: RCPT from a[192.0.2.12]: 554 5.7.1 no; from=<a@example.org> to=<b@example.net> proto=ESMTP helo=<pc-wi",
      .refused, code: 554, "554 5.7.1 no", "a@example.org", "", "192.0.2.12"),
    PostfixRow("no reply code", "postfix/smtpd[41]: NOQUEUE: reject: RCPT from a[192.0.2.12]: go away", .malformed),
    PostfixRow("no client", "postfix/smtpd[41]: NOQUEUE: reject: RCPT from nowhere: 554 5.7.1 no", .malformed),
  ]

  static let helpers: [PostfixRow] = [
    PostfixRow(
      "postscreen sees a connection", "postfix/postscreen[41]: CONNECT from [192.0.2.11]:53122 to [198.51.100.2]:25",
      .postscreenConnected, code: 25,
      "[192.0.2.11]:53122", "198.51.100.2", "", "192.0.2.11"),
    PostfixRow(
      "postscreen, IPv6", "postfix/postscreen[41]: CONNECT from [2001:db8::11]:53122 to [2001:db8::1]:587",
      .postscreenConnected, code: 587,
      "[2001:db8::11]:53122", "2001:db8::1", "", "2001:db8::11"),
    PostfixRow(
      "handed over", "postfix/postscreen[41]: PASS OLD [192.0.2.11]:53122", .postscreenPassed, "[192.0.2.11]:53122", "",
      "", "192.0.2.11"),
    PostfixRow(
      "handed over, listed", "postfix/postscreen[41]: WHITELISTED [192.0.2.11]:53122", .postscreenPassed,
      "[192.0.2.11]:53122", "", "", "192.0.2.11"),
    PostfixRow(
      "end at postscreen", "postfix/postscreen[41]: DISCONNECT [192.0.2.11]:53122", .disconnected, "192.0.2.11"),
    PostfixRow(
      "refused by postscreen",
      "postfix/postscreen[41]: NOQUEUE: reject: RCPT from [192.0.2.11]:53122: 550 5.7.1 Service unavailable; client [192.0.2.11] blocked using rbl.example.com; from=<a@example.org>, to=<b@example.net>, proto=ESMTP, helo=<h>",
      .refused, code: 550, "550 5.7.1 Service unavailable; client [192.0.2.11] blocked using rbl.example.com",
      "a@example.org", "h", "192.0.2.11"),
    PostfixRow(
      "too many", "postfix/postscreen[41]: NOQUEUE: reject: CONNECT from [192.0.2.11]:53122: too many connections",
      .ignored),
    PostfixRow("pregreet", "postfix/postscreen[41]: PREGREET 14 after 0.08 from [192.0.2.2]:59415: EHLO x", .ignored),
    PostfixRow("broken", "postfix/postscreen[41]: CONNECT from [192.0.2.11]:53122 to nowhere", .malformed),
    PostfixRow(
      "master begins", "postfix/master[812]: daemon started -- version 3.7.11, configuration /etc/postfix",
      .serverConfigured, "", "", "", ""),
    PostfixRow(
      "master reads its configuration anew", "postfix-out/master[812]: reload -- version 3.7.11, configuration /etc/o",
      .serverConfigured, "", "", "", ""),
    PostfixRow("master, otherwise", "postfix/master[812]: terminating on signal 15", .ignored),
    PostfixRow("another master", "cyrus/master[812]: ready for work", .ignored),
    PostfixRow(
      "anvil",
      "postfix/anvil[41]: statistics: max connection rate 1/60s for (submission:192.0.2.11) at Nov 23 16:25:26",
      .anvilPeak,
      "submission", "192.0.2.11", "Nov 23 16:25:26"),
    PostfixRow(
      "anvil, IPv6", "postfix/anvil[41]: statistics: max connection count 1 for (smtpd:2001:db8::1) at Nov  3 16:25:26",
      .anvilPeak,
      "smtpd", "2001:db8::1", "Nov  3 16:25:26"),
    PostfixRow(
      "anvil, IPv6 in brackets",
      "postfix/anvil[41]: statistics: max connection count 1 for (465:[2001:db8::1]) at Nov  3 16:25:26", .anvilPeak,
      "465", "2001:db8::1", "Nov  3 16:25:26"),
    PostfixRow(
      "anvil, service with an address",
      "postfix/anvil[41]: statistics: max connection count 1 for (192.0.2.1:587:203.0.113.5) at Nov  3 16:25:26",
      .anvilPeak,
      "192.0.2.1:587", "203.0.113.5", "Nov  3 16:25:26"),
    PostfixRow(
      "anvil, both with colons",
      "postfix/anvil[41]: statistics: max connection count 1 for ([2001:db8::25]:587:2001:db8::1) at Nov  3 16:25:26",
      .anvilPeak,
      "[2001:db8::25]:587", "2001:db8::1", "Nov  3 16:25:26"),
    PostfixRow(
      "anvil, messages",
      "postfix/anvil[41]: statistics: max message rate 1/60s for (smtpd:192.0.2.1) at Nov 23 16:25:26", .ignored),
    PostfixRow("anvil, cache", "postfix/anvil[41]: statistics: max cache size 1 at Nov 23 16:25:26", .ignored),
    PostfixRow(
      "anvil, broken", "postfix/anvil[41]: statistics: max connection rate 1/60s for (smtpd) at Nov 23 16:25:26",
      .malformed),
  ]

  /// What anvil never writes, and anybody may who can write to syslog.
  static let garbledStamps: [PostfixRow] = [
    "Nov 23 9999999999999999:25:26", "Nov 23 16:25:9223372036854775807", "Nov 23 -9223372036854775807:25:26",
    "Nov 23 24:25:26", "Nov 23 16:60:26", "Nov 23 16:25:61", "Nov 32 16:25:26", "Nov  0 16:25:26", "Nou 23 16:25:26",
    "Nov 23 16:25:+5", "Nov 23 16:25:26 and more", "Nov 23 16:25", "",
  ].map { stamp in
    PostfixRow(
      "anvil, at \(stamp)",
      "postfix/anvil[41]: statistics: max connection rate 1/60s for (submission:192.0.2.11) at \(stamp)", .malformed)
  }

  @Test("Refusals", arguments: refusals)
  func refusal(row: PostfixRow) { row.check() }

  @Test("Postscreen and anvil", arguments: helpers + garbledStamps)
  func helper(row: PostfixRow) { row.check() }

  @Test("A hostile line costs no square of its length")
  func hostileLength() {
    let line =
      PostfixRow.header + "postfix/smtpd[41]: NOQUEUE: reject: RCPT from a[192.0.2.12]: 554 5.7.1 "
      + String(repeating: "; from=<\"", count: 30_000)
    let bytes = Array(line.utf8)
    var format = PostfixFormat(context: PostfixRow.context)
    var event = LogEvent()
    let clock = ContinuousClock()
    let took = clock.measure { #expect(format.parse(bytes.span, into: &event) == .event) }
    #expect(took < .seconds(1))
  }
}
