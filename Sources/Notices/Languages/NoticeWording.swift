import MailModel

/// What a language brings along: one template for each kind of message, and the forms of dates.
protocol NoticeWording: Sendable {
  /// The template of a kind: its first line is the subject, the rest the text.
  func template(_ kind: NoticeKind) -> String
  /// A day with its weekday, for instance `Tuesday, 1 December 2026`.
  func longDay(_ day: CivilDate) -> String
  /// A day without it, for instance `1 December 2026`.
  func shortDay(_ day: CivilDate) -> String
  /// Day and time, for instance `23 November 2026, 14:05`.
  func moment(_ clock: ClockReading) -> String
  /// A device in words that its owner recognises.
  func name(_ device: SeenDevice) -> String
  /// Readiness in a word or two.
  func name(_ readiness: Readiness) -> String
  /// What became of somebody in a run, as the label of a number.
  func name(_ status: PlanStatus) -> String
  /// Why an account is the administrator's to see to; nothing for other reasons.
  func reason(_ reason: ExclusionReason) -> String?
}
