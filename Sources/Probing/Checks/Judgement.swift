public import MailModel

/// What a check says about a target.
public struct Judgement: Sendable, Equatable {
  /// The verdict.
  public var verdict: ProbeVerdict
  /// What was seen.
  public var detail: String
  /// What to change, where it is not what the check says otherwise.
  public var remedy: String?

  /// Takes both parts.
  public init(_ verdict: ProbeVerdict, _ detail: String) {
    self.verdict = verdict
    self.detail = detail
  }

  static func pass(_ detail: String) -> Judgement { Judgement(.pass, detail) }
  static func fail(_ detail: String) -> Judgement { Judgement(.fail, detail) }
  static func warn(_ detail: String) -> Judgement { Judgement(.warn, detail) }
  static func notRun(_ detail: String) -> Judgement { Judgement(.notRun, detail) }
}
