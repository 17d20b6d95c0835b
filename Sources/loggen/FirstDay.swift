import ArgumentParser
import MailModel

/// The first day of a log as an argument: `2011-05-16`.
struct FirstDay: ExpressibleByArgument {
  let day: CivilDate

  init(_ day: CivilDate) { self.day = day }

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], (1970...9999).contains(year), let month = parts[1], let day = parts[2],
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    self.day = date
  }

  var defaultValueDescription: String { day.description }
}
