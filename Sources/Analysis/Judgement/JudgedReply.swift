import MailModel

/// What the text of a reply tells of a refusal.
struct JudgedReply: Sendable, Equatable {
  var code: UInt16
  var meaning: TextualMeaning
  /// The ports on which a probe has heard this very text, said to a local sender who should have used another.
  var signedPorts: Set<Int>

  /// Reads a text.
  init(_ text: ReplyText, _ signatures: RefusalSignatures) {
    code = UInt16(clamping: text.code)
    meaning = text.meaning
    signedPorts = signatures.ports(of: text)
  }
}
