import MailModel
import Testing

/// What strangers write into logs.
struct HostileText: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  var testDescription: String { name }

  static let all: [HostileText] = [
    HostileText(name: "image with handler", text: "<img src=x onerror=alert(1)>"),
    HostileText(name: "end of script", text: "</script><script>alert(1)</script>"),
    HostileText(name: "end of style", text: "</style><svg onload=alert(1)>"),
    HostileText(name: "double quote", text: "\" onmouseover=\"alert(1)"),
    HostileText(name: "single quote", text: "' onmouseover='alert(1)"),
    HostileText(name: "quote with accent", text: "\"\u{301} onmouseover=alert(1) x=\"\u{301}"),
    HostileText(name: "bracket with variation selector", text: "<\u{FE0F}img src=x onerror=alert(1)>"),
    HostileText(name: "bracket after prepended sign", text: "\u{0D4E}<script>alert(1)</script>"),
    HostileText(name: "comma with accent", text: "a,\u{301}b"),
    HostileText(name: "script address", text: "javascript:alert(1)"),
    HostileText(name: "template tag", text: "{{{style}}}{{#users}}{{identity}}{{/users}}"),
    HostileText(name: "placeholder", text: "{count}{subject}{ports}"),
    HostileText(name: "right to left", text: "ana@\u{202E}moc.elpmaxe"),
    HostileText(name: "terminal escape", text: "\u{1B}]0;title\u{7}\u{1B}[2J\u{1B}[31mred"),
    HostileText(name: "C1 control", text: "a\u{9B}31mred\u{85}line"),
    HostileText(name: "line breaks", text: "a\r\nb\nc\u{2028}d"),
    HostileText(name: "NUL and DEL", text: "a\u{0}b\u{7F}"),
    HostileText(name: "formula", text: "=cmd|' /C calc'!A0"),
    HostileText(name: "formula after spaces", text: "  @SUM(1)"),
    HostileText(name: "formula after tab", text: "\t=1+1"),
    HostileText(name: "zero width", text: "a\u{200B}b\u{FEFF}c"),
  ]

  /// A report that holds the text wherever a log, a file name or an option can bring text in.
  func model() -> ReportModel {
    let time = SampleReport.at(day: 1)
    let evidence = [
      EvidenceReference(source: text, line: 3, what: .refusal, port: text, portEvidence: .logged),
      EvidenceReference(source: "elsewhere \(text)", line: 4),
    ]
    let user = UserReport(
      identity: text, kind: .envelopeSender, readiness: .moving,
      ports: [
        "25": PortUse(sessions: 1, messages: 2, firstAt: time, lastAt: time),
        text: PortUse(sessions: 1, messages: 1, firstAt: time, lastAt: time),
      ], refusals: ["submissionRequired": 1, text: 2],
      clients: [
        ClientReport(address: text, helo: text, guess: .printer, confidence: .low, ports: ["25": 1, text: 1])
      ], evidence: evidence, lastRefusedAt: time)
    let address = AddressReport(
      address: text, kind: .client, users: [text, "other \(text)"], ports: [text: PortCount(sessions: 1, messages: 1)],
      refusals: [text: 1], sessions: 2, helo: text, firstAt: time, lastAt: time)
    let source = SourceReport(
      path: text, format: text, compression: text, encoding: text, lines: 2, events: 1, ignored: 1, from: time,
      to: time, complete: false, fault: text, samples: [LineSample(line: 1, text: text)])
    return ReportModel(
      generator: Generator(name: text, version: text), generatedAt: time, window: Window(from: time, to: time),
      policy: PortPolicy(), sources: [source], skipped: [SkippedSource(path: text, reason: text)],
      totals: SampleReport.totals([user], [address]), users: [user], addresses: [address],
      refusals: [
        RefusalReport(
          refusalClass: .submissionRequired, code: 501, enhancedCode: text, text: text, count: 1, identities: 1,
          addresses: 1, firstAt: time, lastAt: time, evidence: evidence)
      ],
      daily: [
        DayReport(day: text, ports: [text: PortCount(sessions: 1, messages: 1)]),
        DayReport(
          day: "2026-11-10",
          ports: ["25": PortCount(sessions: 1, messages: 1), text: PortCount(sessions: 1, messages: 2)]),
      ],
      portAdvice: [PortAdvice(format: text, unknownSessions: 1, remedies: PortRemedy.allCases, servers: [text])],
      warnings: ReportWarningCode.allCases.map { ReportWarning(code: $0, count: 2, subject: text) },
      trend: SampleReport.trend([text, "other \(text)"]))
  }
}
