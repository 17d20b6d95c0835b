import MailModel
import Testing

@Suite("Probe mode")
struct ProbeModeTests {
  @Test("is spelled as the contract does") func names() {
    #expect(ProbeMode.allCases.map(\.rawValue) == ["starttls", "tls", "plain"])
  }
}
