import MailModel

/// A report in which every text that could name somebody holds the letters `zq`.
enum NamedReport {
  private static let at = Timestamp(seconds: 1_794_182_400)

  static let model = ReportModel(
    generator: Generator(version: "0.1.0"), generatedAt: at, window: Window(from: at, to: at), policy: PortPolicy(),
    sources: [source("logs/zq1.log"), source("-")],
    skipped: [SkippedSource(path: "/srv/zq/x.tmp", reason: "this folder is read already, as /srv/zq")],
    totals: Totals(sessions: 3, authenticatedSessions: 3, messages: 9, users: 4, addresses: 3),
    users: [
      user("zqana@zq.example", messages: 5, "198.51.100.7", "PC-ZQ"), user("zqbob@zq.example", messages: 2, "zq6", nil),
      user("zqana", messages: 2, "198.51.100.7", "[zq]"), user("others", messages: 0, "others", nil),
    ],
    addresses: [
      address("198.51.100.7", ["zqana", "zqana@zq.example"]), address("2001:db8::zq", []), address("others", []),
    ],
    refusals: [
      refusal("Permission denied"), refusal("zqana is not one of ours"),
      refusal("see http://help.zq.org/17, zq.org:25"),
      refusal("<…>: ZQANA@zq.example not owned by user zqbob (PC-ZQ)"),
    ],
    daily: [DayReport(day: "2026-11-09", ports: ["25": PortCount(sessions: 1, messages: 2)])],
    portAdvice: [
      PortAdvice(
        format: "postfix", unknownSessions: 1, remedies: [.postfixSyslogName],
        servers: ["mail.zq.example", "mx.zq.example"])
    ],
    warnings: [
      ReportWarning(code: .incompleteSource, subject: "logs/zq1.log"), ReportWarning(code: .unreadLines, count: 2),
    ],
    connections: ConnectionReport(sources: [source("fw/zq.log")], sessions: 1), trend: trend, server: server)

  private static let trend: TrendReport = {
    let day = CivilDate(daysSinceEpoch: 20_766)
    let window = TrendWindow(from: day, to: day, daysWithLogs: 1)
    var moved = TrendUser(identity: "zqbob@zq.example", recent: .ready, wave: 1)
    moved.movement = .moved
    return TrendReport(
      days: window, recent: window, forecast: ZeroForecast(.tooFewDays),
      movement: TrendMovement(before: window, after: window, groups: ["moved": 1]),
      users: [
        moved, TrendUser(identity: "zqana@zq.example", recent: .ready, wave: 1), TrendUser(identity: "zqana", wave: 2),
      ])
  }()

  private static let server = ServerReport(
    probe: ServerProbe(
      probedAt: at, ready: false, blockers: ["P06@mail.zq.example:587"],
      ports: [
        ServerPort(
          host: "mail.zq.example", address: "198.51.100.7", port: 587, mode: .starttls, reachability: .open,
          findings: [
            ServerFinding(
              id: "P06", title: "STARTTLS is offered", severity: .blocker, verdict: .fail,
              detail: "250 mail.zq.example",
              remedy: "Set a certificate")
          ])
      ]),
    preflight: ServerPreflight(
      checkedAt: at, product: .icewarp, phase: .bound, phaseDetail: "AltPort of zq", nextStep: "Tell zqana",
      blockers: ["C12"], unjudged: [],
      findings: [
        ServerFinding(
          id: "C12", title: "The relay has a port", severity: .blocker, verdict: .fail, detail: "relay.zq.example",
          remedy: "Set relay.zq.example:587", console: PreflightConsole("Mail > Routing", "E-mail > Rotas"),
          command: "tool modify zq")
      ]))

  private static func source(_ path: String) -> SourceReport {
    SourceReport(
      path: path, format: "icewarp", lines: 4, events: 2, unrecognised: 2, complete: false,
      fault: "cannot read \(path): zq",
      samples: [LineSample(line: 3, text: "198.51.100.7 [0001] 10:00 Zqana Émile said: zq@zq.example …")])
  }

  private static func user(_ identity: String, messages: Int, _ address: String, _ helo: String?) -> UserReport {
    UserReport(
      identity: identity, kind: .authenticated, readiness: .notReady,
      ports: ["25": PortUse(sessions: 1, messages: messages, firstAt: at, lastAt: at)],
      clients: [
        ClientReport(address: address, helo: helo, guess: .unknown, confidence: .low, ports: ["25": 1], lastAt: at)
      ],
      evidence: [
        EvidenceReference(
          source: "logs/zq1.log", line: 7, port: "25", portEvidence: .connectionLog,
          record: RecordReference(source: "fw/zq.log", line: 9))
      ])
  }

  private static func address(_ address: String, _ users: [String]) -> AddressReport {
    AddressReport(address: address, kind: .client, users: users, sessions: 1, helo: "zq-pc.zq.example")
  }

  private static func refusal(_ text: String) -> RefusalReport {
    RefusalReport(
      refusalClass: .other, code: 550, enhancedCode: "5.7.1", text: text, count: 1, identities: 1, addresses: 1,
      firstAt: at, lastAt: at, evidence: [EvidenceReference(source: "logs/zq1.log", line: 8, what: .refusal)])
  }
}
