import Analysis
import Foundation
import LogFormats
import MailModel
import StateStore

/// The days of a state with the sessions that are still open: which there are, and what was counted on them.
struct StateDays {
  let reader: StateReader
  let context: AnalysisContext
  private let parts: [PartDays]

  /// Looks up which days there are.
  ///
  /// - Parameter own: the part that the settings of `context` are about; nothing for all.
  init(_ reader: StateReader, context: AnalysisContext, own: Int64? = nil) throws(AuditFault) {
    self.reader = reader
    self.context = context
    var parts: [PartDays] = []
    do throws(StateError) {
      let all = try reader.file.parts()
      var bare = context
      bare.ports = PortContext(policy: context.ports.policy)
      for part in all {
        let context = own.map { $0 != part.id } ?? false ? bare : context
        parts.append(try PartDays(part.id, isOneOfSeveral: all.count > 1, reader, context: context))
      }
    } catch {
      throw .state(error)
    }
    self.parts = parts
  }

  /// Reads the days, each once, those that are over by the block.
  ///
  /// - Parameters:
  ///   - window: the days that the report covers; nothing for all.
  ///   - settings: what the trend shows; nothing for no trend.
  ///   - input: what is needed to judge.
  ///   - fresh: days that need not be read back; those that are asked for are taken out.
  /// - Returns: everything counted in the window, the trend, and from where identities have logged in on all the days that it looks at.
  func read(
    _ window: ClosedRange<Int64>?, trend settings: TrendSettings?, input: ReportInput, fresh: inout FreshDays
  ) throws(AuditFault) -> (tally: Tally, trend: TrendReport?, logins: LoginPlaces) {
    let openDays = settings == nil ? [] : parts.flatMap { unfinished($0, keepsDays: true).byDay() }
    var builder: TrendBuilder?
    if let settings {
      // Day 0 holds what belongs to no day, when nothing else was there.
      let all = (parts.flatMap { $0.numbers.map { Int($0) } } + openDays.map { Int($0.key) }).filter { $0 > 0 }
      let end = window?.upperBound ?? Int64.max
      let known = all.filter { Int64($0) <= end }
      if let windows = try settings.windows(known, window) {
        builder = TrendBuilder(windows: windows, input: input, limits: reader.limits, seed: reader.seed)
      }
    }
    for (day, tally) in openDays { builder?.add(tally, day: Int(day)) }
    var isFirst = true
    var whole = Tally(limits: reader.limits, seed: reader.seed)
    var seams = Set((builder?.seams ?? []).map { Int64($0) })
    if let window { seams.formUnion([window.lowerBound, window.upperBound &+ 1]) }
    do throws(StateError) {
      for part in parts {
        for piece in part.plan(seams: seams) {
          let number = piece.first
          let isWanted = window?.contains(number) ?? true
          guard isWanted || builder?.covers(Int(number)) ?? false else { continue }
          switch piece {
          case .day:
            guard let counts = try part.counts(number, reader, &fresh) else { continue }
            builder?.add(counts, day: Int(number))
            if isWanted { StateDays.add(counts, to: &whole, &isFirst) }
          case .block(let head):
            let block = try part.block(head, reader)
            builder?.add(block)
            if isWanted { StateDays.add(block.tally, to: &whole, &isFirst) }
          }
        }
        if let summary = part.summary(window) {
          whole.note(summary)
          isFirst = false
        }
      }
    } catch {
      throw .state(error)
    }
    for part in parts { whole.merge(unfinished(part, keepsDays: false)) }
    let logins = builder?.logins ?? LoginPlaces()
    return (whole, builder?.build(cutover: settings?.cutover), logins)
  }

  /// Adds counts; the first ones are taken as they are.
  private static func add(_ counts: Tally, to whole: inout Tally, _ isFirst: inout Bool) {
    if isFirst { whole = counts } else { whole.merge(counts) }
    isFirst = false
  }

  private func unfinished(_ part: PartDays, keepsDays: Bool) -> Tally {
    part.unfinished(reader, keepsDays: keepsDays)
  }
}
