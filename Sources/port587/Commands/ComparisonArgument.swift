import Analysis
import ArgumentParser

/// `previous`, or a day: `2026-11-16`.
struct ComparisonArgument: ExpressibleByArgument, Sendable, Equatable {
  let comparison: TrendComparison

  init?(argument: String) {
    if argument == "previous" {
      comparison = .previous
      return
    }
    guard let day = DayArgument(argument: argument)?.day else { return nil }
    comparison = .day(day)
  }
}
