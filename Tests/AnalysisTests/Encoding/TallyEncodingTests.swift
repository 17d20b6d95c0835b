import MailModel
import Testing

@testable import Analysis

@Suite("Counts as bytes")
struct TallyEncodingTests {
  private func tally(address: UInt32, reply: UInt32) -> Tally {
    var tally = Tally(seed: 1)
    let known = tally.visit(
      IPAddress("192.0.2.7"),
      AddressFact(sessions: 1, deliveries: 0, firstAt: Timestamp(seconds: 0), lastAt: Timestamp(seconds: 0)))
    #expect(known == 0)
    #expect(tally.replies.intern(ReplyText.key(code: 550, text: Array("5.7.1 No".utf8))) == 0)
    let claim = tally.number(
      of: PortClaim(port: 25, evidence: .logged, server: LoginKey.nobody, format: 0, isPlainService: false))
    tally.refusals.add(
      RefusalKey(
        login: LoginKey.nobody, sender: LoginKey.nobody, address: address, claim: claim, reply: reply,
        helo: LoginKey.nobody, isLoggedIn: false, answersAuth: false),
      RefusalFact(
        count: 1, span: SessionSpan(at: Timestamp(seconds: 0), mark: LineMark(source: 0, piece: 0, line: 1))))
    return tally
  }

  @Test(
    "A refusal names an address and a reply that are there",
    arguments: [
      (0, 0, true), (StringTable.overflow, 0, true), (0, StringTable.overflow, true),
      (1, 0, false), (0, 1, false), (LoginKey.nobody, 0, false), (0, LoginKey.nobody, false),
    ] as [(UInt32, UInt32, Bool)])
  func references(address: UInt32, reply: UInt32, isTaken: Bool) throws {
    let bytes = tally(address: address, reply: reply).encoded()
    if isTaken {
      #expect(try Tally(encoded: bytes, seed: 2).encoded() == bytes)
    } else {
      #expect(throws: EncodingFault.self) { try Tally(encoded: bytes, seed: 2) }
    }
  }
}
