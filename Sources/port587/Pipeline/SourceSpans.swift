import LogFormats
import MailModel

/// Between which times the lines of sources lie, as far as their begins tell: a log ends about where the next part of it begins.
///
/// So of thousands of files those that may hold the same lines are known without opening them.
struct SourceSpans {
  /// When each begins; nothing is known of one whose days are counted.
  let begins: [Int64]
  /// When the next part of the same log begins; nothing is known of the last one.
  private(set) var ends: [Int64]
  /// How far lines may be out of order, in milliseconds: clocks are set.
  static let disorder: Int64 = 3_600_000

  init(_ sources: [PlannedSource], _ names: [LogName]) {
    begins = sources.map { $0.format.countsDays && !$0.context.tellsDay ? .min : $0.firstLocal }
    ends = sources.map { _ in .max }
    var next: [String: (begin: Int64, end: Int64)] = [:]
    let order = sources.indices.sorted { [begins] in begins[$0] > begins[$1] }
    for number in order where begins[number] != .min && !sources[number].format.countsDays {
      let log = sources[number].series?.log
      let key = log.map { "\($0.folder)/\($0.name)" } ?? "\(names[number].folder)/\(names[number].series)"
      if let later = next[key] { ends[number] = later.begin > begins[number] ? later.begin : later.end }
      next[key] = (begins[number], ends[number])
    }
  }

  /// Whether two sources may have lines in common.
  func mayMeet(_ one: Int, _ other: Int) -> Bool {
    mayHold(one, begins[other]...ends[other]) && mayHold(other, begins[one]...ends[one])
  }

  /// Whether a source may hold lines from between two times.
  func mayHold(_ number: Int, _ times: ClosedRange<Int64>) -> Bool {
    (begins[number] == .min || times.upperBound >= begins[number] - SourceSpans.disorder)
      && (ends[number] == .max || times.lowerBound <= ends[number] + SourceSpans.disorder)
  }
}
