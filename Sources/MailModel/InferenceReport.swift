/// Ports that were concluded and are not sure (`--infer-port`); none of the other numbers holds any of this.
public struct InferenceReport: Codable, Sendable, Equatable {
  /// What one rule concluded.
  public struct Row: Codable, Sendable, Equatable {
    /// The rule.
    public var rule: InferenceRule
    /// The port it concluded.
    public var port: Int
    /// How much it can be relied on.
    public var strength: Confidence
    /// Authenticated sessions of unknown port.
    public var sessions: Int
    /// Refusals in sessions of unknown port.
    public var refusals: Int

    /// Takes every part.
    public init(rule: InferenceRule, port: Int, sessions: Int, refusals: Int) {
      self.rule = rule
      self.port = port
      strength = rule.strength
      self.sessions = sessions
      self.refusals = refusals
    }
  }

  /// Where a user was, as it was concluded.
  public struct User: Codable, Sendable, Equatable {
    /// The identity, as in `users`.
    public var identity: String
    /// Authenticated sessions of unknown port by the port concluded.
    public var ports: [String: Int]
    /// Refusals by the port concluded.
    public var refusals: [String: Int]

    /// Takes every part.
    public init(identity: String, ports: [String: Int] = [:], refusals: [String: Int] = [:]) {
      self.identity = identity
      self.ports = ports
      self.refusals = refusals
    }
  }

  /// By rule and port.
  public var rules: [Row]
  /// By user, those with most sessions on legacy ports first.
  public var users: [User]
  /// Authenticated sessions of unknown port of which no rule says anything.
  public var undecided: Int
  /// What was known of the server; what is concluded holds for days on which the server was like that.
  public var facts: [InferenceFact]

  /// Takes every part.
  public init(rules: [Row] = [], users: [User] = [], undecided: Int = 0, facts: [InferenceFact] = []) {
    self.facts = facts
    self.rules = rules
    self.users = users
    self.undecided = undecided
  }
}
