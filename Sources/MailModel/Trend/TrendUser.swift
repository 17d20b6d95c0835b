/// An identity over time.
public struct TrendUser: Codable, Sendable, Equatable {
  /// As in `users` of the report.
  public var identity: String
  /// How far it has moved, by the recent days alone; nothing when it was not seen on them.
  public var recent: Readiness?
  /// The wave in which it can be switched, from 1.
  public var wave: Int
  /// What closing the ports means for it; nothing when it means nothing.
  public var breaks: CutoverBreak?
  /// How it moved between the windows compared; nothing when it is in no group, or nothing was compared.
  public var movement: Movement?
  /// How far it had moved in the window before.
  public var before: Readiness?
  /// How far it has moved in the window after.
  public var after: Readiness?
  /// Day of the first login on a port to be closed.
  public var firstLegacy: CivilDate?
  /// Day of the last one.
  public var lastLegacy: CivilDate?
  /// Day of the first login on a submission port.
  public var firstSubmission: CivilDate?
  /// Day of the last one.
  public var lastSubmission: CivilDate?
  /// Day of the last login on an unknown port.
  public var lastUnknown: CivilDate?
  /// Day of the last refusal with `submissionRequired`.
  public var lastRefused: CivilDate?
  /// Messages on ports to be closed on the recent days.
  public var legacyMessages: Int
  /// Messages on submission ports on the recent days.
  public var submissionMessages: Int
  /// Messages on unknown ports on the recent days.
  public var unknownMessages: Int

  /// Takes the identity and its wave; the rest is set by name.
  public init(identity: String, recent: Readiness? = nil, wave: Int) {
    self.identity = identity
    self.recent = recent
    self.wave = wave
    legacyMessages = 0
    submissionMessages = 0
    unknownMessages = 0
  }
}
