import Analysis
import Foundation
import LogFormats
import MailModel
import StateStore

/// The report over everything that a state holds in the window.
struct StateReport {
  let audit: Audit
  let file: StateFile

  func model(_ reading: StateReading) throws(AuditFault) -> ReportModel {
    let calibration: PortCalibration?
    do throws(StateError) {
      calibration = try file.calibration(server: audit.serverName)
    } catch {
      throw .state(error)
    }
    // Sessions that are still open are judged here.
    let context = audit.context(keepsDays: false, calibration)
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
      var probe = audit.settings.probe
      if probe == nil { probe = try file.probe() }
      audit.note(probe, audit.settings.preflight, in: &input)
      // What the file of --probe says is as good as what is kept, and may be newer.
      input.signatures = try file.signatures() + (audit.settings.probe?.targets.compactMap(\.signature) ?? [])
    } catch {
      throw .state(error)
    }
    var builder = ReportBuilder(tally: tally, input: input)
    return builder.build()
  }
}
