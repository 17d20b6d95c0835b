import MailModel
import Probing
import Transport

/// Feeds bytes as what a probed server says: greeting, replies to every command, certificate.
enum FuzzTranscripts: FuzzTarget {
  static let seeds = "transcripts"

  static func feed(_ bytes: [UInt8]) throws {
    let said = outcomes(bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    _ = CertificateFacts(der: bytes)
    if let facts = CertificateFacts(pem: text) {
      for moment in [facts.notBefore, facts.notAfter] {
        try Contradiction.unless(Timestamp(iso8601: "\(moment)") == moment, "a moment that cannot be read again")
      }
    }
    var options = ProbeOptions(ownName: "probe.example.org", now: Timestamp(seconds: 1_795_600_000))
    options.asksPolicy = true
    options.localSender = "ana@example.com"
    options.localRecipient = "ana@example.com"
    options.externalRecipient = "eva@example.net"
    let ports: [(Int, ProbeMode)] = [(25, .plain), (587, .starttls), (465, .tls)]
    let targets = Probe(options: options).judge(ports.map { transcript($0.0, $0.1, said, text) })
    try Contradiction.unless(targets.count == ports.count, "a target without a result")
    for target in targets {
      try Contradiction.unless(!target.checks.isEmpty, "a target without checks")
      let codes = [target.signature?.withoutLogin?.code, target.signature?.withLogin?.code].compactMap { $0 }
      try Contradiction.unless(codes.allSatisfy { (200..<600).contains($0) }, "no code of a reply")
    }
  }

  /// The replies in their order, and what is none behind them.
  private static func outcomes(_ bytes: [UInt8]) -> [ReplyOutcome] {
    var reader = ReplyReader()
    reader.feed(bytes)
    var outcomes: [ReplyOutcome] = []
    while true {
      switch reader.next() {
      case .reply(let reply): outcomes.append(.reply(reply))
      case .foreign(let text): return outcomes + [.foreign(text)]
      case .incomplete: return outcomes
      }
    }
  }

  /// A target on which the replies answer one command after another.
  private static func transcript(
    _ port: Int, _ mode: ProbeMode, _ said: [ReplyOutcome], _ certificate: String
  ) -> TargetTranscript {
    var transcript = TargetTranscript(
      target: ProbeTarget(host: "mail.example.com", address: IPAddress("192.0.2.1"), port: port, mode: mode))
    var rest = said[...]
    func exchange(_ command: String?, isBehindTLS: Bool) -> Exchange? {
      rest.popFirst().map { Exchange(command: command, outcome: $0, isBehindTLS: isBehindTLS) }
    }
    var commands: [(String?, Bool)] = [(nil, mode == .tls)]
    if mode != .tls { commands.append(("EHLO probe.example.org", false)) }
    if mode == .starttls { commands.append(("STARTTLS", false)) }
    if mode != .plain { commands.append(("EHLO probe.example.org", true)) }
    transcript.main.connect = .open
    transcript.main.exchanges = commands.compactMap { exchange($0.0, isBehindTLS: $0.1) }
    if mode != .plain {
      transcript.main.handshake = .done(
        TLSFacts(version: "TLSv1.3", cipher: "", verifyCode: 0, chain: [certificate]))
    }
    transcript.authInClear = rest.popFirst()
    for question in PolicyQuestion.allCases {
      guard let mail = rest.popFirst() else { break }
      transcript.answers.append(PolicyAnswer(question: question, mail: mail, recipient: rest.popFirst()))
    }
    return transcript
  }
}
