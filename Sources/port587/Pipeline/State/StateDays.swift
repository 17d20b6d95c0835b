import Analysis
import Foundation
import LogFormats
import MailModel
import StateStore

/// The days of a state with the sessions that are still open: which there are, and what was counted on them.
struct StateDays {
  let reader: StateReader
  let context: AnalysisContext
  private let numbers: [(part: Int64, day: Int64)]
  private let open: [OpenSessions]

  /// Looks up which days there are.
  init(_ reader: StateReader, context: AnalysisContext) throws(AuditFault) {
    self.reader = reader
    self.context = context
    var numbers: [(part: Int64, day: Int64)] = []
    var open: [OpenSessions] = []
    do throws(StateError) {
      for part in try reader.file.parts() {
        for day in try reader.file.dayNumbers(of: part.id) { numbers.append((part.id, day)) }
        for stream in try reader.file.streams(of: part.id) { open.append(try reader.sessions(stream)) }
      }
    } catch {
      throw .state(error)
    }
    self.numbers = numbers
    self.open = open
  }

  /// Reads the days, each once.
  ///
  /// - Parameters:
  ///   - window: the days that the report covers; nothing for all.
  ///   - settings: what the trend shows; nothing for no trend.
  ///   - input: what is needed to judge.
  /// - Returns: everything counted in the window, and the trend.
  func read(
    _ window: ClosedRange<Int64>?, trend settings: TrendSettings?, input: ReportInput
  ) throws(AuditFault) -> (Tally, TrendReport?) {
    let openDays = settings == nil ? [:] : tally(of: open, keepsDays: true).byDay()
    var builder: TrendBuilder?
    if let settings {
      // Day 0 holds what belongs to no day, when nothing else was there.
      let all = (numbers.map { Int($0.day) } + openDays.keys.map { Int($0) }).filter { $0 > 0 }
      let end = window?.upperBound ?? Int64.max
      let known = all.filter { Int64($0) <= end }
      if let windows = try settings.windows(known, window) {
        builder = TrendBuilder(windows: windows, input: input, limits: reader.limits, seed: reader.seed)
      }
    }
    for (day, tally) in openDays { builder?.add(tally, day: Int(day)) }
    var whole = Tally(limits: reader.limits, seed: reader.seed)
    do throws(StateError) {
      for (part, number) in numbers {
        let isWanted = window?.contains(number) ?? true
        guard isWanted || builder != nil, let day = try reader.file.day(number, of: part) else { continue }
        let counts = try reader.counts(day)
        builder?.add(counts, day: Int(number))
        if isWanted { whole.merge(counts) }
      }
    } catch {
      throw .state(error)
    }
    whole.merge(tally(of: open, keepsDays: false))
    return (whole, builder?.build(cutover: settings?.cutover))
  }

  /// What open sessions come to, as if their log ended here.
  private func tally(of open: [OpenSessions], keepsDays: Bool) -> Tally {
    var context = context
    context.keepsDays = keepsDays
    var assembler = SessionAssembler(context: context, tally: Tally(limits: reader.limits, seed: reader.seed))
    for sessions in open { assembler.finishAll(sessions) }
    return assembler.takeTally()
  }
}
