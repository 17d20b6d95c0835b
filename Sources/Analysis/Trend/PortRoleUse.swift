import MailModel

/// What an identity did on ports of one kind.
struct PortRoleUse: Sendable {
  /// The spans of days that are asked for, in the order of `spans`.
  enum Span: Int, CaseIterable {
    case ever, earlier, before, after, recent
  }

  /// What was done in a span.
  struct Sum: Sendable {
    /// Sessions with a login, or refusals.
    var count = 0
    var messages = 0
    var lastAt: Timestamp?
  }

  /// Days, from the first day of the trend.
  private(set) var days = DaySet()
  /// By span; empty where nothing was done: of seven kinds of use an identity has one or two.
  private var sums: [Sum] = []

  subscript(span: Span) -> Sum { sums.isEmpty ? Sum() : sums[span.rawValue] }

  /// Takes what was done on some days that lie in the same spans.
  mutating func add(_ stretch: DayStretch, count: Int = 1, messages: Int, lastAt: Timestamp, spans: [Span]) {
    for (number, bits) in stretch.words.enumerated() { days.insert(bits, from: stretch.first + number << 6) }
    if sums.isEmpty { sums = Array(repeating: Sum(), count: Span.allCases.count) }
    for span in spans {
      sums[span.rawValue].count += count
      sums[span.rawValue].messages += messages
      sums[span.rawValue].lastAt = max(sums[span.rawValue].lastAt ?? lastAt, lastAt)
    }
  }

  mutating func merge(_ other: PortRoleUse) {
    days.formUnion(other.days)
    if sums.isEmpty {
      sums = other.sums
      return
    }
    for i in other.sums.indices {
      sums[i].count += other.sums[i].count
      sums[i].messages += other.sums[i].messages
      if let lastAt = other.sums[i].lastAt { sums[i].lastAt = max(sums[i].lastAt ?? lastAt, lastAt) }
    }
  }
}
