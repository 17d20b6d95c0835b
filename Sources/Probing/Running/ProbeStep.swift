/// What has to be said on a target before a check can judge; steps that several checks need are done once, in this order.
public enum ProbeStep: Hashable, Sendable {
  /// Greeting, EHLO, STARTTLS or TLS, EHLO, QUIT.
  case dialogue
  /// Who may write to whom without a login, on the connection of the dialogue.
  case policy(PolicyQuestion)
  /// EHLO under several names, and HELO.
  case naming
  /// STARTTLS with a command smuggled in.
  case injection
  /// A handshake with TLS 1.1 and older.
  case oldVersions
  /// A handshake with RSA key exchange.
  case rsaKeyExchange
  /// Many connections, open at once.
  case manyAtOnce
  /// STARTTLS on port 25, to see its certificate.
  case certificate
  /// AUTH before TLS, without a secret.
  case authInClear
  /// What the DNS says of the host.
  case names
  /// SRV records of the domain.
  case services
  /// Autoconfig and Autodiscover of the domain.
  case documents
  /// The one login.
  case login
}
