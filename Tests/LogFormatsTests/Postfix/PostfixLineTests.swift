import LogFormats
import MailModel
import Testing

@Suite("Postfix: one line, one meaning")
struct PostfixLineTests {
  static let sessions: [PostfixRow] = [
    PostfixRow(
      "connect", "postfix/smtpd[4156]: connect from unknown[192.0.2.11]", .connected, "192.0.2.11", "", "postfix"),
    PostfixRow(
      "connect on submission", "postfix/submission/smtpd[41]: connect from pc.example.org[192.0.2.11]", .connected,
      "192.0.2.11", "", "postfix/submission"),
    PostfixRow(
      "another instance", "postfix-198.51.100.1/smtpd[41]: connect from pc.example.org[192.0.2.11]", .connected,
      "192.0.2.11", "", "postfix-198.51.100.1"),
    PostfixRow(
      "instance and service", "postfix-smo/submission/smtpd[41]: connect from unknown[2001:db8::11]", .connected,
      "2001:db8::11", "", "postfix-smo/submission"),
    PostfixRow(
      "client port logging: the client's own port", "postfix/smtpd[41]: connect from unknown[192.0.2.11]:55729",
      .connected,
      "192.0.2.11", "", "postfix"),
    PostfixRow("no address", "postfix/smtpd[41]: connect from unknown[unknown]", .connected, "", "", "postfix"),
    PostfixRow(
      "brackets in a reverse name", "postfix/smtpd[41]: connect from a[10.0.0.1]b[x[192.0.2.11]", .connected,
      "192.0.2.11",
      "", "postfix"),
    PostfixRow("no bracket at all", "postfix/smtpd[41]: connect from unknown", .malformed),
    PostfixRow("no process id", "postfix/smtpd: connect from unknown[192.0.2.11]", .malformed),
    PostfixRow("watchdog of mailcow", "watchdog/smtpd[41]: connect from unknown[192.0.2.11]", .ignored),
    PostfixRow(
      "disconnect", "postfix/smtpd[41]: disconnect from unknown[192.0.2.11] ehlo=2 auth=1 quit=1 commands=4",
      .disconnected,
      "192.0.2.11"),
    PostfixRow(
      "disconnect of Postfix 2", "postfix/smtpd[41]: disconnect from unknown[192.0.2.11]", .disconnected, "192.0.2.11"),
    PostfixRow("counter that is none", "postfix/smtpd[41]: disconnect from unknown[192.0.2.11] ehlo=x", .malformed),
    PostfixRow(
      "TLS",
      "postfix/smtpd[41]: Anonymous TLS connection established from unknown[192.0.2.11]: TLSv1.3 with cipher X (256/256 bits)",
      .tlsEstablished, "192.0.2.11"),
    PostfixRow(
      "TLS with SNI and port",
      "postfix/smtpd[41]: Trusted TLS connection established from a.example[2001:db8::11]:5000 to mail.example.org: TLSv1.3 with cipher X",
      .tlsEstablished, "2001:db8::11"),
    PostfixRow(
      "TLS taken up again",
      "postfix/smtpd[41]: Verified TLS connection reused from a.example[192.0.2.11]: TLSv1.2 with cipher X",
      .tlsEstablished, "192.0.2.11"),
    PostfixRow(
      "TLS of a delivery", "postfix/smtp[41]: Trusted TLS connection established to mx.example[192.0.2.11]:25: TLSv1.3",
      .ignored),
  ]

  static let messages: [PostfixRow] = [
    PostfixRow(
      "login and message",
      "postfix/smtpd[41]: 1CAA566A088: client=unknown[192.0.2.11], sasl_method=PLAIN, sasl_username=alice@example.org",
      .messageStarted, "192.0.2.11", "alice@example.org", "PLAIN", "1CAA566A088"),
    PostfixRow(
      "no login", "postfix/smtpd[41]: 1CAA566A088: client=mx.example.com[198.51.100.25]", .messageStarted,
      "198.51.100.25", "", "", "1CAA566A088"),
    PostfixRow(
      "before a content filter",
      "postfix/smtpd[41]: NOQUEUE: client=unknown[192.0.2.11]:4711, sasl_method=LOGIN, sasl_username=bob",
      .messageStarted, "192.0.2.11", "bob", "LOGIN"),
    PostfixRow(
      "field behind the user",
      "postfix/smtpd[41]: 4YbWkT2xbHz9sWb: client=a[192.0.2.11], sasl_method=PLAIN, sasl_username=bob@example.org, sasl_sender=carol@example.org",
      .messageStarted, "192.0.2.11", "bob@example.org", "PLAIN", "4YbWkT2xbHz9sWb"),
    PostfixRow(
      "user with spaces and commas",
      "postfix/smtpd[41]: 1CAA5: client=a[192.0.2.11], sasl_method=PLAIN, sasl_username=Bob, the 2nd, of x, orig_queue_id=77AB, orig_client=b[192.0.2.9]",
      .messageStarted, "192.0.2.11", "Bob, the 2nd, of x", "PLAIN", "1CAA5"),
    PostfixRow(
      "put back by a filter",
      "postfix/smtpd[41]: 1CAA5: client=localhost[127.0.0.1], orig_queue_id=77AB, orig_client=b[192.0.2.9]",
      .messageStarted, "127.0.0.1", "", "", "1CAA5", "77AB"),
    PostfixRow(
      "queued", "postfix/qmgr[41]: 1CAA566A088: from=<alice@example.org>, size=428, nrcpt=1 (queue active)", .ignored),
    PostfixRow(
      "sender that imitates a login",
      "postfix/qmgr[41]: 1CAA5: from=<\"postfix/smtpd[41]: 1CAA6: client=a[192.0.2.1]\"@example.org>, size=428, nrcpt=1 (queue active)",
      .ignored),
    PostfixRow("removed", "postfix/qmgr[41]: 1CAA566A088: removed", .ignored),
    PostfixRow(
      "expired", "postfix/qmgr[41]: 1CAA566A088: from=<a@example.org>, status=expired, returned to sender", .ignored),
    PostfixRow(
      "cleanup",
      "postfix/cleanup[41]: 1CAA566A088: milter-reject: END-OF-MESSAGE from a[192.0.2.11]: 5.7.1 no; from=<a@example.org>",
      .ignored),
  ]

  static let failures: [PostfixRow] = [
    PostfixRow(
      "wrong password",
      "postfix/smtpd[41]: warning: unknown[203.0.113.66]: SASL LOGIN authentication failed: authentication failure, sasl_username=alice@example.org",
      .loginFailed, "203.0.113.66", "alice@example.org", "LOGIN"),
    PostfixRow(
      "no reason, no name",
      "postfix/smtpd[41]: warning: a.example[203.0.113.66]:55729: SASL Plain authentication failed:", .loginFailed,
      "203.0.113.66", "", "Plain"),
    PostfixRow(
      "Dovecot",
      "postfix/submission/smtpd[41]: warning: a[203.0.113.66]: SASL LOGIN authentication failed: UGFzc3dvcmQ6",
      .loginFailed, "203.0.113.66", "", "LOGIN"),
    PostfixRow(
      "name not to be had",
      "postfix/smtpd[41]: warning: a[203.0.113.66]: SASL LOGIN authentication failed: (reason unavailable), sasl_username=(unavailable)",
      .loginFailed, "203.0.113.66", "", "LOGIN"),
    PostfixRow(
      "name that imitates a field",
      "postfix/smtpd[41]: warning: a[203.0.113.66]: SASL LOGIN authentication failed: no, sasl_username=x, sasl_username=alice, y=z",
      .loginFailed, "203.0.113.66", "x, sasl_username=alice, y=z", "LOGIN"),
    PostfixRow(
      "aborted by the client", "postfix/smtpd[41]: warning: a[203.0.113.66]: SASL LOGIN authentication aborted",
      .ignored),
    PostfixRow(
      "authentication server away",
      "postfix/smtpd[41]: warning: a[192.0.2.1]: SASL LOGIN authentication failed: Connection lost to authentication server",
      .ignored),
    PostfixRow(
      "accounts cannot be read",
      "postfix/smtpd[41]: warning: a[192.0.2.1]: SASL LOGIN authentication failed: generic failure, sasl_username=alice",
      .ignored),
    PostfixRow(
      "second line of a PLAIN failure",
      "postfix/smtpd[41]: warning: SASL authentication failure: Password verification failed", .ignored),
    PostfixRow(
      "a command that imitates a failure",
      "postfix/smtpd[41]: warning: non-SMTP command from a[192.0.2.1]: SASL LOGIN authentication failed: x", .ignored),
    PostfixRow(
      "two of them, folded by rsyslog",
      "postfix/smtpd[41]: message repeated 2 times: [ warning: a[203.0.113.66]: SASL LOGIN authentication failed: no, sasl_username=bob]",
      .loginFailed, "203.0.113.66", "bob", "LOGIN"),
  ]

  static let others: [PostfixRow] = [
    PostfixRow("delivery", "postfix/smtp[41]: 1CAA5: to=<a@example.org>, relay=none, status=sent", .ignored),
    PostfixRow("another program", "dovecot: imap-login: Login: user=<a>, rip=192.0.2.1", .ignored),
    PostfixRow("another program with brackets", "sshd[41]: connect from unknown[192.0.2.11]", .ignored),
    PostfixRow("OpenSMTPD", "smtpd[41]: 0123456789abcdef smtp connected address=192.0.2.1 host=a", .ignored),
    PostfixRow("folded by syslogd", "last message repeated 3 times", .ignored),
    PostfixRow("lost connection", "postfix/smtpd[41]: lost connection after AUTH from unknown[192.0.2.23]", .ignored),
    PostfixRow(
      "lost connection of Postfix 3.10",
      "postfix/smtpd[41]: NOQUEUE: lost connection after CONNECT from unknown[192.0.2.25]", .ignored),
    PostfixRow(
      "unresolved name", "postfix/smtpd[41]: warning: hostname a.example does not resolve to address 192.0.2.1",
      .ignored),
    PostfixRow(
      "password in the dialogue of smtpd -v", "postfix/smtpd[41]: < unknown[192.0.2.1]: AUTH PLAIN AGEAYg==", .ignored),
    PostfixRow(
      "password in the debugging of smtpd -v",
      "postfix/smtpd[41]: smtpd_sasl_authenticate: sasl_method PLAIN, init_response AGEAYg==", .ignored),
    PostfixRow(
      "details of a certificate", "postfix/smtpd[41]: a.example[192.0.2.1]: Untrusted: subject_CN=a, issuer=b", .ignored
    ),
    PostfixRow(
      "only a warning of a reject",
      "postfix/smtpd[41]: NOQUEUE: reject_warning: RCPT from a[192.0.2.1]: 554 5.7.1 no; from=<a@example.org>", .ignored
    ),
    PostfixRow(
      "put on hold", "postfix/smtpd[41]: 1CAA5: hold: RCPT from a[192.0.2.1]: <a>: trigger; from=<a@example.org>",
      .ignored),
    PostfixRow("a line of tomorrow", "postfix/smtpd[41]: something quite new", .unrecognised),
    PostfixRow("empty text", "postfix/smtpd[41]:", .malformed),
    PostfixRow("no syslog line", "|connect from unknown[192.0.2.11]", .unrecognised),
    PostfixRow("remark of journalctl", "|-- Boot 6e1f0b52a3c0 --", .ignored),
    PostfixRow("nothing", "|", .ignored),
    PostfixRow(
      "a day that is none", "|Nov 32 16:29:25 mail postfix/smtpd[41]: connect from unknown[192.0.2.11]", .malformed),
    PostfixRow(
      "an hour that is none", "|Nov 23 24:29:25 mail postfix/smtpd[41]: connect from unknown[192.0.2.11]", .malformed),
  ]

  @Test("Sessions", arguments: sessions)
  func session(row: PostfixRow) { row.check() }

  @Test("Messages", arguments: messages)
  func message(row: PostfixRow) { row.check() }

  @Test("Failed logins", arguments: failures)
  func failure(row: PostfixRow) { row.check() }

  @Test("Everything else", arguments: others)
  func other(row: PostfixRow) { row.check() }
}
