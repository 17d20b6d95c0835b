import MailModel
import Testing

private typealias D = DialogueRow

@Suite("Dialogues: logins")
struct LoginDialogueTests {
  /// What comes between connection and end, on 587 within TLS, and what is said of it.
  private static func row(
    _ name: String, _ exchange: String, _ summary: String, place: SourceLocation = #_sourceLocation
  ) -> DialogueRow {
    DialogueRow(name, D.on(587) + D.starttls + exchange + D.mail() + D.quit, summary, place: place)
  }

  private static let one = "sessions 1, logins 1, messages 1; ana@example.com ready"
  private static let bySender = one + " by authenticatedSender"

  static let names: [DialogueRow] = [
    row("LOGIN with prompts", D.login(), one),
    row("LOGIN, name in capitals", D.login("Ana@Example.COM"), one),
    row(
      "LOGIN with the name in the command",
      "<<< AUTH LOGIN \(D.base64("ana@example.com"))\n>>> 334 UGFzc3dvcmQ6\n<<< \(D.base64("x"))\n" + D.ok, one),
    row(
      "LOGIN without prompts in the log",
      "<<< AUTH LOGIN\n<<< \(D.base64("ana@example.com"))\n<<< \(D.base64("Segredo-Canario-587"))\n" + D.ok, one),
    row(
      "LOGIN without prompts, one answer: it could be the password",
      "<<< AUTH LOGIN\n<<< \(D.base64("segredo@example.org"))\n" + D.ok, bySender),
    row(
      "LOGIN, the name masked", "<<< AUTH LOGIN\n>>> 334 VXNlcm5hbWU6\n<<< ***\n>>> 334 UGFzc3dvcmQ6\n<<< ***\n" + D.ok,
      bySender),
    row(
      "LOGIN, the name overwritten",
      "<<< AUTH LOGIN\n>>> 334 VXNlcm5hbWU6\n<<< xxxxxxxx\n>>> 334 UGFzc3dvcmQ6\n<<< xxxxxxxx\n" + D.ok, bySender),
    row("LOGIN, nothing of it in the log", "<<< AUTH LOGIN\n" + D.ok, bySender),
    row(
      "LOGIN, only the password's part in the log",
      "<<< AUTH LOGIN\n>>> 334 UGFzc3dvcmQ6\n<<< \(D.base64("Segredo-Canario-587"))\n" + D.ok, bySender),
    row(
      "LOGIN, the name in clear",
      "<<< AUTH LOGIN\n>>> 334 VXNlcm5hbWU6\n<<< ana@example.com\n>>> 334 UGFzc3dvcmQ6\n<<< ***\n" + D.ok, one),
    row("PLAIN in the command", "<<< AUTH PLAIN \(D.base64("\0ana@example.com\0segredo"))\n" + D.ok, one),
    row(
      "PLAIN behind a prompt", "<<< AUTH PLAIN\n>>> 334 \n<<< \(D.base64("\0ana@example.com\0segredo"))\n" + D.ok, one),
    row(
      "PLAIN on behalf of another", "<<< AUTH PLAIN \(D.base64("rui@example.com\0ana@example.com\0segredo"))\n" + D.ok,
      one),
    row("PLAIN masked", "<<< AUTH PLAIN ********\n" + D.ok, bySender),
    row(
      "CRAM-MD5",
      "<<< AUTH CRAM-MD5\n>>> 334 PDEyMzQ1Njc4OTBAbWFpbD4=\n<<< "
        + D.base64("ana@example.com b913a602c7eda7a495b4e6e7334d3890") + "\n" + D.ok, one),
    row(
      "DIGEST-MD5",
      "<<< AUTH DIGEST-MD5\n>>> 334 bm9uY2U=\n<<< "
        + D.base64("charset=utf-8,username=\"ana@example.com\",realm=\"x\",response=d388")
        + "\n>>> 334 cnNwYXV0aA==\n<<< \n"
        + D.ok, one),
    row(
      "XOAUTH2", "<<< AUTH XOAUTH2 \(D.base64("user=ana@example.com\u{1}auth=Bearer ya29\u{1}\u{1}"))\n" + D.ok, one),
    row(
      "OAUTHBEARER",
      "<<< AUTH OAUTHBEARER \(D.base64("n,a=ana@example.com,\u{1}host=mail\u{1}auth=Bearer ya29\u{1}\u{1}"))\n" + D.ok,
      one),
    row(
      "SCRAM",
      "<<< AUTH SCRAM-SHA-256 \(D.base64("n,,n=ana@example.com,r=fyko"))\n>>> 334 cj1meWtv\n<<< "
        + D.base64("c=biws,r=fyko,p=v0X8") + "\n" + D.ok, one),
    row("unknown mechanism", "<<< AUTH X-FUTURE \(D.base64("ana@example.com"))\n" + D.ok, bySender),
    row("two logins, one session", D.login() + "<<< RSET\n>>> 250 2.0.0 Reset\n" + D.login(), one),
  ]

  static let failures: [DialogueRow] = [
    DialogueRow(
      "501 5.7.0", D.on(25) + D.login("ana@example.com", ">>> 501 5.7.0 Authentication failed") + D.quit,
      "sessions 1, failed 1"),
    DialogueRow(
      "535", D.on(25) + D.login("ana@example.com", ">>> 535 5.7.8 Bad credentials") + D.quit, "sessions 1, failed 1"),
    DialogueRow(
      "454, and then it works",
      D.on(587) + D.starttls + D.login("ana@example.com", ">>> 454 4.7.0 Later")
        + D.login() + D.quit, "sessions 1, logins 1, failed 1; ana@example.com ready"),
    DialogueRow(
      "535 in two lines",
      D.on(25) + D.login("ana@example.com", ">>> 535-5.7.8 Bad\n>>> 535 5.7.8 credentials")
        + D.quit, "sessions 1, failed 1"),
    DialogueRow(
      "535 of which the first line is logged, and then it works",
      D.on(25) + D.starttls + D.login("ana@example.com", ">>> 535-5.7.8 Bad") + "<<< AUTH PLAIN "
        + D.base64("\0ana@example.com\0b") + "\n" + D.ok + D.mail() + D.quit,
      "sessions 1, logins 1, messages 1, failed 1; ana@example.com notReady"),
    DialogueRow(
      "535 twice, of which the first lines are logged",
      D.on(25) + D.login("ana@example.com", ">>> 535-5.7.8 Bad") + D.login("ana@example.com", ">>> 535-5.7.8 Bad")
        + D.quit, "sessions 1, failed 2"),
    DialogueRow(
      "a mask of three letters is no name",
      D.on(587) + D.starttls + "<<< AUTH LOGIN\n>>> 334 VXNlcm5hbWU6\n<<< XXX\n>>> 334 UGFzc3dvcmQ6\n<<< XXX\n" + D.ok
        + D.mail() + D.quit, "sessions 1, logins 1, messages 1; ana@example.com ready by authenticatedSender"),
    DialogueRow(
      "a login that writes % for @, in a domain known to be local",
      D.on(587) + D.starttls + D.login("ana%example.com", ">>> 535 5.7.8 no") + D.login("ANA%Example.com") + D.login()
        + D.quit, "sessions 1, logins 1, failed 1; ana@example.com ready",
      accounts: AccountDirectory(localDomains: ["example.com"])),
    DialogueRow(
      "the same where no domain is known", D.on(587) + D.starttls + D.login("ana%example.com") + D.login() + D.quit,
      "sessions 1, logins 1; ana%example.com ready, ana@example.com ready"),
    DialogueRow(
      "535 to PLAIN", D.on(25) + "<<< AUTH PLAIN \(D.base64("\0a\0b"))\n>>> 535 5.7.8 no\n" + D.quit,
      "sessions 1, failed 1"),
    DialogueRow(
      "cancelled by the client",
      D.on(25) + "<<< AUTH LOGIN\n>>> 334 VXNlcm5hbWU6\n<<< *\n>>> 501 5.0.0 canceled\n"
        + D.quit, "sessions 1"),
    DialogueRow(
      "530: TLS first", D.on(587) + "<<< AUTH LOGIN\n>>> 530 5.7.0 Must issue a STARTTLS command first\n" + D.quit,
      "sessions 1; tlsRequired 1"),
    DialogueRow(
      "538: encryption first", D.on(587) + "<<< AUTH PLAIN\n>>> 538 5.7.11 Encryption required\n" + D.quit,
      "sessions 1; tlsRequired 1"),
    DialogueRow(
      "503: not offered", D.on(25) + "<<< AUTH LOGIN\n>>> 503 5.5.1 AUTH not available\n" + D.quit,
      "sessions 1; authNotOffered 1"),
    DialogueRow(
      "504: no such mechanism", D.on(25) + "<<< AUTH NTLM\n>>> 504 5.5.4 Unrecognized authentication type\n" + D.quit,
      "sessions 1; authNotOffered 1"),
    DialogueRow(
      "a name that only failed is nobody, one that succeeded elsewhere has its failures counted",
      D.on(25) + D.login("ana@example.com", ">>> 535 no") + D.login("bia@example.com", ">>> 535 no") + D.quit
        + "# 198.51.100.8 0B10 09:00:00\n" + D.on(465) + D.login() + D.quit,
      "sessions 2, logins 1, failed 2; ana@example.com ready"),
  ]

  static let clear: [DialogueRow] = [
    DialogueRow(
      "LOGIN on 25 without TLS", D.on(25) + D.login() + D.quit,
      "sessions 1, logins 1, clear 1; ana@example.com notReady"
    ),
    DialogueRow(
      "LOGIN on 25 after STARTTLS", D.on(25) + D.starttls + D.login() + D.quit,
      "sessions 1, logins 1; ana@example.com notReady"),
    DialogueRow(
      "STARTTLS refused, LOGIN all the same",
      D.on(25) + "<<< STARTTLS\n>>> 454 4.7.0 TLS not available\n" + D.login()
        + D.quit, "sessions 1, logins 1, clear 1; ana@example.com notReady; other 1"),
    DialogueRow("LOGIN on 465", D.on(465) + D.login() + D.quit, "sessions 1, logins 1; ana@example.com ready"),
    DialogueRow(
      "CRAM-MD5 on 25 without TLS",
      D.on(25) + "<<< AUTH CRAM-MD5\n>>> 334 PDEyMz4=\n<<< "
        + D.base64("ana@example.com b913a602c7eda7a495b4e6e7334d3890") + "\n" + D.ok + D.quit,
      "sessions 1, logins 1; ana@example.com notReady"),
    DialogueRow(
      "LOGIN without TLS on a port that nobody knows: it may have been 465",
      "Connected, local IP=192.0.2.10\n<<< EHLO PC-ANA\n" + D.login() + D.quit,
      "sessions 1, logins 1; ana@example.com unknown"),
  ]

  @Test("The name of a login", arguments: names)
  func name(row: DialogueRow) { row.check() }

  @Test("AUTH that did not succeed", arguments: failures)
  func failure(row: DialogueRow) { row.check() }

  @Test("Passwords in clear", arguments: clear)
  func password(row: DialogueRow) { row.check() }
}
