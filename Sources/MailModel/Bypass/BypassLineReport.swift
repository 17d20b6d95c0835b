/// One line of a bypass file, judged.
public struct BypassLineReport: Codable, Sendable, Equatable {
  /// Its number in the file, from 1.
  public var number: Int
  /// The line as it stands, without its end.
  public var text: String
  /// What it looks at.
  public var kind: BypassKind
  /// Whether the grammar has it.
  public var valid: Bool
  /// How wide a hole it makes.
  public var risk: BypassRisk
  /// What is to be known of it.
  public var notes: [String]
  /// How much of its effect the logs can tell.
  public var simulation: BypassSimulation
  /// What it would let pass; null without a state, and where the logs cannot tell.
  public var matches: BypassMatches?
  /// Whether nothing matched for the time that was asked for; null where that cannot be said.
  public var idle: Bool?
  /// Who answers for it, by the notes kept beside the file.
  public var owner: String?
  /// The day on which it should go, by the notes kept beside the file.
  public var expires: String?

  /// Takes every part.
  public init(
    number: Int, text: String, kind: BypassKind, valid: Bool, risk: BypassRisk, notes: [String],
    simulation: BypassSimulation = .notRun, matches: BypassMatches? = nil, idle: Bool? = nil, owner: String? = nil,
    expires: String? = nil
  ) {
    self.number = number
    self.text = text
    self.kind = kind
    self.valid = valid
    self.risk = risk
    self.notes = notes
    self.simulation = simulation
    self.matches = matches
    self.idle = idle
    self.owner = owner
    self.expires = expires
  }

  /// Writes every name, also of what is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(number, forKey: .number)
    try container.encode(text, forKey: .text)
    try container.encode(kind, forKey: .kind)
    try container.encode(valid, forKey: .valid)
    try container.encode(risk, forKey: .risk)
    try container.encode(notes, forKey: .notes)
    try container.encode(simulation, forKey: .simulation)
    try container.encode(matches, forKey: .matches)
    try container.encode(idle, forKey: .idle)
    try container.encode(owner, forKey: .owner)
    try container.encode(expires, forKey: .expires)
  }
}
