import MailModel

/// The texts by which this server sends local senders from port 25 to another, as probes have heard them.
///
/// A text counts only where the switch is what it comes from: it was said to a sender who had logged in, or it was said to one who had not and
/// is another than before the switch. `554 5.7.1 Relay access denied`, which a server says on both sides of the switch, is none.
struct RefusalSignatures: Sendable {
  private struct Text: Hashable {
    let code: Int
    let enhancedCode: String?
    let text: String
  }

  private var portsOfText: [Text: Set<Int>] = [:]

  init(_ signatures: [PortSignature]) {
    for after in signatures where after.phase == .after {
      add(after.withLogin, after.port)
      guard let reply = after.withoutLogin else { continue }
      let before = signatures.filter {
        $0.phase == .before && $0.port == after.port && $0.host.lowercased() == after.host.lowercased()
      }.compactMap(\.withoutLogin)
      let isNew = !before.isEmpty && !before.contains { RefusalSignatures.text($0) == RefusalSignatures.text(reply) }
      if isNew { add(reply, after.port) }
    }
  }

  /// The ports on which a reply is such a text.
  func ports(of reply: ReplyText) -> Set<Int> {
    guard !portsOfText.isEmpty else { return [] }
    return portsOfText[Text(code: reply.code, enhancedCode: reply.enhancedCode, text: reply.text)] ?? []
  }

  /// Whether one of these ports is the session's; where that is not known, it may be.
  static func isHeard(on port: Int?, _ ports: Set<Int>) -> Bool {
    guard let port else { return !ports.isEmpty }
    return ports.contains(port)
  }

  private mutating func add(_ reply: SignatureReply?, _ port: Int) {
    guard let reply, (400..<600).contains(reply.code) else { return }
    portsOfText[RefusalSignatures.text(reply), default: []].insert(port)
  }

  /// In the form in which replies of the log are counted.
  private static func text(_ reply: SignatureReply) -> Text {
    let words = [reply.enhancedCode, reply.text].compactMap { $0 }.joined(separator: " ")
    let counted = ReplyText(key: ReplyText.key(code: UInt16(clamping: reply.code), text: Array(words.utf8)))
    return Text(code: counted.code, enhancedCode: counted.enhancedCode, text: counted.text)
  }
}
