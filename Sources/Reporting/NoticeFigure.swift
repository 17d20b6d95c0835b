import MailModel

/// A number of a round of notices, with its name.
struct NoticeFigure: Sendable {
  let label: Phrase
  let value: @Sendable (RoundEffect) -> Int

  /// What became of the messages.
  static let messages = [
    NoticeFigure(label: .noticeSent) { $0.sent }, NoticeFigure(label: .noticeFailed) { $0.failed },
    NoticeFigure(label: .noticeUndeliverable) { $0.undeliverable }, NoticeFigure(label: .noticeOpen) { $0.open },
  ]
  /// What became of the people whom they have reached.
  static let people = [
    NoticeFigure(label: .noticeMoved) { $0.movedSince }, NoticeFigure(label: .noticeToldAgain) { $0.toldAgain },
    NoticeFigure(label: .noticeStillThere) { $0.stillThere }, NoticeFigure(label: .noticeNotSeen) { $0.notSeen },
  ]
  static let all = messages + people
}
