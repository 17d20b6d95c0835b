import Notices
import Testing

@Suite("Campaign")
struct CampaignTests {
  @Test("is known by its name") func name() { #expect(Campaign(name: "2026-12-01") == Campaign(name: "2026-12-01")) }
}
