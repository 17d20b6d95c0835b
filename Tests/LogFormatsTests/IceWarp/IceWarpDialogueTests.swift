import LogFormats
import MailModel
import Testing

@Suite("IceWarp: commands and replies")
struct IceWarpDialogueTests {
  static let commands: [IceWarpRow] = [
    IceWarpRow("EHLO", "<<< EHLO PC-ANA", .helo, "PC-ANA"),
    IceWarpRow("HELO", "<<< HELO localhost", .helo, "localhost"),
    IceWarpRow("small letters", "<<< ehlo [192.168.0.5]", .helo, "[192.168.0.5]"),
    IceWarpRow("spaces around the name", "<<< EHLO  pc ana ", .helo, "pc ana"),
    IceWarpRow("no name", "<<< EHLO", .helo, ""),
    IceWarpRow("a word that begins like EHLO", "<<< EHLOS pc", .clientText, "EHLOS pc"),
    IceWarpRow("AUTH LOGIN", "<<< AUTH LOGIN", .auth, "LOGIN", ""),
    IceWarpRow("AUTH with a name", "<<< AUTH LOGIN YW5h", .auth, "LOGIN", "YW5h"),
    IceWarpRow("AUTH PLAIN", "<<< AUTH PLAIN AGFuYQBzZW5oYQ==", .auth, "PLAIN", "AGFuYQBzZW5oYQ=="),
    IceWarpRow("AUTH in small letters", "<<< auth  cram-md5 ", .auth, "cram-md5", ""),
    IceWarpRow("AUTH with nothing in it", "<<< AUTH PLAIN =", .auth, "PLAIN", "="),
    IceWarpRow("AUTH without mechanism", "<<< AUTH", .auth, "", ""),
    IceWarpRow("AUTH with a masked answer", "<<< AUTH PLAIN ********", .auth, "PLAIN", "********"),
    IceWarpRow("old form of Outlook", "<<< AUTH=LOGIN", .clientText, "AUTH=LOGIN"),
    IceWarpRow("answer within AUTH", "<<< YW5hQGV4YW1wbGUuY29t", .clientText, "YW5hQGV4YW1wbGUuY29t"),
    IceWarpRow("short answer", "<<< YQ=", .clientText, "YQ="),
    IceWarpRow("cancelled", "<<< *", .clientText, "*"),
    IceWarpRow("masked", "<<< ***", .clientText, "***"),
    IceWarpRow("nothing", "<<< ", .clientText, ""),
    IceWarpRow("answer that begins with digits", "<<< 123456==", .clientText, "123456=="),
    IceWarpRow("STARTTLS", "<<< STARTTLS", .starttls),
    IceWarpRow("DATA", "<<< DATA", .data),
    IceWarpRow("BDAT in parts", "<<< BDAT 86000", .ignored),
    IceWarpRow("BDAT at last", "<<< BDAT 86 LAST", .data),
    IceWarpRow("BDAT of nothing", "<<< bdat 0 last", .data),
    IceWarpRow("RSET", "<<< RSET", .rset),
    IceWarpRow("QUIT", "<<< quit", .quit),
    IceWarpRow("RCPT", "<<< RCPT TO:<cliente@example.net>", .ignored),
    IceWarpRow("RCPT of Merak's friends", "<<< RCPT To:<cliente@example.net> NOTIFY=NEVER", .ignored),
    IceWarpRow("NOOP", "<<< NOOP", .ignored),
    IceWarpRow("VRFY", "<<< VRFY ana", .ignored),
    IceWarpRow("ETRN", "<<< ETRN example.com", .ignored),
    IceWarpRow("message", "<<< 2809 bytes (overall data transfer speed=325115741 B/s)", .ignored),
    IceWarpRow(
      "message whose size looks like a code", "<<< 353 bytes (overall data transfer speed=3251157 B/s)", .ignored),
    IceWarpRow("great message", "<<< 41943040123 bytes (overall data transfer speed=1 B/s)", .ignored),
  ]

  static let senders: [IceWarpRow] = [
    IceWarpRow("MAIL", "<<< MAIL FROM:<ana@example.com>", .mail, "ana@example.com"),
    IceWarpRow("mixed letters", "<<< MAIL From:<Ana@Example.com>", .mail, "Ana@Example.com"),
    IceWarpRow("space before the bracket", "<<< MAIL FROM: <ana@example.com>", .mail, "ana@example.com"),
    IceWarpRow("spaces around the colon", "<<< mail from : <ana@example.com>", .mail, "ana@example.com"),
    IceWarpRow("size", "<<< MAIL FROM:<ana@example.com> SIZE=2804 BODY=8BITMIME", .mail, "ana@example.com"),
    IceWarpRow(
      "AUTH of the sender", "<<< MAIL FROM:<ana@example.com> AUTH=<rui@example.com>", .mail, "ana@example.com"),
    IceWarpRow("null sender", "<<< MAIL FROM:<>", .mail, ""),
    IceWarpRow("null sender with size", "<<< MAIL FROM:<> SIZE=1", .mail, ""),
    IceWarpRow("nothing behind the colon", "<<< MAIL FROM:", .mail, ""),
    IceWarpRow("no brackets", "<<< MAIL FROM:ana@example.com SIZE=1", .mail, "ana@example.com"),
    IceWarpRow("no closing bracket", "<<< MAIL FROM:<ana@example.com", .mail, "ana@example.com"),
    IceWarpRow(
      "source route", "<<< MAIL FROM:<@a.example,@b.example:ana@example.com>", .mail, "ana@example.com"),
    IceWarpRow("bracket in quotes", "<<< MAIL FROM:<\"a>b\"@example.com> SIZE=1", .mail, "\"a>b\"@example.com"),
    IceWarpRow(
      "escaped quote", "<<< MAIL FROM:<\"a\\\">b\"@example.com> SIZE=1", .mail, "\"a\\\">b\"@example.com"),
    IceWarpRow("outside ASCII", "<<< MAIL FROM:<joão@example.com> SMTPUTF8", .mail, "joão@example.com"),
    IceWarpRow("no FROM", "<<< MAIL TO:<ana@example.com>", .ignored),
    IceWarpRow("MAIL alone", "<<< MAIL", .ignored),
  ]

  static let replies: [IceWarpRow] = [
    IceWarpRow(
      "greeting", ">>> 220 mail.example.com ESMTP IceWarp 11.4.6.0 x64; Mon, 16 Mar 2026 08:00:00 -0300", .greeting,
      code: 220, "mail.example.com ESMTP IceWarp 11.4.6.0 x64; Mon, 16 Mar 2026 08:00:00 -0300", "-0300"),
    IceWarpRow(
      "greeting in several lines", ">>> 220-203.0.113.229 ESMTP bom dia; Mon, 16 Mar 2026 08:00:00 -0300", .greeting,
      code: 220, "203.0.113.229 ESMTP bom dia; Mon, 16 Mar 2026 08:00:00 -0300", "-0300", continues: true),
    IceWarpRow("greeting without a date", ">>> 220 mail.example.com", .greeting, code: 220, "mail.example.com"),
    IceWarpRow("greeting of nothing", ">>> 220", .greeting, code: 220, ""),
    IceWarpRow("TLS may begin", ">>> 220 2.0.0 Ready to start TLS", .greeting, code: 220, "2.0.0 Ready to start TLS"),
    IceWarpRow(
      "answer to EHLO", ">>> 250-mail.example.com Hello PC-ANA [198.51.100.7], pleased to meet you.", .ignored),
    IceWarpRow("extension", ">>> 250-AUTH LOGIN PLAIN", .ignored),
    IceWarpRow(
      "answer to HELO", ">>> 250 mail.example.com Hello x [198.51.100.7]", .reply, code: 250,
      "mail.example.com Hello x [198.51.100.7]"),
    IceWarpRow("sender taken", ">>> 250 2.1.0 <ana@example.com>... Sender ok", .ignored),
    IceWarpRow("local recipient taken", ">>> 250 2.1.5 <rui@example.com>... Recipient ok", .ignored),
    IceWarpRow(
      "recipient elsewhere taken", ">>> 250 2.1.5 <cliente@example.net>... Recipient ok; will forward",
      .relayRecipientAccepted, code: 250, "2.1.5 <cliente@example.net>... Recipient ok; will forward"),
    IceWarpRow(
      "recipient whose name tells a story", ">>> 250 2.1.5 <\"will forward\"@example.com>... Recipient ok",
      .ignored),
    IceWarpRow("sender whose name tells a story", ">>> 250 2.1.0 <x@example.com>; will forward", .ignored),
    IceWarpRow(
      "message taken", ">>> 250 2.6.0 2804 bytes received in 00:00:01; Message id YAR93710 accepted for delivery",
      .messageAccepted, code: 250, "2.6.0 2804 bytes received in 00:00:01; Message id YAR93710 accepted for delivery"),
    IceWarpRow("plain ok", ">>> 250 OK", .reply, code: 250, "OK"),
    IceWarpRow("reset", ">>> 250 2.0.0 Reset state", .reply, code: 250, "2.0.0 Reset state"),
    IceWarpRow(
      "logged in", ">>> 235 2.0.0 Authentication successful", .reply, code: 235,
      "2.0.0 Authentication successful"),
    IceWarpRow("prompt", ">>> 334 VXNlcm5hbWU6", .reply, code: 334, "VXNlcm5hbWU6"),
    IceWarpRow("empty prompt", ">>> 334 ", .reply, code: 334, ""),
    IceWarpRow("data may begin", ">>> 354 Enter mail, end with \".\" on a line by itself", .ignored),
    IceWarpRow("farewell", ">>> 221 2.0.0 mail.example.com closing connection", .ignored),
    IceWarpRow("VRFY taken", ">>> 252 2.0.0 ana", .ignored),
    IceWarpRow(
      "switch on", ">>> 501 5.7.1 <ana@example.com>... Permission denied", .reply, code: 501,
      "5.7.1 <ana@example.com>... Permission denied"),
    IceWarpRow(
      "wrong password", ">>> 501 5.7.0 Authentication failed", .reply, code: 501, "5.7.0 Authentication failed"),
    IceWarpRow("greylisting", ">>> 451 4.7.1 Try again later", .reply, code: 451, "4.7.1 Try again later"),
    IceWarpRow("several lines", ">>> 550-5.7.1 Not here.", .reply, code: 550, "5.7.1 Not here.", continues: true),
    IceWarpRow("last of them", ">>> 550 5.7.1 See the manual.", .reply, code: 550, "5.7.1 See the manual."),
    IceWarpRow("code alone", ">>> 421", .reply, code: 421, ""),
    IceWarpRow("nothing said", ">>> ", .ignored),
  ]

  static let outgoing: [IceWarpRow] = [
    IceWarpRow("the other server greets", "<<< 220 mx.example.net ESMTP", .outgoing),
    IceWarpRow("the other server takes", "<<< 250 2.0.0 Ok: queued as 4F1C2", .outgoing),
    IceWarpRow("the other server refuses", "<<< 550-5.7.1 no", .outgoing),
    IceWarpRow("we greet", ">>> EHLO mail.example.com", .outgoing),
    IceWarpRow("we log in", ">>> AUTH LOGIN", .outgoing),
    IceWarpRow("we send", ">>> MAIL FROM:<ana@example.com>", .outgoing),
    IceWarpRow("a number that is no code", ">>> 2200 x", .outgoing),
  ]

  @Test("Commands", arguments: commands)
  func command(row: IceWarpRow) { row.check() }

  @Test("Senders", arguments: senders)
  func sender(row: IceWarpRow) { row.check() }

  @Test("Replies", arguments: replies)
  func reply(row: IceWarpRow) { row.check() }

  @Test("This server as client", arguments: outgoing)
  func delivery(row: IceWarpRow) { row.check() }
}
