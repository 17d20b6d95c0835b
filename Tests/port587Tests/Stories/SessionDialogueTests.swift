import MailModel
import Testing

private typealias D = DialogueRow

@Suite("Dialogues: sessions, relays, refusals")
struct SessionDialogueTests {
  private static let local: Set<String> = ["example.com"]

  static let sessions: [DialogueRow] = [
    D("nothing said", "Connected\nDisconnected\n", "sessions 1"),
    D("delivery from another server", D.on(25) + D.mail("a@example.org", elsewhere: false) + D.quit, "sessions 1"),
    D(
      "RSET ends the login",
      D.on(587) + D.starttls + D.login() + "<<< RSET\n>>> 250 ok\n"
        + D.mail(elsewhere: false) + D.quit, "sessions 1, logins 1; ana@example.com ready"),
    D(
      "no RSET: two messages, one login", D.on(587) + D.starttls + D.login() + D.mail() + D.mail() + D.quit,
      "sessions 1, logins 1, messages 2; ana@example.com ready"),
    D(
      "thread used again without an end",
      D.on(25) + D.login() + D.mail() + D.on(587) + D.starttls + D.login() + D.mail(),
      "sessions 2, logins 2, messages 2, clear 1; ana@example.com moving"),
    D(
      "two peers in one thread number",
      D.on(25) + D.login() + "# 198.51.100.8 0A10 08:00:03\n" + D.on(587)
        + D.login("rui@example.com") + "# 198.51.100.7 0A10 08:01:00\n" + D.mail() + D.quit,
      "sessions 2, logins 2, messages 1, clear 2; ana@example.com notReady, rui@example.com ready"),
    D("no begin, a login", D.login() + D.quit, "sessions 1, logins 1; ana@example.com unknown"),
    D("no begin, a delivery", D.mail("a@example.org", elsewhere: false) + D.quit, "sessions 1"),
    D("no begin, a farewell", "<<< QUIT\n>>> 221 bye\nDisconnected\n", ""),
    D("no begin, a greeting", ">>> 220 mail.example.com ESMTP\n<<< EHLO pc\n<<< QUIT\n", ""),
    D("no end", D.on(587) + D.login() + D.mail(), "sessions 1, logins 1, messages 1, clear 1; ana@example.com ready"),
    D(
      "silent for three hours: another session", D.on(25) + D.login() + "# 198.51.100.7 0A10 11:30:00\n" + D.mail(),
      "sessions 2, logins 1, clear 1; ana@example.com notReady"),
    D(
      "a session without its begin may be logged in", D.mail(), "sessions 1"),
    D(
      "unless it begins again", "<<< EHLO PC\n" + D.mail(),
      "sessions 1, relays 1; ana@example.com unknown by envelopeSender",
      local: local),
    D(
      "or resets its login", "<<< RSET\n" + D.mail(), "sessions 1, relays 1; ana@example.com unknown by envelopeSender",
      local: local),
    D(
      "silent for three hours, and greeted anew",
      D.on(25) + D.login() + "# 198.51.100.7 0A10 11:30:00\n<<< EHLO PC\n" + D.mail(),
      "sessions 2, logins 1, clear 1, relays 1; ana@example.com notReady"),
    D(
      "a greeting without its Connected: another session",
      D.on(587) + D.starttls + D.login() + "# 198.51.100.7 0A10 08:31:00\n"
        + ">>> 220 mail.example.com ESMTP; Mon, 16 Mar 2026 08:31:00 +0000\n<<< EHLO dev\n" + D.mail() + D.quit,
      "sessions 2, logins 1, relays 1; ana@example.com ready"),
    D(
      "a greeting of several lines, and a reply to STARTTLS that was not seen",
      "Connected, local IP=192.0.2.1:587\n>>> 220-mail.example.com ESMTP\n"
        + ">>> 220 mail.example.com ESMTP; Mon, 16 Mar 2026 08:00:00 +0000\n<<< EHLO pc\n"
        + ">>> 220 2.0.0 Ready to start TLS\n" + D.login() + D.mail() + D.quit,
      "sessions 1, logins 1, messages 1, clear 1; ana@example.com ready"),
    D(
      "STARTTLS and its reply of two lines",
      D.on(587) + "<<< STARTTLS\n>>> 220-go on\n>>> 220 now; Mon, 16 Mar 2026 08:00:00 +0000\n" + D.login()
        + D.mail() + D.quit, "sessions 1, logins 1, messages 1; ana@example.com ready"),
    D(
      "over midnight",
      "# 198.51.100.7 0A10 23:59:55\n" + D.on(587) + D.starttls + D.login()
        + "# 198.51.100.7 0A10 23:59:59\n" + D.mail() + D.quit,
      "sessions 1, logins 1, messages 1; ana@example.com ready"),
    D("summaries alone", "*** <ana@example.com> <x@example.net> 1 2804 00:00:01 OK X\n", ""),
    D(
      "a summary without the reply behind it",
      D.on(587) + D.login()
        + "<<< MAIL FROM:<ana@example.com>\n<<< DATA\n*** <ana@example.com> <x@example.net> 1 9 00:00:01 OK X\n"
        + D.quit,
      "sessions 1, logins 1, messages 1, clear 1; ana@example.com ready"),
    D(
      "a summary that says no",
      D.on(587) + D.login()
        + "<<< MAIL FROM:<ana@example.com>\n<<< DATA\n*** <ana@example.com> <x@example.net> 1 9 00:00:01 Failed\n"
        + ">>> 554 5.7.1 Virus\n" + D.quit, "sessions 1, logins 1, clear 1; ana@example.com ready; other 1"),
    D(
      "a message without a summary",
      D.on(587) + D.login() + "<<< MAIL FROM:<ana@example.com>\n<<< DATA\n>>> 250 OK\n"
        + D.quit, "sessions 1, logins 1, messages 1, clear 1; ana@example.com ready"),
    D(
      "this server delivers",
      "Connected\n<<< 220 mx.example.net ESMTP\n>>> EHLO mail.example.com\n"
        + ">>> MAIL FROM:<ana@example.com>\n<<< 550 5.7.1 no\n>>> QUIT\n<<< 221 bye\nDisconnected\n", ""),
    D(
      "this server logs in at a smart host",
      "Connected\n<<< 220 smtp.example.net ESMTP\n>>> EHLO mail.example.com\n"
        + ">>> AUTH LOGIN\n<<< 334 VXNlcm5hbWU6\n>>> \(D.base64("conta@example.net"))\n<<< 235 ok\n"
        + ">>> MAIL FROM:<ana@example.com>\n<<< 250 ok\n>>> DATA\n<<< 354 go\n<<< 250 2.6.0 taken\n", ""),
    D(
      "the same thread delivers and then receives",
      "Connected\n<<< 220 mx.example.net ESMTP\n>>> EHLO mail.example.com\n"
        + ">>> QUIT\nDisconnected\n" + D.on(587) + D.login() + D.quit,
      "sessions 1, logins 1, clear 1; ana@example.com ready"),
  ]

  static let relays: [DialogueRow] = [
    D(
      "local sender, recipient elsewhere", D.on(25) + D.mail() + D.quit,
      "sessions 1, relays 1; ana@example.com unknown by envelopeSender", local: local),
    D(
      "local sender, local recipient: no finding", D.on(25) + D.mail(elsewhere: false) + D.quit, "sessions 1",
      local: local),
    D("nobody says what is local", D.on(25) + D.mail() + D.quit, "sessions 1, relays 1"),
    D("foreign sender", D.on(25) + D.mail("a@example.org") + D.quit, "sessions 1, relays 1", local: local),
    D("null sender", D.on(25) + D.mail("") + D.quit, "sessions 1, relays 1", local: local),
    D(
      "loopback", "# 127.0.0.1 0A10 08:00:00\n" + D.on(25) + D.mail() + D.quit,
      "sessions 1, relays 1; ana@example.com unknown by envelopeSender", local: local),
    D(
      "the second message is local", D.on(25) + D.mail() + D.mail(elsewhere: false) + D.quit,
      "sessions 1, relays 1; ana@example.com unknown by envelopeSender", local: local),
    D(
      "recipient taken, message refused",
      D.on(25) + "<<< MAIL FROM:<ana@example.com>\n"
        + ">>> 250 2.1.5 <x@example.net>... Recipient ok; will forward\n<<< DATA\n>>> 554 5.7.1 Virus\n" + D.quit,
      "sessions 1; other 1", local: local),
    D(
      "recipient taken, transaction dropped",
      D.on(25) + "<<< MAIL FROM:<ana@example.com>\n"
        + ">>> 250 2.1.5 <x@example.net>... Recipient ok; will forward\n<<< RSET\n>>> 250 ok\n"
        + D.mail("a@example.org", elsewhere: false) + D.quit, "sessions 1", local: local),
  ]

  private static let aliases = AccountDirectory(
    mailboxOfAddress: ["ana@example.com": "ana@example.com", "vendas@example.com": "ana@example.com"],
    localDomains: ["example.com"])

  static let refusals: [DialogueRow] = [
    D(
      "local sender at MAIL", D.on(25) + D.denied("ana@example.com") + D.quit,
      "sessions 1; ana@example.com blocked by envelopeSender; submissionRequired 1", local: local),
    D(
      "local sender at RCPT",
      D.on(25) + "<<< MAIL FROM:<ana@example.com>\n>>> 250 2.1.0 ok\n<<< RCPT TO:<x@example.net>\n"
        + ">>> 501 5.7.1 <x@example.net>... Permission denied\n" + D.quit,
      "sessions 1; ana@example.com blocked by envelopeSender; submissionRequired 1", local: local),
    D(
      "local sender, port unknown", "Connected\n" + D.denied("ana@example.com") + D.quit,
      "sessions 1; ana@example.com blocked by envelopeSender; submissionRequired 1", local: local),
    D(
      "local by the logins of others",
      D.on(25) + D.denied("ana@example.com") + D.quit
        + "# 198.51.100.8 0B10 09:00:00\n" + D.on(465) + D.login("rui@example.com") + D.quit,
      "sessions 2, logins 1; ana@example.com blocked by envelopeSender, rui@example.com ready; submissionRequired 1"),
    D("foreign sender on 25", D.on(25) + D.denied("a@example.org") + D.quit, "sessions 1; other 1", local: local),
    D("null sender on 25", D.on(25) + D.denied("") + D.quit, "sessions 1; other 1", local: local),
    D(
      "foreign sender on 587 without AUTH", D.on(587) + D.denied("a@example.org") + D.quit,
      "sessions 1; submissionRequired 1", local: local),
    D(
      "local sender on 587 without AUTH", D.on(587) + D.denied("ana@example.com") + D.quit,
      "sessions 1; ana@example.com blocked by envelopeSender; submissionRequired 1", local: local),
    D(
      "the login's own address on 25", D.on(25) + D.starttls + D.login() + D.denied("ana@example.com") + D.quit,
      "sessions 1, logins 1; ana@example.com blocked; submissionRequired 1"),
    D(
      "another's address on 25", D.on(25) + D.starttls + D.login() + D.denied("chefe@example.com") + D.quit,
      "sessions 1, logins 1; ana@example.com notReady; senderMismatch 1"),
    D(
      "another's address on 587", D.on(587) + D.starttls + D.login() + D.denied("chefe@example.com") + D.quit,
      "sessions 1, logins 1; ana@example.com ready; senderMismatch 1"),
    D(
      "the login's own address on 587", D.on(587) + D.starttls + D.login() + D.denied("ana@example.com") + D.quit,
      "sessions 1, logins 1; ana@example.com ready; other 1"),
    D(
      "an alias of one's own on 25", D.on(25) + D.starttls + D.login() + D.denied("vendas@example.com") + D.quit,
      "sessions 1, logins 1; ana@example.com blocked; submissionRequired 1", accounts: aliases),
    D(
      "the same without the account list", D.on(25) + D.starttls + D.login() + D.denied("vendas@example.com") + D.quit,
      "sessions 1, logins 1; ana@example.com notReady; senderMismatch 1"),
    D(
      "a login without a domain", D.on(25) + D.starttls + D.login("ana") + D.denied("ana@example.com") + D.quit,
      "sessions 1, logins 1; ana blocked; submissionRequired 1"),
    D(
      "a login whose name is hidden", D.on(25) + "<<< AUTH LOGIN\n" + D.ok + D.denied("ana@example.com") + D.quit,
      "sessions 1, logins 1, clear 1; other 1", local: local),
    D(
      "a second AUTH of who is logged in",
      D.on(587) + D.starttls + D.login()
        + "<<< AUTH LOGIN\n>>> 503 5.5.1 Already authenticated\n" + D.quit,
      "sessions 1, logins 1; ana@example.com ready; other 1"),
    D(
      "a login whose name is hidden redirects a message",
      D.on(25) + "<<< AUTH LOGIN\n" + D.ok + D.mail("bounce-123@lists.example") + D.mail() + D.quit,
      "sessions 1, logins 1, messages 2, clear 1; ana@example.com notReady by authenticatedSender", local: local),
    D(
      "the same where nobody said what is local",
      D.on(25) + "<<< AUTH LOGIN\n" + D.ok + D.mail("bounce-123@lists.example") + D.quit,
      "sessions 1, logins 1, messages 1, clear 1; bounce-123@lists.example notReady by authenticatedSender"),
    D(
      "after RSET the login is gone",
      D.on(25) + D.starttls + D.login() + "<<< RSET\n>>> 250 ok\n"
        + D.denied("chefe@example.com") + D.quit,
      "sessions 1, logins 1; ana@example.com notReady, chefe@example.com blocked by envelopeSender; submissionRequired 1"
    ),
    D(
      "two lines are one refusal",
      D.on(25) + "<<< MAIL FROM:<ana@example.com>\n>>> 501-5.7.1 Permission denied\n"
        + ">>> 501 5.7.1 see the manual\n" + D.quit,
      "sessions 1; ana@example.com blocked by envelopeSender; submissionRequired 1", local: local),
    D(
      "a refusal of which the first line is logged, and another one",
      D.on(25) + "<<< MAIL FROM:<bob@example.com>\n<<< RCPT TO:<x@example.com>\n>>> 550-5.1.1 User unknown\n"
        + "<<< RCPT TO:<x@example.net>\n>>> 501 5.7.1 <x@example.net>... Permission denied\n" + D.quit,
      "sessions 1; bob@example.com blocked by envelopeSender; other 1, submissionRequired 1", local: local),
    D(
      "each recipient is a refusal of its own",
      D.on(25) + "<<< MAIL FROM:<a@example.org>\n>>> 250 2.1.0 ok\n"
        + "<<< RCPT TO:<x@example.net>\n>>> 550 5.7.1 <x@example.net>... we do not relay\n"
        + "<<< RCPT TO:<y@example.net>\n>>> 550 5.7.1 <y@example.net>... we do not relay\n" + D.quit,
      "sessions 1; relayDenied 2"),
    D(
      "too long is another thing",
      D.on(25) + "<<< MAIL FROM:<ana@example.com> SIZE=99999999\n"
        + ">>> 501 5.7.1 Message is too long\n" + D.quit, "sessions 1; other 1", local: local),
    D(
      "refused, and then moved",
      D.on(25) + D.denied("ana@example.com") + D.quit + "# 198.51.100.7 0A11 09:00:00\n"
        + D.on(465) + D.login() + D.quit, "sessions 2, logins 1; ana@example.com ready; submissionRequired 1"),
    D(
      "moved, and then refused",
      D.on(465) + D.login() + D.quit + "# 198.51.100.7 0A11 09:00:00\n"
        + D.on(25) + D.denied("ana@example.com") + D.quit,
      "sessions 2, logins 1; ana@example.com moving; submissionRequired 1"),
    D(
      "refused, and then let in on 25 again",
      D.on(25) + D.denied("ana@example.com") + D.quit
        + "# 198.51.100.7 0A11 09:00:00\n" + D.on(25) + D.starttls + D.login() + D.quit,
      "sessions 2, logins 1; ana@example.com notReady; submissionRequired 1"),
  ]

  @Test("Begin and end", arguments: sessions)
  func session(row: DialogueRow) { row.check() }

  @Test("Relayed without a login", arguments: relays)
  func relay(row: DialogueRow) { row.check() }

  @Test("The same words, judged by the session", arguments: refusals)
  func refusal(row: DialogueRow) { row.check() }
}
