/// The lines of a mail server's day, in the order of time, for tests that hand them out bit by bit.
///
///     2026-03-16T10:00:07.000000+00:00 mail postfix/submission/smtpd[2003]: connect from pc[198.51.100.7]
struct LogScript {
  let lines: [String]

  /// Sessions that overlap, each with an own process.
  ///
  /// - Parameter changes: whether labels, postscreen and the log of TLS begin (and postscreen ends) somewhere on the way, over days, with readings of
  ///   the configuration and sometimes without.
  init(sessions: Int, changes: Bool = false, chance: inout Chance) {
    var timed: [(second: Int, order: Int, line: String)] = []
    let (firstLabel, firstTLS) = changes ? (chance.next(sessions), chance.next(sessions)) : (0, sessions)
    let secondLabel = changes ? firstLabel + chance.next(sessions) : 0
    var isGated = changes && chance.next(3) == 0
    var begin = 0
    for number in 0..<sessions {
      begin += changes && chance.next(3) == 0 ? chance.next(20_000) : 3
      var second = begin
      if changes, chance.next(4) == 0 || number == firstLabel && chance.next(4) > 0 {
        let how = chance.next(3) == 0 ? "daemon started" : "reload"
        timed.append(
          (second, timed.count, "mail postfix/master[812]: \(how) -- version 3.7.11, configuration /etc/postfix"))
        second += chance.next(2)
        if chance.next(3) == 0 { isGated.toggle() }
      }
      if changes, chance.next(12) == 0 { isGated.toggle() }
      let story = chance.next(changes ? 7 : 6)
      let client = (story == 5 ? "printer[192.168.1." : "pc[198.51.100.") + "\(1 + chance.next(9))]"
      let user = "user\(chance.next(6))@example.com"
      let tag = ["postfix/smtpd", "postfix/submission/smtpd", "postfix/smtps/smtpd"][
        number < firstLabel ? 0 : chance.next(number < secondLabel ? 2 : 3)]
      let head = "mail \(tag)[\(2000 + number)]: "
      func add(_ text: String) {
        timed.append((second, timed.count, head + text))
        second += chance.next(8)
      }
      let connected = second
      if isGated, tag == "postfix/smtpd", chance.next(3) > 0 {
        let place = "[\(client.split(separator: "[")[1]):\(40_000 + number)"
        for text in ["CONNECT from \(place) to [192.0.2.1]:25", "PASS OLD \(place)"] {
          timed.append((second, timed.count, "mail postfix/postscreen[9]: \(text)"))
        }
      }
      add("connect from \(client)")
      if number >= firstTLS, chance.next(2) == 0 {
        add(
          "Anonymous TLS connection established from \(client): TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)"
        )
      }
      if changes, chance.next(4) == 0 {
        let name =
          tag == "postfix/smtpd" ? [isGated ? "smtpd" : "smtp", "submission", "smtps"][chance.next(3)] : "smtps"
        timed.append(
          (
            connected + 30 + chance.next(900), timed.count,
            "mail postfix/anvil[7]: statistics: max connection rate 1/60s for (\(name):\(client.split(separator: "[")[1].dropLast())) at @\(connected)"
          ))
      }
      let id = "\(String(0xA000 + number, radix: 16).uppercased())1"
      switch story {
      case 5, 6:
        add("\(id): client=\(client)")
        // Most of its way is behind the session, and some of it hours later.
        let sent = second + chance.next(chance.next(4) == 0 ? 9000 : 6)
        let ways = [
          "postfix/smtp[8]: \(id): to=<a@example.net>, relay=mx[203.0.113.\(number % 9)]:25, status=sent (250 Ok)",
          "postfix/lmtp[8]: \(id): to=<a@example.com>, relay=mail[private/lmtp], status=sent (250 Saved)",
          "postfix/smtp[8]: \(id): to=<a@example.net>, relay=none, status=deferred (connect to mx: timed out)",
        ]
        for (moment, line) in [
          (second, "postfix/qmgr[7]: \(id): from=<\(user)>, size=512, nrcpt=1 (queue active)"),
          (sent, ways[chance.next(3)]), (sent + chance.next(2), "postfix/qmgr[7]: \(id): removed"),
        ] { timed.append((moment, timed.count, "mail \(line)")) }
        add("disconnect from \(client) ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5")
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
          "\(id): client=\(client), sasl_method=PLAIN, sasl_username=\(user)"
        )
        add("disconnect from \(client) ehlo=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=6")
      }
    }
    timed.sort { ($0.second, $0.order) < ($1.second, $1.order) }
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    func moment(_ second: Int) -> (day: Int, clock: String) {
      // The first is at 10:00.
      let (day, rest) = (16 + (36_000 + second) / 86_400, (36_000 + second) % 86_400)
      return (day, "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))")
    }
    lines = timed.map { item in
      let (day, clock) = moment(item.second)
      // anvil names the moment of what it counted.
      let parts = item.line.split(separator: "@", maxSplits: 1)
      let counted = item.line.contains("/anvil[") ? parts.last.flatMap { Int($0) }.map { moment($0) } : nil
      let text = counted.map { "\(parts[0])Mar \($0.day) \($0.clock)" } ?? item.line
      return "2026-03-\(day)T\(clock).000000+00:00 \(text)\n"
    }
  }

  var text: String { lines.joined() }
}
