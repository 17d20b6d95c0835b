import Foundation
import Testing

@testable import Analysis

@Suite("Refusal rules")
struct RefusalRuleTests {
  @Test("Each rule matches its own examples and leaves the others", arguments: RefusalRules.all.indices)
  func examples(index: Int) {
    let rule = RefusalRules.all[index]
    #expect(rule.examples.contains { $0.matches } && rule.examples.contains { !$0.matches })
    for example in rule.examples {
      let matches = rule.matches(code: example.code, enhancedCode: example.enhancedCode, text: example.text)
      #expect(matches == example.matches, "\(rule): \(example)")
      #expect(example.text == example.text.lowercased(), "rules see text in lower case")
    }
  }

  @Test("No rule takes another's examples", arguments: RefusalRules.all.indices)
  func order(index: Int) {
    let rule = RefusalRules.all[index]
    for example in rule.examples {
      let meaning = RefusalRules.meaning(code: example.code, enhancedCode: example.enhancedCode, text: example.text)
      #expect((meaning == rule.meaning) == example.matches, "\(example) means \(meaning)")
    }
  }

  @Test("Every rule file of the folder is in the registry, and the other way round")
  func registry() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Analysis/Refusals").standardizedFileURL.path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix("Rule.swift") && $0 != "RefusalRule.swift" }
    #expect(files.sorted() == RefusalRules.all.map { "\($0).swift" }.sorted())
    #expect(Set(RefusalRules.all.map { "\($0.meaning)" }).count == RefusalRules.all.count)
  }

  @Test("A reply that refuses nothing means nothing", arguments: [220, 235, 250, 334, 354, 600])
  func noRefusal(code: Int) {
    #expect(RefusalRules.meaning(code: code, enhancedCode: nil, text: "permission denied") == .other)
  }

  @Test("Phrases are found where their characters stand in the text, whatever else that holds")
  func phrases() {
    let strange = [
      "<…>: relay access denied\u{301}", "re\u{301}lay access denied", "relay access denied – café", "cafe\u{301}",
      "relay access denie", "", "rrelay access denied", "<\u{2025}>: relay access denied", "…",
    ]
    let texts = strange + RefusalRules.all.flatMap { $0.examples.map { $0.text } }
    let phrases = [
      "relay access denied", "denied", "…", "…>: relay", "d", "café", "relay\u{301}", "permission denied",
    ]
    for text in texts {
      for phrase in phrases {
        let (all, wanted) = (Array(text), Array(phrase))
        let isThere = all.indices.contains { all[$0...].starts(with: wanted) }
        #expect(RefusalRules.contains(text, anyOf: [phrase]) == isThere, "\(phrase) in \(text)")
      }
    }
  }

  @Test("The raw reply of a log means what its server meant", arguments: RawReply.all)
  func raw(reply: RawReply) {
    let read = ReplyText(key: ReplyText.key(code: reply.code, text: Array(reply.text.utf8)))
    #expect(read.meaning == reply.meaning)
  }
}

/// A reply as a log holds it, with or without the code in front, and its meaning.
struct RawReply: Sendable, CustomTestStringConvertible {
  let code: UInt16
  let text: String
  let meaning: TextualMeaning

  var testDescription: String { "\(code) \(text)" }

  static let all: [RawReply] = [
    RawReply(code: 501, text: "5.7.1 Permission denied", meaning: .permissionDenied),
    RawReply(code: 501, text: "5.7.1 <ana@example.com>... Permission denied", meaning: .permissionDenied),
    RawReply(code: 501, text: "5.7.1 Message is too long", meaning: .other),
    RawReply(code: 501, text: "5.7.0 Authentication failed", meaning: .other),
    RawReply(code: 501, text: "5.0.0 Authentication canceled", meaning: .other),
    RawReply(code: 550, text: "5.7.1 <cliente@example.net>... we do not relay", meaning: .relayDenied),
    RawReply(code: 530, text: "5.7.0 Must issue a STARTTLS command first", meaning: .tlsRequired),
    RawReply(code: 550, text: "550-Please turn on SMTP Authentication in your mail client.", meaning: .authRequired),
    RawReply(
      code: 554,
      text: "554 5.7.1 <cliente@example.net>: Relay access denied; from=<ana@example.com> to=<cliente@example.net> "
        + "proto=ESMTP helo=<authentication required>", meaning: .relayDenied),
    RawReply(
      code: 553, text: "553 5.7.1 <chefe@example.com>: Sender address rejected: not owned by user bob example",
      meaning: .notOwnedBySender),
    RawReply(
      code: 554, text: "554 5.7.1 <unknown[192.0.2.15]>: Client host rejected: Access denied",
      meaning: .clientHostRejected),
    // What a client puts between brackets is not the server's word.
    RawReply(code: 550, text: "5.1.1 <we do not relay@example.com>... User unknown", meaning: .other),
    RawReply(code: 550, text: "5.1.1 <\"a> relay access denied\"@example.com>: User unknown", meaning: .other),
    RawReply(code: 550, text: "", meaning: .other),
  ]
}
