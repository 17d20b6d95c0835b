/// A Postfix log of one submission a minute, from 08:00 on, each by one of seven users.
enum SubmissionLog {
  /// The sessions of a range.
  static func text(_ sessions: Range<Int>, day: String = "2026-03-16") -> String {
    sessions.map { session($0, day: day) }.joined()
  }

  private static func session(_ number: Int, day: String) -> String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let minute = "\(two(8 + number / 60)):\(two(number % 60))"
    let client = "pc[198.51.100.\(10 + number % 7)]"
    let queueID = String(0xA000_0000 + number, radix: 16).uppercased()
    return [
      "connect from \(client)",
      "\(queueID): client=\(client), sasl_method=PLAIN, sasl_username=user\(number % 7)@example.com",
      "disconnect from \(client) ehlo=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=6",
    ].enumerated().map { second, text in
      "\(day)T\(minute):\(two(second)).000000+00:00 mail postfix/submission/smtpd[\(3000 + number)]: \(text)\n"
    }.joined()
  }
}
