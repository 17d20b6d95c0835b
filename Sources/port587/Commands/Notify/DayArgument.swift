import ArgumentParser
import MailModel

/// A day: `2026-12-01`.
struct DayArgument: ExpressibleByArgument, Sendable {
  let day: CivilDate

  init(day: CivilDate) { self.day = day }

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    guard argument.utf8.count == 10, parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      let date = Int(parts[2]), let day = CivilDate(year: year, month: month, day: date)
    else { return nil }
    self.day = day
  }
}
