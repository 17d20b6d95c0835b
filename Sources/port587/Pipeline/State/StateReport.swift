import Analysis
import Foundation
import IceWarpAdmin
import LogFormats
import MailModel
import StateStore

/// The report over everything that a state holds in the window.
struct StateReport {
  let audit: Audit
  let file: StateFile

  func model(_ reading: StateReading) throws(AuditFault) -> ReportModel {
    var builder = try builder(reading)
    var model = builder.build()
    audit.settings.marker?.mark(&model)
    return model
  }

  /// What judges the facts, before it lets go of them.
  func builder(_ reading: StateReading) throws(AuditFault) -> ReportBuilder {
    let context = audit.context(keepsDays: false)
    let reader = StateReader(file: file, limits: context.limits, seed: context.seed)
    let days = audit.dayRange(context)
    let tally = try reader.tally(days: days, context: context)
    var input = audit.input(sources: reading.sources, linesBefore: [], skipped: reading.skipped)
    input.duplicates = reading.duplicates
    do throws(StateError) {
      let sources = try file.sources()
      input.evidencePaths = Dictionary(
        sources.map { (UInt32(clamping: $0.id), $0.path) }, uniquingKeysWith: { first, _ in first })
      input.unreadLines = sources.reduce(0) { $0 + Int($1.unrecognised + $1.malformed) }
      let read = sources.filter { $0.firstAt <= $0.lastAt }
      input.readWindow = Window(
        from: read.map(\.firstAt).min().map { Timestamp(milliseconds: $0) },
        to: read.map(\.lastAt).max().map { Timestamp(milliseconds: $0) })
    } catch {
      throw .state(error)
    }
    return ReportBuilder(tally: tally, input: input)
  }
}
