import Foundation
import MailModel
import Probing
import Testing
import Transport

@Suite("Checks of a probe")
struct ProbeRuleTests {
  @Test("no check is forgotten, none is entered twice, each is whole")
  func registry() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/Probing/Checks")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasPrefix("P") && $0.dropFirst().prefix(2).allSatisfy(\.isNumber)
    }
    let recorded = ["P12", "P19", "P21", "P29", "P31", "P38", "P40", "P41"]
    let named = files.map { String($0.prefix(3)) }.sorted()
    #expect(ProbeRules.all.map(\.id) == named)
    #expect(Set(named).count == named.count)
    for rule in ProbeRules.all {
      #expect(!rule.title.isEmpty && !rule.rule.isEmpty && !rule.modes.isEmpty)
      #expect(rule.steps(for: RecordedTranscript.options()).contains(.dialogue))
      #expect(!rule.remedy.isEmpty || recorded.contains(rule.id))
    }
  }

  @Test("without a switch no check asks for MAIL, RCPT or AUTH")
  func quiet() {
    let steps = Set(ProbeRules.all.flatMap { $0.steps(for: RecordedTranscript.options()) })
    #expect(!steps.contains { if case .policy = $0 { true } else { false } })
  }

  @Test("a sound port")
  func sound() throws {
    let targets = RecordedTranscript.judge(RecordedTranscript.submission(), RecordedTranscript.transfer())
    let bad = targets.flatMap(\.checks).filter { $0.verdict != .pass && $0.verdict != .notRun }
    #expect(bad.isEmpty, "\(bad)")
    let result = ProbeResult(generatedAt: RecordedTranscript.now, targets: targets)
    #expect(result.ready && result.blockers.isEmpty && !result.isUnfinished)
  }

  @Test("reachability, greeting, EHLO, STARTTLS, handshake, chain and name are judged apart")
  func apart() throws {
    func verdicts(_ change: (inout TargetTranscript) -> Void) -> [ProbeVerdict?] {
      var transcript = RecordedTranscript.submission()
      change(&transcript)
      let target = RecordedTranscript.judge(transcript)[0]
      return ["P01", "P03", "P04", "P06", "P07", "P10", "P11"].map { RecordedTranscript.verdict($0, target) }
    }
    #expect(
      verdicts {
        $0.main = SessionTranscript(); $0.main.connect = .refused
      }
        == [.fail, .notRun, .notRun, .notRun, .notRun, .notRun, .notRun])
    #expect(
      verdicts {
        $0.main.exchanges = [Exchange(command: nil, outcome: RecordedTranscript.reply(554, ["no"]))];
        $0.main.handshake = nil
      }
        == [.pass, .notRun, .notRun, .notRun, .notRun, .notRun, .notRun])
    #expect(
      verdicts {
        $0.main.exchanges = [Exchange(command: nil, outcome: .foreign("HTTP/1.1 400"))]; $0.main.handshake = nil
      }
        == [.fail, .notRun, .notRun, .notRun, .notRun, .notRun, .notRun])
    #expect(
      verdicts {
        $0.main.exchanges.removeSubrange(1...); $0.main.handshake = nil
        $0.main.exchanges.append(Exchange(command: "EHLO x", outcome: RecordedTranscript.reply(502, ["no"])))
      } == [.pass, .pass, .fail, .fail, .notRun, .notRun, .notRun])
    #expect(
      verdicts {
        $0.main.exchanges.removeLast(); $0.main.handshake = .failed("wrong version number")
      }
        == [.pass, .pass, .pass, .pass, .fail, .notRun, .notRun])
    #expect(
      verdicts { transcript in
        guard case .done(var facts) = transcript.main.handshake else { return }
        facts.verifyCode = 20
        transcript.main.handshake = .done(facts)
      } == [.pass, .pass, .pass, .pass, .pass, .fail, .pass])
    #expect(
      verdicts { $0.target.host = "smtp.example.net" } == [.pass, .pass, .pass, .pass, .pass, .pass, .fail])
  }

  @Test(
    "TLS without SMTP behind it is no submissions port, and its certificate is judged",
    arguments: [
      (ReplyOutcome.timedOut(hasPart: false), "no greeting in time"), (.closed, "hung up"),
      (.foreign("HTTP/1.1 400 Bad Request"), "HTTP/1.1 400"),
    ])
  func noSMTP(greeting: ReplyOutcome, words: String) throws {
    var transcript = RecordedTranscript.empty(465, .tls)
    transcript.main.connect = .open
    transcript.main.handshake = .done(
      TLSFacts(version: "TLSv1.3", cipher: "", verifyCode: 20, chain: [SampleCertificate.pem]))
    transcript.main.exchanges = [Exchange(command: nil, outcome: greeting, isBehindTLS: true)]
    let targets = RecordedTranscript.judge(RecordedTranscript.submission(), transcript)
    let check = try #require(targets[1].checks.first { $0.id == "P02" })
    #expect(check.verdict == .fail && check.detail.contains(words), "\(check.detail)")
    #expect(RecordedTranscript.verdict("P10", targets[1]) == .fail)
    #expect(RecordedTranscript.verdict("P11", targets[1]) == .pass)
    #expect(RecordedTranscript.verdict("P14", targets[1]) == .notRun)
    #expect(!ProbeResult(generatedAt: RecordedTranscript.now, targets: targets).ready)
  }

  @Test("a server that speaks TLS 1.0 alone is told so, by the check that is about it")
  func oldTLSAlone() throws {
    let old = TLSFacts(version: "TLSv1", cipher: "", verifyCode: nil, chain: [])
    var submission = RecordedTranscript.submission()
    submission.main.exchanges.removeLast()
    submission.main.handshake = .failed("legacy sigalg disallowed or unsupported")
    submission.oldVersions = .done(old)
    var submissions = RecordedTranscript.empty(465, .tls)
    submissions.main.connect = .open
    submissions.main.handshake = .failed("unsupported protocol")
    submissions.oldVersions = .done(old)
    let targets = RecordedTranscript.judge(submission, submissions)
    for (target, id) in [(targets[0], "P07"), (targets[0], "P09"), (targets[1], "P02"), (targets[1], "P09")] {
      let check = try #require(target.checks.first { $0.id == id })
      #expect(check.verdict == .fail && check.detail.contains("TLSv1 alone is spoken"), "\(check.detail)")
    }
  }

  @Test("a server that is slow is not judged, and one that does not answer fails", arguments: [3000.0, 14_000])
  func slow(waited: Double) {
    func verdict(_ change: (inout TargetTranscript) -> Void) -> (ProbeVerdict?, ProbeResult) {
      var transcript = RecordedTranscript.submission()
      change(&transcript)
      let target = RecordedTranscript.judge(transcript)[0]
      return (
        RecordedTranscript.verdict("P07", target), ProbeResult(generatedAt: RecordedTranscript.now, targets: [target])
      )
    }
    let isSlow = waited < 7500
    for (found, result) in [
      verdict {
        $0.main.exchanges[3].outcome = .timedOut(hasPart: true)
        $0.main.exchanges[3].milliseconds = waited
      },
      verdict {
        $0.main.exchanges.removeLast()
        $0.main.handshake = nil
        $0.main.exchanges[2].outcome = .timedOut(hasPart: false)
        $0.main.exchanges[2].milliseconds = waited
      },
      verdict {
        $0.main.exchanges.removeLast()
        $0.main.handshake = .timedOut
        $0.main.handshakeMilliseconds = waited
      },
    ] {
      #expect(found == (isSlow ? .notRun : .fail))
      #expect(!result.ready && result.isUnfinished == isSlow && result.blockers.isEmpty == isSlow)
    }
  }

  @Test(
    "each address of a port is told apart",
    arguments: [
      (ConnectOutcome.refused, "refused", ProbeVerdict.fail, "nobody listens"),
      (.timedOut, "timedOut", .fail, "timed out"),
      (.unroutable("Network is unreachable"), "timedOut", .notRun, "Network is unreachable"),
    ])
  func addresses(outcome: ConnectOutcome, reachability: String, verdict: ProbeVerdict, words: String) throws {
    var dead = RecordedTranscript.empty(587, .starttls)
    dead.target.address = IPAddress("2001:db8::1")
    dead.main.connect = outcome
    let targets = RecordedTranscript.judge(RecordedTranscript.submission(), dead)
    #expect(targets.map(\.reachability.rawValue) == ["open", reachability])
    let check = try #require(targets[1].checks.first { $0.id == "P01" })
    #expect(check.verdict == verdict && check.detail.contains(words))
  }

  @Test(
    "a network that filters port 25 is told from a server that has closed it",
    arguments: [
      (ConnectOutcome.timedOut, ProbeVerdict.warn, "filters port 25"), (.refused, .fail, "refused by the host itself"),
    ])
  func filtered(outcome: ConnectOutcome, verdict: ProbeVerdict, words: String) throws {
    var closed = RecordedTranscript.empty(25, .plain)
    closed.main.connect = outcome
    let target = RecordedTranscript.judge(closed, RecordedTranscript.submission())[0]
    #expect(RecordedTranscript.verdict("P24", target) == verdict)
    #expect(target.checks.first { $0.id == "P38" }?.detail.contains(words) == true)
  }

  @Test("421, 450 and 454 are no failure", arguments: [421, 450, 454])
  func pushedBack(code: Int) {
    var transcript = RecordedTranscript.empty(587, .starttls)
    transcript.main = RecordedTranscript.connected("\(code) later")
    let target = RecordedTranscript.judge(transcript)[0]
    #expect(target.checks.allSatisfy { $0.verdict != .fail && $0.verdict != .warn })
    let result = ProbeResult(generatedAt: RecordedTranscript.now, targets: [target])
    #expect(!result.ready && result.isUnfinished && result.blockers.isEmpty)
  }

  @Test("454 to STARTTLS is about TLS, and leaves what was seen before it")
  func noTLSNow() {
    var transcript = RecordedTranscript.submission()
    transcript.main.exchanges.removeLast(2)
    transcript.main.exchanges.append(
      Exchange(
        command: "STARTTLS", outcome: RecordedTranscript.reply(454, ["4.7.0 TLS not available due to local problem"])))
    transcript.main.handshake = nil
    let target = RecordedTranscript.judge(transcript)[0]
    #expect(["P01", "P03", "P04", "P06", "P13"].allSatisfy { RecordedTranscript.verdict($0, target) == .pass })
    #expect(RecordedTranscript.verdict("P07", target) == .fail)
    #expect(["P10", "P11", "P14"].allSatisfy { RecordedTranscript.verdict($0, target) == .notRun })
    let result = ProbeResult(generatedAt: RecordedTranscript.now, targets: [target])
    #expect(!result.isUnfinished && result.blockers == ["P07@mail.example.com:587"])
  }

  @Test(
    "an open relay is looked for in every form, though the plain one is put off",
    arguments: [
      ("4.7.1 <eva@example.net>: Relay access denied", 550, ProbeVerdict.pass),
      ("4.7.1 <eva@example.net>: Relay access denied", 250, .fail), ("4.7.1 Greylisted, relay later", 250, .fail),
      ("4.7.1 Greylisted, relay later", 550, .pushedBack),
    ])
  func putOff(words: String, route: Int, verdict: ProbeVerdict) {
    var options = RecordedTranscript.options()
    options.asksPolicy = true
    options.localSender = "ana@example.com"
    options.localRecipient = "bia@example.com"
    options.externalRecipient = "eva@example.net"
    let ok = RecordedTranscript.reply(250, ["2.1.0 Ok"])
    let put = RecordedTranscript.reply(454, [words])
    var transfer = RecordedTranscript.transfer()
    transfer.answers = [
      PolicyAnswer(question: .localToExternal, mail: ok, recipient: put),
      PolicyAnswer(question: .externalToExternal, mail: ok, recipient: put),
      PolicyAnswer(question: .sourceRoute, mail: ok, recipient: RecordedTranscript.reply(route, ["so"])),
    ]
    let target = RecordedTranscript.judge(transfer, options: options)[0]
    #expect(RecordedTranscript.verdict("P28", target) == verdict)
    #expect(RecordedTranscript.verdict("P30", target) == (words.contains("Grey") ? .pushedBack : .pass))
  }

  @Test(
    "a refusal without login counts wherever it comes",
    arguments: [
      (RecordedTranscript.reply(530, ["5.7.0 log in"]), ReplyOutcome?.none, ProbeVerdict.pass),
      (RecordedTranscript.reply(250, ["ok"]), RecordedTranscript.reply(501, ["5.7.1 Permission denied"]), .pass),
      (RecordedTranscript.reply(250, ["ok"]), RecordedTranscript.reply(250, ["ok"]), .fail),
      (RecordedTranscript.reply(450, ["4.7.1 later"]), nil, .pushedBack), (.closed, nil, .notRun),
    ])
  func policy(mail: ReplyOutcome, recipient: ReplyOutcome?, verdict: ProbeVerdict) throws {
    var options = RecordedTranscript.options()
    options.asksPolicy = true
    options.localSender = "ana@example.com"
    options.externalRecipient = "eva@example.net"
    var submission = RecordedTranscript.submission()
    submission.answers = [PolicyAnswer(question: .localToExternal, mail: mail, recipient: recipient)]
    var transfer = RecordedTranscript.transfer()
    transfer.answers = submission.answers
    let targets = RecordedTranscript.judge(submission, transfer, options: options)
    #expect(RecordedTranscript.verdict("P16", targets[0]) == verdict)
    #expect(RecordedTranscript.verdict("P30", targets[1]) == verdict)
    let deciding = recipient?.reply ?? mail.reply
    #expect(targets[1].signature?.withoutLogin?.code == deciding?.code)
    #expect(targets[0].signature == nil)
  }

  @Test(
    "what was smuggled in behind STARTTLS",
    arguments: [
      (
        HandshakeOutcome.done(TLSFacts(version: "TLSv1.3", cipher: "", verifyCode: nil, chain: [])), ReplyOutcome?.none,
        ProbeVerdict.pass
      ),
      (
        .done(TLSFacts(version: "TLSv1.3", cipher: "", verifyCode: nil, chain: [])),
        RecordedTranscript.reply(250, ["Ok"]), .fail
      ),
      (.done(TLSFacts(version: "TLSv1.3", cipher: "", verifyCode: nil, chain: [])), .closed, .pass),
      (.done(TLSFacts(version: "TLSv1.3", cipher: "", verifyCode: nil, chain: [])), .timedOut(hasPart: false), .notRun),
      (.failed("alert"), nil, .pass), (.timedOut, nil, .notRun),
    ])
  func injection(handshake: HandshakeOutcome, unasked: ReplyOutcome?, verdict: ProbeVerdict) {
    var transcript = RecordedTranscript.submission()
    var session = SessionTranscript()
    session.handshake = handshake
    session.exchanges = [Exchange(command: "STARTTLS\r\nNOOP", outcome: RecordedTranscript.reply(220, ["go"]))]
    transcript.injection = InjectionTranscript(session: session, unasked: unasked)
    #expect(RecordedTranscript.verdict("P08", RecordedTranscript.judge(transcript)[0]) == verdict)
  }

  @Test(
    "what a login is told: put off, or bound to its sender",
    arguments: [
      (250, 250, ProbeVerdict.pass, "not tied"), (250, 550, .pass, "need a login"), (451, 550, .fail, "need a login"),
    ])
  func afterLogin(own: Int, other: Int, greylisting: ProbeVerdict, words: String) {
    var options = RecordedTranscript.options()
    options.login = ProbeLogin(user: "ana@example.com", password: "canary-secret")
    let ok = RecordedTranscript.reply(250, ["2.1.0 Ok"])
    var login = LoginTranscript()
    login.mechanism = "PLAIN"
    login.outcome = RecordedTranscript.reply(235, ["2.7.0 Authentication successful"])
    login.answers = [
      PolicyAnswer(
        question: .localToExternal, mail: ok, recipient: RecordedTranscript.reply(own, ["Greylisted, come again"])),
      PolicyAnswer(
        question: .otherLocalToExternal, mail: ok,
        recipient: RecordedTranscript.reply(other, ["5.7.1 Sender not owned by login"])),
    ]
    var transcript = RecordedTranscript.submission()
    transcript.login = login
    let target = RecordedTranscript.judge(transcript, options: options)[0]
    #expect(RecordedTranscript.verdict("P23", target) == greylisting)
    #expect(target.checks.first { $0.id == "P19" }?.detail.contains(words) == true)
    #expect(RecordedTranscript.verdict("P19", RecordedTranscript.judge(transcript)[0]) == .notRun)
  }

  @Test("an office behind one address", arguments: [(20, ProbeVerdict.pass, "20 of 20"), (10, .fail, "421 too many")])
  func office(taken: Int, verdict: ProbeVerdict, words: String) {
    var options = RecordedTranscript.options()
    #expect(!P39Steps.all(options).contains(.manyAtOnce))
    options.connectionsAtOnce = 20
    #expect(P39Steps.all(options).contains(.manyAtOnce))
    var transcript = RecordedTranscript.submission()
    transcript.manyAtOnce = ManyAtOnce(asked: 20, taken: taken, end: "421 too many")
    let target = RecordedTranscript.judge(transcript, options: options)[0]
    #expect(RecordedTranscript.verdict("P39", target) == verdict)
    #expect(target.checks.first { $0.id == "P39" }?.detail.contains(words) == true)
  }

  @Test("features of the way between servers are noted, and nothing hangs on them")
  func relayFeatures() {
    var transcript = RecordedTranscript.submission()
    let plain = RecordedTranscript.judge(transcript)[0].checks.first { $0.id == "P41" }
    #expect(plain?.verdict == .pass && plain?.detail.contains("nothing depends") == true)
    transcript.main.exchanges.removeLast()
    transcript.main.exchanges.append(
      Exchange(
        command: "EHLO x", outcome: RecordedTranscript.reply(250, RecordedTranscript.hello + ["REQUIRETLS"]),
        isBehindTLS: true))
    #expect(RecordedTranscript.judge(transcript)[0].checks.first { $0.id == "P41" }?.detail == "offered")
    let without = RecordedTranscript.judge(transcript)[0].checks.first { $0.id == "P12" }
    #expect(without?.verdict == .pass && without?.detail == "no, and none is needed")
    transcript.main.handshake = .done(
      TLSFacts(version: "TLSv1.3", cipher: "", verifyCode: 0, chain: [SampleServiceCertificate.pem]))
    let with = RecordedTranscript.judge(transcript)[0].checks.first { $0.id == "P12" }
    #expect(with?.verdict == .pass && with?.detail == "yes: _submission.example.com, _submissions.example.com")
  }

  @Test("the document has every name of the contract, null or not")
  func document() throws {
    var dead = RecordedTranscript.empty(587, .starttls)
    dead.target.address = nil
    dead.nameFault = .unresolvable("Name or service not known")
    let result = ProbeResult(
      generatedAt: RecordedTranscript.now, targets: RecordedTranscript.judge(RecordedTranscript.submission(), dead))
    let data = try JSONEncoder().encode(result)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(Set(json.keys) == ["schema", "generatedAt", "targets", "ready", "blockers"])
    let targets = try #require(json["targets"] as? [[String: Any]])
    for target in targets {
      #expect(
        Set(target.keys) == [
          "host", "address", "port", "mode", "reachability", "connectMilliseconds", "greeting", "capabilities", "tls",
          "checks",
        ])
      let checks = try #require(target["checks"] as? [[String: Any]])
      for check in checks {
        #expect(Set(check.keys) == ["id", "title", "severity", "verdict", "detail", "rule", "remedy"])
      }
    }
    #expect(targets[1]["tls"] is NSNull && targets[1]["address"] is NSNull)
    #expect(json["blockers"] as? [String] == ["P01@mail.example.com:587"])
    #expect(try JSONDecoder().decode(ProbeResult.self, from: data) == result)
  }

  @Test("a login never shows itself")
  func secret() {
    let login = ProbeLogin(user: "ana", password: "canary-secret")
    var dumped = ""
    dump(login, to: &dumped)
    #expect(!"\(login) \(String(reflecting: login)) \(dumped)".contains("canary-secret"))
  }
}

/// The steps of all checks.
private enum P39Steps {
  static func all(_ options: ProbeOptions) -> Set<ProbeStep> { Set(ProbeRules.all.flatMap { $0.steps(for: options) }) }
}
