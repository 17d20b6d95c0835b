import MailModel
import Testing

@testable import loggen

@Suite("The same seed gives the same bytes")
struct DeterminismTests {
  @Test("Twice the same, and other bytes for another seed")
  func repeats() throws {
    let first = try SmallLog.icewarp()
    #expect(try SmallLog.icewarp().log.bytes == first.log.bytes)
    #expect(try SmallLog.icewarp(seed: 8).log.bytes != first.log.bytes)
    #expect(try SmallLog.postfix().log.bytes == SmallLog.postfix().log.bytes)
  }

  @Test("The bytes are those of every other machine")
  func fixedDigests() throws {
    let icewarp = try SmallLog.icewarp()
    #expect(icewarp.log.digest == 4_958_580_098_966_659_514)
    #expect(icewarp.written == 303_224)
    let postfix = try SmallLog.postfix()
    #expect(postfix.log.digest == 3_239_836_779_115_583_233)
    #expect(postfix.written == 301_028)
  }

  @Test("SplitMix64 gives the published numbers for seed 1234567")
  func splitMix() {
    var source = SplitMix64(state: 1_234_567)
    let numbers = (0..<3).map { _ in source.next() }
    #expect(numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }
}
