import MailModel
import Probing
import Transport

/// Transcripts written down, to be judged without a server.
enum RecordedTranscript {
  static let now = Timestamp(seconds: 1_795_600_000)
  static let hello = ["mail.example.com", "PIPELINING", "SIZE 10240000", "8BITMIME", "ENHANCEDSTATUSCODES", "DSN"]

  /// A sound port with STARTTLS.
  static func submission() -> TargetTranscript {
    var transcript = empty(587, .starttls)
    transcript.main = connected("220 mail.example.com ESMTP")
    transcript.main.exchanges += [
      Exchange(command: "EHLO probe.example.org", outcome: reply(250, hello + ["STARTTLS"])),
      Exchange(command: "STARTTLS", outcome: reply(220, ["go"])),
      Exchange(command: "EHLO probe.example.org", outcome: reply(250, hello + ["AUTH PLAIN LOGIN"]), isBehindTLS: true),
    ]
    transcript.main.handshake = .done(
      TLSFacts(version: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384", verifyCode: 0, chain: [SampleCertificate.pem]))
    return transcript
  }

  /// A port for other servers.
  static func transfer() -> TargetTranscript {
    var transcript = empty(25, .plain)
    transcript.main = connected("220 mail.example.com ESMTP")
    transcript.main.exchanges.append(
      Exchange(command: "EHLO probe.example.org", outcome: reply(250, hello + ["STARTTLS"])))
    return transcript
  }

  static func empty(_ port: Int, _ mode: ProbeMode) -> TargetTranscript {
    TargetTranscript(
      target: ProbeTarget(host: "mail.example.com", address: IPAddress("192.0.2.1"), port: port, mode: mode))
  }

  static func connected(_ greeting: String) -> SessionTranscript {
    var session = SessionTranscript()
    session.connect = .open
    session.connectMilliseconds = 1.9
    session.exchanges = [
      Exchange(command: nil, outcome: reply(Int(greeting.prefix(3)) ?? 0, [String(greeting.dropFirst(4))]))
    ]
    return session
  }

  static func reply(_ code: Int, _ lines: [String]) -> ReplyOutcome { .reply(SMTPReply(code: code, lines: lines)) }

  static func options() -> ProbeOptions { ProbeOptions(ownName: "probe.example.org", now: now) }

  static func judge(_ transcripts: TargetTranscript..., options: ProbeOptions = options()) -> [ProbedTarget] {
    Probe(options: options).judge(transcripts)
  }

  static func verdict(_ id: String, _ target: ProbedTarget) -> ProbeVerdict? {
    target.checks.first { $0.id == id }?.verdict
  }
}
