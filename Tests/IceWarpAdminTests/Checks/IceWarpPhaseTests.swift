import MailModel
import Testing

@testable import IceWarpAdmin

@Suite("IceWarp phases")
struct IceWarpPhaseTests {
  /// Second port, option, TLS, bypass file; and what comes of it.
  static let rows: [(tool: String, bypass: String?, phase: PreflightPhase?, next: String)] = [
    ("AltPort: 366 | MessageSubmission: 0", nil, .noSubmissionPort, "Bind 587"),
    ("AltPort: 366 | MessageSubmission: 1", nil, .noSubmissionPort, "at once"),
    ("AltPort: 366 | MessageSubmission: 0 | Bind: 192.0.2.1:25;192.0.2.1:587", nil, .bound, "put right: C1"),
    ("AltPort: 587 | MessageSubmission: 0", nil, .bound, "C12 (?)"),
    ("AltPort: 587 | MessageSubmission: 1", nil, .enforced, "--bypass"),
    ("AltPort: 587 | MessageSubmission: 1", "i:192.0.2.60\r\n", .enforced, "bypass list"),
    ("AltPort: 587 | MessageSubmission: 1 | Enforce: 1", "i:192.0.2.60\r\n", .enforced, "bypass list"),
    ("AltPort: 587 | MessageSubmission: 1", "\r\n", .withoutExceptions, "demand TLS"),
    ("AltPort: 587 | MessageSubmission: 1 | Enforce: 1", "", .tlsEnforced, "keep an eye"),
    ("AltPort: 587", nil, nil, "Hand in"),
    ("MessageSubmission: 1", nil, nil, "Hand in"),
  ]

  @Test("phase and next step", arguments: rows)
  func phase(tool: String, bypass: String?, phase: PreflightPhase?, next: String) {
    let names = [
      "AltPort:": "C_System_Services_SMTP_AltPort:", "MessageSubmission:": "C_Mail_SMTP_Delivery_MessageSubmission:",
      "Enforce:": "C_Mail_SMTP_Delivery_EnforceTlsOnSecondarySmtpPort:", "Bind:": "C_System_Services_BindIPAddress:",
      " | ": "\n",
    ]
    let text = names.reduce(tool) { $0.replacing($1.key, with: $1.value) }
    var evidence = IceWarpEvidence()
    evidence.settings = IceWarpSettings.parse(Array(text.utf8))
    evidence.bypass = bypass.map {
      BypassTree(name: "submissionbypass.dat", bytes: Array($0.utf8)) { _, _ in
        .missing(reason: TranslatedText(verbatim: "none"))
      }
    }
    for language in Language.allCases {
      let report = IceWarpPreflight.report(
        evidence, in: language, generator: Generator(version: "0"), at: Timestamp(seconds: 0), sources: [])
      #expect(report.phase == phase, "\(report.phaseDetail)")
      #expect(!report.phaseDetail.isEmpty && !report.nextStep.isEmpty)
      if language == .english { #expect(report.nextStep.contains(next), "\(report.nextStep)") }
    }
  }
}
