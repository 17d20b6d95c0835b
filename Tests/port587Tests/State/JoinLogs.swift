import Foundation
import MailModel

/// A mail log and a firewall log of the same connections, line by line.
struct JoinLogs {
  var mail: [String] = []
  var wall: [String] = []
  var truth: [String: String] = [:]

  /// - Parameter gap: seconds between two sessions, at most.
  init(sessions: Int, gap: Int, isLossy: Bool = true, chance: inout Chance) {
    var timed: [(second: Int, text: String)] = []
    var second = 0
    for number in 0..<sessions {
      second += 1 + chance.next(gap)
      let client = "198.51.100.\(1 + chance.next(8))"
      let port = ["25", "587", "465"][chance.next(3)]
      let user = "u\(number)@example.com"
      truth[user] = port
      // Of every ninth connection there is no record, and every seventh never reached SMTP.
      let clientPort = 30_000 + number
      if !isLossy || chance.next(9) != 0 {
        wall.append(
          "\(JoinLogs.zoned(second - 3)) ALLOW TCP \(client) 192.0.2.1 \(clientPort) \(port) 0 - 0 0 0 - - - RECEIVE")
      }
      if chance.next(7) == 0 {
        wall.append(
          "\(JoinLogs.zoned(second - 1)) ALLOW TCP 203.0.113.\(chance.next(200)) 192.0.2.1 \(clientPort) 25 0 - 0 0 0 - - - RECEIVE"
        )
      }
      let head = "mail postfix/smtpd[\(2000 + number)]: "
      timed.append((second, head + "connect from pc[\(client)]"))
      if chance.next(10) == 0 {
        timed.append(
          (
            second + 1,
            head
              + "NOQUEUE: reject: RCPT from pc[\(client)]: 554 5.7.1 <a@example.net>: Relay access denied; from=<\(user)> to=<a@example.net> proto=ESMTP helo=<pc>"
          ))
      } else {
        let id = String(0xA0000 + number, radix: 16).uppercased()
        timed.append(
          (second + chance.next(3), head + "\(id): client=pc[\(client)], sasl_method=PLAIN, sasl_username=\(user)"))
      }
      timed.append(
        (
          second + 2 + chance.next(4),
          head + "disconnect from pc[\(client)] ehlo=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=6"
        ))
    }
    let order = timed.indices.sorted { (timed[$0].second, $0) < (timed[$1].second, $1) }
    mail = order.map { "\(JoinLogs.stamp(timed[$0].second, "T")).000000+00:00 \(timed[$0].text)" }
    wall.sort()
  }

  private static func zoned(_ second: Int) -> String { stamp(second, " ") }

  /// Seconds since 16 March 2026.
  static func stamp(_ second: Int, _ between: String) -> String {
    let day = CivilDate(daysSinceEpoch: 20_528 + second / 86_400)
    let rest = second % 86_400
    return "\(day)\(between)" + String(format: "%02d:%02d:%02d", rest / 3600, rest / 60 % 60, rest % 60)
  }
}
