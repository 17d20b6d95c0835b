/// The lines of a mail server's day, in the order of time, for tests that hand them out bit by bit.
///
///     2026-03-16T10:00:07.000000+00:00 mail postfix/submission/smtpd[2003]: connect from pc[198.51.100.7]
struct LogScript {
  let lines: [String]

  /// Sessions that overlap, each with an own process.
  ///
  /// - Parameter changes: whether labels and the log of TLS begin somewhere on the way, over days, with readings of the configuration.
  init(sessions: Int, changes: Bool = false, chance: inout Chance) {
    var timed: [(second: Int, order: Int, line: String)] = []
    let (firstLabel, firstTLS) = changes ? (chance.next(sessions), chance.next(sessions)) : (0, sessions)
    var begin = 0
    for number in 0..<sessions {
      begin += changes && chance.next(3) == 0 ? chance.next(20_000) : 3
      var second = begin
      if changes, chance.next(4) == 0 || number == firstLabel && chance.next(4) > 0 {
        let how = chance.next(3) == 0 ? "daemon started" : "reload"
        timed.append(
          (second, timed.count, "mail postfix/master[812]: \(how) -- version 3.7.11, configuration /etc/postfix"))
        second += chance.next(2)
      }
      let client = "pc[198.51.100.\(1 + chance.next(9))]"
      let user = "user\(chance.next(6))@example.com"
      let tag = ["postfix/smtpd", "postfix/submission/smtpd", "postfix/smtps/smtpd"][
        number < firstLabel ? 0 : chance.next(3)]
      let head = "mail \(tag)[\(2000 + number)]: "
      func add(_ text: String) {
        timed.append((second, timed.count, head + text))
        second += chance.next(8)
      }
      add("connect from \(client)")
      if number >= firstTLS, chance.next(2) == 0 {
        add(
          "Anonymous TLS connection established from \(client): TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)"
        )
      }
      switch chance.next(5) {
      case 0:
        add("warning: \(client): SASL LOGIN authentication failed: UGFzc3dvcmQ6, sasl_username=\(user)")
        add("disconnect from \(client) ehlo=1 auth=0/1 quit=1 commands=2/3")
      case 1:
        add(
          "NOQUEUE: reject: RCPT from \(client): 554 5.7.1 <a@example.net>: Relay access denied; from=<\(user)> to=<a@example.net> proto=ESMTP helo=<pc>"
        )
        add("disconnect from \(client) ehlo=1 mail=1 rcpt=0/1 quit=1 commands=3/4")
      default:
        add(
          "\(String(0xA000 + number, radix: 16).uppercased())1: client=\(client), sasl_method=PLAIN, sasl_username=\(user)"
        )
        add("disconnect from \(client) ehlo=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=6")
      }
    }
    timed.sort { ($0.second, $0.order) < ($1.second, $1.order) }
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    lines = timed.map { item in
      let day = 16 + (item.second + 36_000) / 86_400
      let rest = (item.second + 36_000) % 86_400
      let stamp = "2026-03-\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60)).000000+00:00"
      return "\(stamp) \(item.line)\n"
    }
  }

  var text: String { lines.joined() }
}
