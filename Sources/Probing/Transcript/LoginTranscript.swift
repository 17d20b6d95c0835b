/// What came of the one login.
public struct LoginTranscript: Sendable, Equatable {
  /// What was used: `PLAIN` or `LOGIN`; nothing when none of them is offered behind TLS.
  public var mechanism: String?
  /// The last reply to AUTH.
  public var outcome: ReplyOutcome?
  /// Whether the connection still answered after a refusal.
  public var survived: Bool?
  /// What the logged-in sender was told.
  public var answers: [PolicyAnswer] = []

  /// Nothing tried yet.
  public init() {}

  /// What the logged-in sender was told about this.
  public func answer(_ question: PolicyQuestion) -> PolicyAnswer? { answers.first { $0.question == question } }

  /// Whether the login was accepted.
  public var isAccepted: Bool { outcome?.reply?.code == 235 }
}
