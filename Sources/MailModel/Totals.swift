/// Sums over everything that was read.
public struct Totals: Codable, Sendable, Equatable {
  /// SMTP connections from clients.
  public var sessions: Int
  /// Sessions in which an AUTH succeeded.
  public var authenticatedSessions: Int
  /// Messages accepted while logged in.
  public var messages: Int
  /// Length of `users`.
  public var users: Int
  /// Length of `addresses`.
  public var addresses: Int
  /// Failed logins.
  public var failedLogins: Int
  /// Refusals of every class.
  public var refusals: Int
  /// Logins whose password crossed the network in clear.
  public var plaintextLogins: Int
  /// Messages relayed without a login.
  public var unauthenticatedRelays: Int
  /// The same by port number or `unknown`.
  ///
  /// Nothing in reports of earlier versions.
  public var relaysByPort: [String: Int]?
  /// Those of them that the bypass file lets pass, by port, where there is one.
  public var freedRelaysByPort: [String: Int]?
  /// By port number or `unknown`; adds up to `authenticatedSessions` and `messages`.
  public var byPort: [String: PortCount]
  /// Authenticated sessions by evidence; adds up to `authenticatedSessions`.
  public var byPortEvidence: [String: Int]
  /// Users by readiness.
  public var readiness: [String: Int]

  /// Takes every part.
  public init(
    sessions: Int = 0, authenticatedSessions: Int = 0, messages: Int = 0, users: Int = 0, addresses: Int = 0,
    failedLogins: Int = 0, refusals: Int = 0, plaintextLogins: Int = 0, unauthenticatedRelays: Int = 0,
    relaysByPort: [String: Int]? = nil, byPort: [String: PortCount] = [:], byPortEvidence: [String: Int] = [:],
    readiness: [String: Int] = [:]
  ) {
    self.sessions = sessions
    self.authenticatedSessions = authenticatedSessions
    self.messages = messages
    self.users = users
    self.addresses = addresses
    self.failedLogins = failedLogins
    self.refusals = refusals
    self.plaintextLogins = plaintextLogins
    self.unauthenticatedRelays = unauthenticatedRelays
    self.relaysByPort = relaysByPort
    self.byPort = byPort
    self.byPortEvidence = byPortEvidence
    self.readiness = readiness
  }
}
