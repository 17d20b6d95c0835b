import MailModel
import Probing
import Testing
import Transport

/// P33 to P37: what is seen beside the ports themselves.
@Suite("Checks of what surrounds the ports")
struct DirectoryRuleTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let story: String
    let records: ServiceRecords?
    /// Verdicts of P35 on 587 and on 465.
    let verdicts: [ProbeVerdict]
    let says: String
    var testDescription: String { story }
  }

  private static func record(_ port: Int, _ priority: Int = 0, _ target: String = "mail.example.com") -> ServiceRecord {
    ServiceRecord(priority: priority, weight: 1, port: port, target: target)
  }

  private static func implicit() -> TargetTranscript {
    var transcript = RecordedTranscript.submission()
    transcript.target.port = 465
    transcript.target.mode = .tls
    transcript.main.exchanges = transcript.main.exchanges.filter { $0.command == nil || $0.isBehindTLS }
    for index in transcript.main.exchanges.indices { transcript.main.exchanges[index].isBehindTLS = true }
    return transcript
  }

  private static func judge(
    _ change: (inout TargetTranscript) -> Void, _ options: (inout ProbeOptions) -> Void = { _ in }
  ) -> [ProbedTarget] {
    var settings = RecordedTranscript.options()
    options(&settings)
    let transcripts = [RecordedTranscript.transfer(), RecordedTranscript.submission(), implicit()].map { transcript in
      var transcript = transcript
      change(&transcript)
      return transcript
    }
    return Probe(options: settings).judge(transcripts)
  }

  private static func detail(_ id: String, _ target: ProbedTarget) -> String {
    target.checks.first { $0.id == id }?.detail ?? ""
  }

  static let rows = [
    Row(
      story: "as RFC 8314 wants them",
      records: ServiceRecords(submissions: [record(465)], submission: [record(587, 10)], reading: [record(993)]),
      verdicts: [.pass, .pass], says: "_submission._tcp.example.com leads to mail.example.com:587"),
    Row(story: "no answer", records: nil, verdicts: [.notRun, .notRun], says: "did not answer"),
    Row(story: "none", records: ServiceRecords(), verdicts: [.warn, .warn], says: "have to guess"),
    Row(
      story: "the same priority", records: ServiceRecords(submissions: [record(465)], submission: [record(587)]),
      verdicts: [.pass, .warn], says: "leads to"),
    Row(
      story: "port 25", records: ServiceRecords(submissions: [record(465)], submission: [record(25, 10)]),
      verdicts: [.fail, .fail], says: "mail.example.com:25, which is not for users"),
    Row(
      story: "STARTTLS at 465", records: ServiceRecords(submissions: [record(465)], submission: [record(465, 10)]),
      verdicts: [.fail, .fail], says: "where TLS begins at once"),
    Row(
      story: "TLS at 587", records: ServiceRecords(submissions: [record(587)], submission: [record(587, 10)]),
      verdicts: [.fail, .fail], says: "begins in clear"),
    Row(
      story: "said not to be there",
      records: ServiceRecords(submissions: [record(465)], submission: [record(0, 0, ".")]), verdicts: [.warn, .pass],
      says: "no such service"),
    Row(
      story: "another host",
      records: ServiceRecords(submissions: [record(465)], submission: [record(587, 10, "smtp.example.com")]),
      verdicts: [.warn, .pass], says: "not to mail.example.com:587"),
    Row(
      story: "one of two", records: ServiceRecords(submissions: [record(465)]), verdicts: [.warn, .pass],
      says: "does not exist"),
  ]

  @Test("SRV records", arguments: rows)
  func services(_ row: Row) {
    let targets = DirectoryRuleTests.judge({ $0.services = row.records }, { $0.domain = "example.com" })
    #expect(targets.map { RecordedTranscript.verdict("P35", $0) } == [nil] + row.verdicts.map { $0 })
    #expect(DirectoryRuleTests.detail("P35", targets[1]).contains(row.says), "\(targets[1].checks)")
    let unasked = DirectoryRuleTests.judge { $0.services = row.records }
    #expect(unasked.dropFirst().allSatisfy { RecordedTranscript.verdict("P35", $0) == .notRun })
  }

  @Test(
    "autoconfig and Autodiscover",
    arguments: [
      (
        [(465, MailServiceSecurity.tls, "mail.example.com"), (587, .starttls, "mail.example.com")],
        [.pass, .pass, .pass]
      ),
      ([(465, .tls, "mail.example.com")], [.pass, .pass, .pass]),
      ([(25, .starttls, "mail.example.com")], [.fail, .pass, .pass]),
      ([(465, .starttls, "mail.example.com")], [.pass, .pass, .fail]),
      ([(587, .plain, "mail.example.com")], [.pass, .fail, .pass]),
      ([(587, .starttls, "smtp.example.com")], [.pass, .warn, .warn]), ([], [.warn, .warn, .warn]),
    ] as [([(Int, MailServiceSecurity, String)], [ProbeVerdict])])
  func documents(services: [(Int, MailServiceSecurity, String)], verdicts: [ProbeVerdict]) {
    let published = [
      Publication(
        source: .autoconfig, place: "https://autoconfig.example.com/",
        services: services.map { MailService(.smtp, host: $0.2, port: $0.0, security: $0.1) }),
      // What SRV records say is P35's.
      Publication(
        source: .srv, place: "", services: [MailService(.smtp, host: "mail.example.com", port: 25, security: .plain)]),
    ]
    let targets = DirectoryRuleTests.judge({ $0.publications = published }, { $0.publications = { published } })
    #expect(targets.map { RecordedTranscript.verdict("P36", $0) } == verdicts, "\(targets.map(\.checks))")
    let late = DirectoryRuleTests.judge({ _ in }, { $0.publications = { published } })
    #expect(late.allSatisfy { RecordedTranscript.verdict("P36", $0) == .notRun })
    #expect(targets.allSatisfy { $0.checks.contains { $0.id == "P36" } })
  }

  @Test(
    "the host in the DNS",
    arguments: [
      ("mail.example.com", HostRecords(), ProbeVerdict.pass, "A: 1, AAAA: 0; no alias; CAA: none"),
      (
        "mail.example.com",
        HostRecords(
          aliases: ["a.example.net", "b.example.net"],
          authorities: [
            AuthorityRecord(tag: "issue", value: "ca.example.net; account=1"),
            AuthorityRecord(tag: "iodef", value: "x"),
          ]), .pass, "alias of b.example.net; CAA: ca.example.net"
      ), ("mail.example.com", HostRecords(exists: false), .warn, "does not know"),
      ("mail.example.com", nil, .notRun, "did not answer"), ("192.0.2.1", nil, .notRun, "by address"),
      ("mail", nil, .notRun, "without a domain"),
      ("smtp.example.net", HostRecords(aliases: ["mail.example.com"]), .fail, "for that name alone"),
      (
        "mail.example.com", HostRecords(authorities: [AuthorityRecord(tag: "issue", value: ";")]), .warn,
        "no authority at all"
      ),
    ] as [(String, HostRecords?, ProbeVerdict, String)])
  func names(host: String, records: HostRecords?, verdict: ProbeVerdict, says: String) {
    let targets = DirectoryRuleTests.judge {
      $0.target.host = host
      $0.names = records
    }
    #expect(RecordedTranscript.verdict("P37", targets[1]) == verdict)
    #expect(
      DirectoryRuleTests.detail("P37", targets[1]).contains(says), "\(DirectoryRuleTests.detail("P37", targets[1]))")
  }

  @Test("a name without an address is said to be that, and nobody is told to set up a server for it")
  func unknownName() throws {
    let targets = DirectoryRuleTests.judge {
      $0.target.host = "nosuchhost.invalid"
      $0.target.address = nil
      $0.nameFault = .unresolvable("Name or service not known")
      $0.names = HostRecords(exists: false)
      $0.main = SessionTranscript()
    }
    #expect(targets.map { RecordedTranscript.verdict("P37", $0) } == [nil, .notRun, .notRun])
    #expect(DirectoryRuleTests.detail("P37", targets[1]) == "the name has no address")
    for (target, id) in zip(targets, ["P24", "P01", "P02"]) {
      let check = try #require(target.checks.first { $0.id == id })
      #expect(check.verdict == .fail && check.detail.contains("Name or service not known"))
      #expect(check.remedy == ProbeCheck.remedyForUnknownName)
    }
  }

  @Test(
    "a trusted network is judged only where somebody says that the probe stands in one",
    arguments: [
      (true, 250, [ProbeVerdict.fail, .notRun, .notRun, .warn]), (true, 554, [.pass, .notRun, .notRun, .pass]),
      (false, 250, [.notRun, .fail, .notRun, .fail]), (false, 554, [.notRun, .pass, .notRun, .pass]),
    ])
  func trusted(isInside: Bool, code: Int, verdicts: [ProbeVerdict]) {
    let ok = RecordedTranscript.reply(250, ["ok"])
    let targets = DirectoryRuleTests.judge {
      $0.answers = [
        PolicyAnswer(question: .localToExternal, mail: ok, recipient: RecordedTranscript.reply(code, ["x"])),
        PolicyAnswer(question: .localToLocal, mail: ok, recipient: RecordedTranscript.reply(code, ["x"])),
      ]
    } _: {
      $0.asksPolicy = true
      $0.isFromTrusted = isInside
      $0.localSender = "ana@example.com"
      $0.externalRecipient = "eva@example.net"
    }
    #expect(["P33", "P30", "P28"].map { RecordedTranscript.verdict($0, targets[0]) } == verdicts.dropLast())
    #expect(RecordedTranscript.verdict("P15", targets[1]) == verdicts.last)
    #expect((targets[0].signature == nil) == isInside)
  }

  @Test("AUTH that is not offered in clear and taken all the same")
  func clear() {
    for (code, verdict) in [(334, ProbeVerdict.fail), (530, .pass), (503, .pass)] {
      let targets = DirectoryRuleTests.judge { $0.authInClear = RecordedTranscript.reply(code, ["x"]) }
      #expect(RecordedTranscript.verdict("P13", targets[1]) == verdict)
    }
    #expect(ProbeRules.all.allSatisfy { !$0.steps(for: RecordedTranscript.options()).contains(.authInClear) })
  }

  @Test(
    "what a greeting tells",
    arguments: [
      ("mail.example.com ESMTP Postfix (Debian/GNU)", "mail.example.com", nil, nil),
      (
        "mail.example.com ESMTP Exim 4.96 Mon, 23 Nov 2026 17:00:00 -0300", "mail.example.com", "4.96",
        "2026-11-23T20:00:00Z"
      ),
      (
        "mail.example.com ESMTP IceWarp 13.0.3.9; Mon, 23 Nov 2026 17:00:00 +0100", "mail.example.com", "13.0.3.9",
        "2026-11-23T16:00:00Z"
      ), ("[192.0.2.1] ESMTP ready at [192.0.2.1]", "[192.0.2.1]", nil, nil), ("", nil, nil, nil),
      ("x ESMTP 99 Nov 2026 1:2 +0000", "x", nil, nil),
      ("x ESMTP; Mon, 16 Mar 2026 9999999999999999:00:00 +0000", "x", nil, nil),
      ("x ESMTP; Mon, 16 Mar 2026 23:-9223372036854775807:00 +0000", "x", nil, nil),
      ("x ESMTP; Mon, 16 Mar 9223372036854775807 10:00:00 +0000", "x", nil, nil),
      ("x ESMTP; Mon, 16 Mar 9000000000000000 10:00:00 +0000", "x", nil, nil),
      ("x ESMTP; Mon, 16 Mar 2026 24:00:00 +0000", "x", nil, nil),
      ("x ESMTP; Mon, 16 Mar 2026 10:00:00 +9999", "x", nil, nil),
      ("x ESMTP; Mon, 16 Mar 2026 10:00:00 +0530", "x", nil, "2026-03-16T04:30:00Z"),
      ("x 1.2.3-rc1 (v2.x)", "x", "1.2.3-rc1", nil),
    ] as [(String, String?, String?, String?)])
  func greetings(text: String, name: String?, version: String?, time: String?) {
    let facts = GreetingFacts(text)
    #expect(facts.name == name)
    #expect(facts.version == version)
    #expect(facts.time?.description == time)
  }

  @Test("ports that differ, a clock that is off, a version that is told")
  func differences() {
    #expect(RecordedTranscript.verdict("P34", DirectoryRuleTests.judge { _ in }[1]) == .pass)
    let refusing = DirectoryRuleTests.judge { transcript in
      guard transcript.target.mode == .plain else { return }
      transcript.main.exchanges = [
        Exchange(command: nil, outcome: RecordedTranscript.reply(554, ["5.7.1 Service unavailable; zen.example"]))
      ]
    }
    #expect(!refusing.map { DirectoryRuleTests.detail("P34", $0) }.joined().contains("5.7.1 elsewhere"))
    let odd = DirectoryRuleTests.judge { transcript in
      guard transcript.target.mode == .plain else { return }
      transcript.main.exchanges[0].outcome = RecordedTranscript.reply(
        220, ["old.example.com ESMTP Exim 4.96 Mon, 23 Nov 2026 17:00:00 +0000"])
      transcript.certificate = .done(TLSFacts(version: "TLSv1.3", cipher: "", verifyCode: 0, chain: ["another"]))
    }
    #expect(odd.map { RecordedTranscript.verdict("P34", $0) } == [.warn, .warn, .warn])
    let said = DirectoryRuleTests.detail("P34", odd[0])
    for words in ["old.example.com", "minutes behind", "version 4.96", "another certificate on"] {
      #expect(said.contains(words), "\(said)")
    }
  }
}
