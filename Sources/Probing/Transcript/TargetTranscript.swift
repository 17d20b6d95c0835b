public import MailModel
public import Transport

/// Everything that was said on one target, on all of its connections.
public struct TargetTranscript: Sendable, Equatable {
  /// Whom it was said to.
  public var target: ProbeTarget
  /// Why the name led to no address.
  public var nameFault: NameFault?
  /// The main connection.
  public var main = SessionTranscript()
  /// What a port for clear text did when it was silent and TLS was tried; nothing when that was not tried.
  public var tlsOnPlain: HandshakeOutcome?
  /// What a port for TLS said in clear after a handshake that failed.
  public var plainOnTLS: ReplyOutcome?
  /// The connection on which different host names were told.
  public var naming: SessionTranscript?
  /// The connection with a command smuggled in behind STARTTLS.
  public var injection: InjectionTranscript?
  /// A handshake that offers TLS 1.1 and older alone.
  public var oldVersions: HandshakeOutcome?
  /// A handshake that offers RSA key exchange alone.
  public var rsaKeyExchange: HandshakeOutcome?
  /// Many connections, open at once.
  public var manyAtOnce: ManyAtOnce?
  /// A handshake on a port for clear text that offers STARTTLS.
  public var certificate: HandshakeOutcome?
  /// The reply to AUTH before TLS.
  public var authInClear: ReplyOutcome?
  /// What the DNS says of the host; nothing when it was not asked or did not answer.
  public var names: HostRecords?
  /// SRV records of the domain; nothing when they were not asked or no answer came.
  public var services: ServiceRecords?
  /// What the domain publishes for mail programs; nothing when that was not asked or no answer came in time.
  public var publications: [Publication]?
  /// What senders without login were told.
  public var answers: [PolicyAnswer] = []
  /// The one login.
  public var login: LoginTranscript?

  /// Nothing said yet.
  public init(target: ProbeTarget) { self.target = target }

  /// What a sender without login was told.
  public func answer(_ question: PolicyQuestion) -> PolicyAnswer? { answers.first { $0.question == question } }
}
