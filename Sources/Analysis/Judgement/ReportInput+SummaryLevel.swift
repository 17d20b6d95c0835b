import MailModel

extension ReportInput {
  /// What to say of sources that hold only summary lines and reach into the period of the report, while others hold more.
  var summaryLevelWarning: ReportWarning? {
    let silent = summaryLevelSources.filter { source in
      !(since.map { begin in source.to.map { $0 < begin } ?? false } ?? false)
        && !(until.map { end in source.from.map { $0 >= end } ?? false } ?? false)
    }
    guard !silent.isEmpty else { return nil }
    let names = silent.prefix(3).map(\.path) + (silent.count > 3 ? ["…"] : [])
    return ReportWarning(code: .summaryLevelInPart, count: silent.count, subject: names.joined(separator: ", "))
  }
}
