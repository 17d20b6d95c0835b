/// Lines for those who cannot move: what `port587 bypass suggest --json` prints.
public struct BypassSuggestion: Codable, Sendable, Equatable {
  /// The schema that this program writes.
  public static let currentSchema = "port587-bypass-suggestion/1"

  /// Always `port587-bypass-suggestion/1`.
  public var schema: String
  /// When it was made.
  public var generatedAt: Timestamp
  /// What the state covers.
  public var window: Window
  /// The lines, those that free most first.
  public var proposals: [BypassProposal]
  /// Clients that were looked at and get none.
  public var leftOut: [BypassLeftOut]

  /// Takes every part.
  public init(
    generatedAt: Timestamp, window: Window, proposals: [BypassProposal], leftOut: [BypassLeftOut]
  ) {
    schema = BypassSuggestion.currentSchema
    self.generatedAt = generatedAt
    self.window = window
    self.proposals = proposals
    self.leftOut = leftOut
  }
}
