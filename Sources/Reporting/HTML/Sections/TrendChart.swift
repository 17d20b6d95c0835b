import MailModel

/// Who is left, day by day, with the forecast behind it and the day of the cut-over.
///
/// The lines lie in a drawing of 1000 by 200 that stretches with the page; letters and upright lines lie beside it, by shares of the width, so that
/// nothing that is read is stretched.
struct TrendChart {
  private static let width = 1000
  private static let height = 200

  private let trend: TrendReport
  private let words: TrendWords
  private let wording: Wording
  private let first: Int
  private let last: Int
  private let end: Int
  private let top: Int

  /// Nothing where there is no day to draw.
  init?(_ trend: TrendReport, _ words: TrendWords, _ wording: Wording) {
    guard let first = trend.burnDown.first?.day.daysSinceEpoch, let last = trend.burnDown.last?.day.daysSinceEpoch
    else { return nil }
    self.trend = trend
    self.words = words
    self.wording = wording
    self.first = first
    self.last = last
    // What lies ahead gets as much room as what was, at most: a forecast of years leaves the drawing at its edge.
    let wanted = [trend.forecast.day, trend.verdict?.day].compactMap { $0?.daysSinceEpoch }.max() ?? last
    end = max(first + 1, last, min(wanted + 1, last + max(14, last - first)))
    let most = trend.burnDown.map { max($0.users, $0.perhaps) }.max() ?? 0
    top = DailyChart.ceiling(max(most, trend.forecast.line?.users ?? 0, 1))
  }

  /// Names and values of the figure.
  func context() -> HTMLContext {
    let runs = runs()
    let hasPerhaps = trend.burnDown.contains { $0.perhaps > 0 }
    let cut = trend.verdict?.day.daysSinceEpoch
    let isCutDrawn = cut.map { (first...end).contains($0) } ?? false
    let middle = (first + end) / 2
    return HTMLContext([
      "title": .text(words.text(.burnDown)), "alternative": .text("\(words.burnDown) \(words.forecast)"),
      "top": .text(wording.number(top)), "middle": .text(wording.number(top / 2)),
      "gaps": .rows(gaps()),
      "areas": .rows(runs.map { HTMLContext(["points": .text(area($0))]) }),
      "lines": .rows(runs.map { HTMLContext(["points": .text(line($0, \.users))]) }),
      "hasPerhaps": .flag(hasPerhaps),
      "perhaps": .rows(hasPerhaps ? runs.map { HTMLContext(["points": .text(line($0, \.perhaps))]) } : []),
      "hasForecast": .flag(trend.forecast.line != nil), "forecast": .text(forecast()),
      "hasCut": .flag(isCutDrawn), "cut": .text(isCutDrawn ? share(cut ?? first) : "0"),
      "cutLabel": .text(words.text(.legendCutover, ["day": trend.verdict.map { wording.day($0.day) } ?? ""])),
      "cutAnchor": .text(cut.map { ($0 - first) * 2 > end - first } ?? false ? "end" : "start"),
      "cutShift": .text(cut.map { ($0 - first) * 2 > end - first } ?? false ? "-6" : "6"),
      "ticks": .rows(
        [first, middle, end].map { HTMLContext(["text": .text(wording.day(CivilDate(daysSinceEpoch: $0)))]) }),
      "users": .text(words.text(.legendUsers)), "unknown": .text(words.text(.legendPerhaps)),
      "ahead": .text(words.text(.legendForecast)), "numbers": .rows(numbers()),
      "withinSeven": .text(words.text(.withinSeven)), "thatDay": .text(words.text(.thatDay)),
    ])
  }

  /// Days with logs that follow one another: between them there is a gap.
  private func runs() -> [[BurnDownDay]] {
    var runs: [[BurnDownDay]] = []
    var isOpen = false
    for day in trend.burnDown {
      if !day.hasLogs {
        isOpen = false
      } else if isOpen {
        runs[runs.count - 1].append(day)
      } else {
        runs.append([day])
        isOpen = true
      }
    }
    return runs
  }

  private func x(_ day: Int) -> Int { (day - first) * TrendChart.width / (end - first) }
  private func y(_ users: Int) -> Int { TrendChart.height - users * TrendChart.height / top }
  private func share(_ day: Int) -> String { Percent.length(day - first, of: end - first) }

  private func line(_ run: [BurnDownDay], _ value: (BurnDownDay) -> Int) -> String {
    var points = run.map { "\(x($0.day.daysSinceEpoch)),\(y(value($0)))" }
    // A line of no length with round ends is a dot.
    if points.count == 1 { points.append(points[0]) }
    return points.joined(separator: " ")
  }

  private func area(_ run: [BurnDownDay]) -> String {
    guard let begin = run.first?.day.daysSinceEpoch, let end = run.last?.day.daysSinceEpoch else { return "" }
    return "\(x(begin)),\(TrendChart.height) \(line(run, \.users)) \(x(end)),\(TrendChart.height)"
  }

  private func gaps() -> [HTMLContext] {
    trend.burnDown.filter { !$0.hasLogs }.map { day in
      let number = day.day.daysSinceEpoch
      let from = max(0, x(number) - (x(number) - x(number - 1)))
      return HTMLContext([
        "x": .text("\(from)"), "width": .text("\(max(1, x(number + 1) - from))"),
        "label": .text("\(wording.day(day.day)): \(words.text(.noLogs))"),
      ])
    }
  }

  private func forecast() -> String {
    guard let line = trend.forecast.line, let zero = trend.forecast.day?.daysSinceEpoch else { return "" }
    let begin = line.from.daysSinceEpoch
    // The line begins where the drawing does at the earliest.
    let from = max(begin, first)
    let users = zero > begin ? line.users * (zero - from) / (zero - begin) : line.users
    return "\(x(from)),\(y(users)) \(x(zero)),\(TrendChart.height)"
  }

  private func numbers() -> [HTMLContext] {
    trend.burnDown.reversed().map { day in
      HTMLContext([
        "day": .text(wording.day(day.day)), "users": .text(wording.number(day.users)),
        "that": .text(day.hasLogs ? wording.number(day.usersThatDay) : words.text(.noLogs)),
        "perhaps": .text(wording.number(day.perhaps)),
      ])
    }
  }
}
