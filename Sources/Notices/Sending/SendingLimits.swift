public import MailModel

/// How much may be sent, and how fast.
public struct SendingLimits: Sendable, Equatable {
  /// Messages in this run; nothing for no limit.
  public var limit: Int?
  /// Milliseconds between two messages.
  public var intervalMilliseconds: Int64
  /// Messages in 24 hours, over all runs; nothing for no limit.
  public var dailyCap: Int?
  /// When the run has to end.
  public var deadline: Timestamp?
  /// After how many refusals for now (4xx), or refusals for good that are alike, in a row the run ends; 421 ends it at once.
  public var burst: Int

  /// Takes every limit.
  public init(
    limit: Int? = 10, intervalMilliseconds: Int64 = 500, dailyCap: Int? = nil, deadline: Timestamp? = nil,
    burst: Int = 3
  ) {
    self.limit = limit
    self.intervalMilliseconds = intervalMilliseconds
    self.dailyCap = dailyCap
    self.deadline = deadline
    self.burst = burst
  }
}
