import LogFormats
import MailModel
import Testing

@Suite("Postfix: is this its log")
struct PostfixRecognitionTests {
  private func sample(_ lines: [String], name: String = "mail.log") -> LogSample {
    LogSample(
      lines: lines.map { Array($0.utf8) }, fileName: name, path: "/var/log/" + name,
      modified: PostfixRow.context.lastDay)
  }

  @Test("Lines of Postfix are counted, others are not")
  func yes() {
    let lines = [
      "Nov 23 16:29:25 mail dovecot: imap-login: Login: user=<a>",
      "Nov 23 16:29:25 mail postfix/smtpd[41]: connect from unknown[192.0.2.11]",
      "2026-11-23T16:29:25Z mail postfix-out/qmgr[41]: 1CAA5: removed",
      "Nov 23 16:29:25 mail kernel/other[41]: x",
    ]
    #expect(PostfixFormat.recognises(sample(lines)) == .yes(lines: 2))
  }

  @Test("Other logs are refused with a reason")
  func no() {
    let syslog = PostfixFormat.recognises(
      sample(["Nov 23 16:29:25 mail sshd[41]: x", "Nov 23 16:29:25 mail smtpd[4]: y"]))
    let other = PostfixFormat.recognises(
      sample(["198.51.100.7    [0F3C] 16:29:25 Connected, local IP=192.0.2.1:25", ""]))
    guard case .no(let first) = syslog, case .no(let second) = other else {
      Issue.record("taken for Postfix: \(syslog), \(other)")
      return
    }
    #expect(first.contains("2 syslog lines"))
    #expect(second.contains("no line begins"))
  }

  @Test(
    "The day in the name of a rotated file narrows down its last day",
    arguments: [
      ("maillog-20261101", "2026-11-01"), ("mail.log.20261101-000501", "2026-11-01"),
      ("maillog-20991101", "2026-11-24"),
      ("mail.log.1", "2026-11-24"), ("maillog-20261399", "2026-11-24"), ("202611010", "2026-11-24"),
    ])
  func lastDay(name: String, day: String) {
    let context = PostfixFormat.context(for: sample([], name: name), defaults: PostfixRow.context)
    #expect(context.lastDay.description == day)
  }
}
