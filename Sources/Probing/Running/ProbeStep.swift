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
  /// The one login.
  case login
}
