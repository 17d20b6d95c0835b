/// What a server's refusal says about the mailbox that it was about.
///
/// A 5xx to RCPT need not be about the recipient: Postfix keeps its refusals back until RCPT (`smtpd_delay_reject`), and Exim writes
/// `Status: 5.0.0` into every notification. Only words and codes that say so make a mailbox one that does not exist.
///
/// ```
/// 550 5.1.1 <gone@example.com>: Recipient address rejected: User unknown in virtual mailbox table    the mailbox
/// 553 5.7.1 <it@example.com>: Sender address rejected: not owned by user it                          the sender
/// 554 5.7.1 <ana@example.com>: Relay access denied                                                   the relay
/// 552 5.2.2 <ana@example.com>: mailbox full                                                          today
/// ```
struct RefusalText: Sendable, Equatable {
  /// The enhanced status code (RFC 3463): `5.1.1`.
  var status: String?
  /// The reply in lower case.
  private var words: String

  /// Takes a reply, and the status of a notification that quotes it.
  init(_ reply: String, status given: String? = nil) {
    words = reply.lowercased()
    status = given
    // `5.0.0` says nothing; the reply may.
    if given.map({ RefusalText.isUnspecified($0) }) ?? true, let own = RefusalText.enhancedCode(reply) { status = own }
  }

  /// Whether it says that there is no such mailbox, or that it is closed.
  var saysNoMailbox: Bool {
    if ["sender address", "sender rejected", "sender denied", "sender verif", "relay access", "relaying", "to relay"]
      .contains(where: { words.contains($0) })
    {
      return false
    }
    switch status {
    // Bad address, moved away, no such recipient (Exchange; RFC 7505: takes no mail), disabled.
    case "5.1.1", "5.1.6", "5.1.10", "5.2.1": return true
    case nil, "5.0.0", "5.1.0":
      return !words.contains("domain") && RefusalText.noMailbox.contains { words.contains($0) }
    default: return false
    }
  }

  /// Whether it is about the state of this one mailbox (RFC 3463 section 3.3), so that it says nothing about the next one.
  var isAboutOneMailbox: Bool { saysNoMailbox || status?.hasPrefix("5.2.") == true }

  /// What refusals of one cause have in common, whoever the recipient was.
  func likeness(_ code: Int, recipient: String) -> String {
    if let status, !RefusalText.isUnspecified(status) { return "\(code) \(status)" }
    return words.replacing(recipient.lowercased(), with: "")
  }

  private static let noMailbox = [
    "user unknown", "unknown user", "no such user", "user not found", "no mailbox", "no such mailbox",
    "unknown mailbox",
    "mailbox not found", "no such recipient", "unknown recipient", "recipient unknown", "recipient not found",
    "no such address", "does not exist", "doesn't exist",
  ]

  private static func isUnspecified(_ status: String) -> Bool { status == "5.0.0" }

  /// `5.1.1` of `550 5.1.1 User unknown`, also of `550-5.1.1 …`.
  private static func enhancedCode(_ reply: String) -> String? {
    let trimmed = reply.drop { $0 == " " }
    guard trimmed.prefix(3).allSatisfy({ $0.isASCII && $0.isNumber }),
      let separator = trimmed.dropFirst(3).first, separator == " " || separator == "-"
    else { return nil }
    let code = trimmed.dropFirst(4).drop { $0 == " " || $0 == "#" }.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let numbers = code.split(separator: ".", omittingEmptySubsequences: false)
    guard numbers.count == 3, ["4", "5"].contains(numbers[0]), numbers.allSatisfy({ (1...3).contains($0.count) }) else {
      return nil
    }
    return String(code)
  }
}
