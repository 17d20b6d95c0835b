/// A line that is proposed for a bypass file.
public struct BypassProposal: Codable, Sendable, Equatable {
  /// The line, without its end.
  public var text: String
  /// What it looks at.
  public var kind: BypassKind
  /// How wide a hole it makes.
  public var risk: BypassRisk
  /// Why it is proposed.
  public var reason: String
  /// What the program or device seems to be.
  public var guess: ClientGuess
  /// How sure that is.
  public var confidence: Confidence
  /// Who sends through it.
  public var identities: [String]
  /// Who answers for it: what was given, else who sends.
  public var owner: String?
  /// The day on which it should go.
  public var expires: String
  /// What it would have let pass.
  public var matches: BypassMatches
  /// What is to be known before it is taken over.
  public var notes: [String]
  /// Log lines that show the need.
  public var evidence: [EvidenceReference]

  /// Takes every part.
  public init(
    text: String, kind: BypassKind, risk: BypassRisk, reason: String, guess: ClientGuess, confidence: Confidence,
    identities: [String], owner: String?, expires: String, matches: BypassMatches, notes: [String],
    evidence: [EvidenceReference]
  ) {
    self.text = text
    self.kind = kind
    self.risk = risk
    self.reason = reason
    self.guess = guess
    self.confidence = confidence
    self.identities = identities
    self.owner = owner
    self.expires = expires
    self.matches = matches
    self.notes = notes
    self.evidence = evidence
  }

  /// Writes every name, also of what is null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(text, forKey: .text)
    try container.encode(kind, forKey: .kind)
    try container.encode(risk, forKey: .risk)
    try container.encode(reason, forKey: .reason)
    try container.encode(guess, forKey: .guess)
    try container.encode(confidence, forKey: .confidence)
    try container.encode(identities, forKey: .identities)
    try container.encode(owner, forKey: .owner)
    try container.encode(expires, forKey: .expires)
    try container.encode(matches, forKey: .matches)
    try container.encode(notes, forKey: .notes)
    try container.encode(evidence, forKey: .evidence)
  }
}
