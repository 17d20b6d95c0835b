import MailModel

/// First and last session of something, each with the line to look at.
struct SessionSpan: Sendable {
  var firstAt: Timestamp
  var lastAt: Timestamp
  var firstMark: LineMark
  var lastMark: LineMark

  /// In place of a span that is not known yet; never in a table.
  static let none = SessionSpan(
    at: Timestamp(milliseconds: 0), mark: .none)

  init(at moment: Timestamp, mark: LineMark) {
    firstAt = moment
    firstMark = mark
    lastAt = moment
    lastMark = mark
  }

  mutating func mapMarks(_ map: (LineMark) -> LineMark) {
    firstMark = map(firstMark)
    lastMark = map(lastMark)
  }

  mutating func merge(_ other: SessionSpan) {
    if (other.firstAt, other.firstMark) < (firstAt, firstMark) {
      firstAt = other.firstAt
      firstMark = other.firstMark
    }
    if (lastAt, lastMark) < (other.lastAt, other.lastMark) {
      lastAt = other.lastAt
      lastMark = other.lastMark
    }
  }
}
