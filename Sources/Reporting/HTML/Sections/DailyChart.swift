import MailModel

/// Stacked bars: submissions per day, by port.
struct DailyChart {
  private static let height = 200

  private let page: HTMLPage
  private let days: DayBuckets
  private let ports: [String]
  private let countsMessages: Bool

  init(_ page: HTMLPage) {
    self.page = page
    days = DayBuckets(page.model.daily)
    var used: Set<String> = []
    var messages = 0
    for bucket in days.buckets {
      for (port, count) in bucket.ports where count.sessions > 0 || count.messages > 0 {
        used.insert(port)
        messages += count.messages
      }
    }
    ports = page.figures.order.sorted(used)
    countsMessages = messages > 0
  }

  /// Names and values of the figure.
  func context() -> HTMLContext {
    let wording = page.wording
    let top = DailyChart.ceiling(days.buckets.map { bucket in ports.reduce(0) { $0 + value(bucket, $1) } }.max() ?? 0)
    let each = days.buckets.count
    let stacks = days.buckets.enumerated().flatMap { bars($0.element, at: $0.offset, of: each, top: top) }
    let ticks = DailyChart.ticks(each).map { HTMLContext(["text": .text(wording.day(days.buckets[$0].day))]) }
    let note =
      days.daysPerBucket == 1
      ? "" : wording.text(.chartPeriodNote, ["days": wording.number(days.daysPerBucket)])
    return HTMLContext([
      "drawn": .flag(!ports.isEmpty), "few": .flag(each <= 3), "bars": .rows(stacks), "ticks": .rows(ticks),
      "title": .text(wording.text(countsMessages ? .chartDailyMessages : .chartDailySessions)), "note": .text(note),
      "top": .text(wording.number(top)), "middle": .text(wording.number(top / 2)), "legend": .rows(legend()),
      "heads": .rows(ports.map { HTMLContext(["text": .text(wording.port($0))]) }), "numbers": .rows(numbers()),
    ])
  }

  private func value(_ bucket: DayBuckets.Bucket, _ port: String) -> Int {
    let count = bucket.ports[port] ?? PortCount()
    return countsMessages ? count.messages : count.sessions
  }

  private func bars(_ bucket: DayBuckets.Bucket, at index: Int, of count: Int, top: Int) -> [HTMLContext] {
    var y = DailyChart.height
    // A thousandth of a bar's place is the unit. Few days do not make broad bars.
    let width = min(760, 90 * count)
    let middle = index * 1000 + 500
    return ports.compactMap { port in
      let value = value(bucket, port)
      guard value > 0 else { return nil }
      let height = max(1, value * DailyChart.height / max(1, top))
      y = max(0, y - height)
      let label = "\(page.wording.day(bucket.day)) · \(page.wording.text(.portColumn)) \(page.wording.port(port)): "
      return HTMLContext([
        "x": .text(Percent.length(middle - width / 2, of: count * 1000)), "y": .text("\(y)"),
        "width": .text(Percent.length(width, of: count * 1000)), "height": .text("\(height)"),
        "fill": .text(fill(port)), "hatched": .flag(ChartFill.isHatched(fill(port))),
        "label": .text(label + page.wording.number(value)),
      ])
    }
  }

  private func fill(_ port: String) -> String { ChartFill.name(PortRole(key: port, policy: page.model.policy)) }

  private func legend() -> [HTMLContext] {
    ports.map { port in
      let role = PortRole(key: port, policy: page.model.policy)
      let sum = days.buckets.reduce(0) { $0 + value($1, port) }
      let meaning = role == .unknown ? "" : " (\(page.wording.name(role)))"
      return HTMLContext([
        "fill": .text(fill(port)), "hatched": .flag(ChartFill.isHatched(fill(port))),
        "label": .text("\(page.wording.text(.portColumn)) \(page.wording.port(port))\(meaning)"),
        "number": .text(page.wording.number(sum)), "show": .text("port-\(role.rawValue)"),
      ])
    }
  }

  private func numbers() -> [HTMLContext] {
    days.buckets.map { bucket in
      HTMLContext([
        "day": .text(page.wording.day(bucket.day)),
        "cells": .rows(ports.map { HTMLContext(["text": .text(page.wording.number(value(bucket, $0)))]) }),
      ])
    }
  }

  /// The first even round number that is not below the highest bar.
  static func ceiling(_ value: Int) -> Int {
    var step = 1
    while step < 1_000_000_000_000_000 {
      for factor in [2, 4, 6, 8, 10] where factor * step >= value { return factor * step }
      step *= 10
    }
    return value
  }

  private static func ticks(_ count: Int) -> [Int] {
    count <= 3 ? Array(0..<count) : [0, (count - 1) / 2, count - 1]
  }
}
