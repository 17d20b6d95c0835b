/// What the notices of one cut-over have brought.
public struct NoticeCampaignReport: Codable, Sendable, Equatable {
  /// The day that names it: `2026-12-01`.
  public var campaign: String
  /// Round by round.
  public var rounds: [RoundEffect]

  /// Takes both.
  public init(campaign: String, rounds: [RoundEffect]) {
    self.campaign = campaign
    self.rounds = rounds
  }

  /// A number of all rounds together.
  public func sum(_ number: (RoundEffect) -> Int) -> Int { rounds.reduce(0) { $0 + number($1) } }

  /// People whom a notice has reached.
  public var told: Int { sum { $0.sent - $0.toldAgain } }
}
