public import MailModel

/// Message ids that stay the same when a message is made again.
public enum MessageID {
  /// The id of a notice: the same for the same campaign, kind, recipient and round, and telling none of them.
  public static func make(campaign: String, kind: NoticeKind, recipient: String, round: Int, domain: String) -> String {
    "<\(token(campaign: campaign, kind: kind, recipient: recipient, round: round)).port587@\(domain)>"
  }

  /// 32 hexadecimal digits that stand for a notice, for instance in an address for opting out.
  public static func token(campaign: String, kind: NoticeKind, recipient: String, round: Int) -> String {
    // A line break cannot occur in a part, so no two notices are the same text.
    let text = [campaign, kind.rawValue, recipient, String(round)].map { OneLine.make($0, most: 1000) }
    let digits = Array("0123456789abcdef")
    return String(
      SHA256.digest(Array(text.joined(separator: "\n").utf8)).prefix(16).flatMap {
        [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
      })
  }
}
