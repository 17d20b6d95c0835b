import MailModel
import Probing
import Reporting
import Testing

@Suite("Checks of the probe in other languages")
struct CheckLanguageTests {
  @Test(
    "what to do about a name without an address is translated, whatever check says it",
    arguments: [(Language.english, "spelt"), (.brazilianPortuguese, "está escrito"), (.spanish, "está escrito el")])
  func unknownName(language: Language, words: String) {
    let check = ProbeCheck(
      id: "P24", title: "Port 25", severity: .blocker, verdict: .fail, detail: "no address", rule: "RFC 5321",
      remedy: ProbeCheck.remedyForUnknownName)
    let target = ProbedTarget(
      host: "nosuchhost.invalid", address: nil, port: 25, mode: .plain, reachability: .unresolvable,
      connectMilliseconds: nil, greeting: nil, capabilities: ProbedCapabilities(), tls: nil, checks: [check])
    let text = ProbeSummary(columns: 4000, colour: false, showsAll: false, language: language).render(
      ProbeResult(generatedAt: Timestamp(seconds: 1_795_600_000), targets: [target]))
    #expect(String(decoding: text, as: UTF8.self).contains(words))
  }

  @Test("title and remedy of every check are translated", arguments: [Language.brazilianPortuguese, .spanish])
  func translated(language: Language) {
    for rule in ProbeRules.all {
      let check = ProbeCheck(
        id: rule.id, title: rule.title, severity: rule.severity, verdict: .fail, detail: "seen", rule: rule.rule,
        remedy: rule.remedy.isEmpty ? nil : rule.remedy)
      let target = ProbedTarget(
        host: "mail.example.com", address: "192.0.2.1", port: 587, mode: .starttls, reachability: .open,
        connectMilliseconds: 1, greeting: nil, capabilities: ProbedCapabilities(), tls: nil, checks: [check])
      func text(_ language: Language) -> String {
        String(
          decoding: ProbeSummary(columns: 4000, colour: false, showsAll: false, language: language).render(
            ProbeResult(generatedAt: Timestamp(seconds: 1_795_600_000), targets: [target])), as: UTF8.self)
      }
      #expect(text(.english).contains(rule.title) && text(.english).contains(rule.remedy))
      #expect(!text(language).contains(rule.title), "\(rule.id)")
      if !rule.remedy.isEmpty {
        #expect(!text(language).contains(rule.remedy) && text(language).contains("→ "), "\(rule.id)")
      }
    }
  }
}
