public import Transport

/// What was said on one connection, in order.
public struct SessionTranscript: Sendable, Equatable {
  /// What came of opening it.
  public var connect: ConnectOutcome = .failed("not tried")
  /// How long TCP took.
  public var connectMilliseconds: Double?
  /// Greeting and commands.
  public var exchanges: [Exchange] = []
  /// The handshake, if one was tried.
  public var handshake: HandshakeOutcome?
  /// How long the handshake took.
  public var handshakeMilliseconds: Double?
  /// Whether bytes came that answer nothing.
  public var spokeOutOfTurn = false

  /// Nothing said yet.
  public init() {}

  /// Whether what is said now goes through TLS.
  public var isBehindTLS: Bool { tls != nil }

  /// What the handshake showed, if it was finished.
  public var tls: TLSFacts? {
    guard case .done(let facts) = handshake else { return nil }
    return facts
  }

  /// Adds what an earlier handshake said of the chain.
  mutating func noteVerification(_ code: Int) {
    guard case .done(var facts) = handshake else { return }
    facts.verifyCode = code
    handshake = .done(facts)
  }

  /// What came of waiting for the greeting.
  public var greeting: ReplyOutcome? { exchanges.first { $0.command == nil }?.outcome }

  /// What came of the first command that begins so, in clear or behind TLS.
  public func outcome(_ verb: String, behindTLS: Bool) -> ReplyOutcome? {
    exchanges.first { $0.isBehindTLS == behindTLS && ($0.command?.hasPrefix(verb) ?? false) }?.outcome
  }

  /// What the reply to EHLO offers, without the line of the server's name; nothing when it was refused or not asked.
  public func capabilities(behindTLS: Bool) -> [String]? {
    guard let reply = outcome("EHLO", behindTLS: behindTLS)?.reply, reply.code == 250 else { return nil }
    return Array(reply.lines.dropFirst())
  }

  /// The reply by which the server asked to be left alone.
  ///
  /// 454 to STARTTLS is none (RFC 3207 section 4: TLS not available): Postfix says it for good while it cannot load its key.
  public var pushBack: SMTPReply? {
    exchanges.lazy.filter { exchange in
      let command = exchange.command ?? ""
      if command.hasPrefix("STARTTLS"), exchange.outcome.reply?.code == 454 { return false }
      return !command.hasPrefix("MAIL") && !command.hasPrefix("RCPT")
    }.compactMap(\.outcome.reply).first { $0.isPushBack }
  }
}
