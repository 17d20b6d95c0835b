import Analysis
import ByteScanning
import Foundation
import MailModel
import StateStore

/// Connection records and the state.
extension Audit {
  /// What was read of connection records in a run.
  struct RecordReading {
    var records: [ConnectionSighting] = []
    var reports: [SourceReport] = []
    /// Files that were read to their end, and need not be opened again while they stay as they are.
    var done: [DiscoveredFile] = []
  }

  /// Reads the connection records that are new or have changed.
  ///
  /// What is wrong with them keeps no log from being counted: it is told as the fault of a source.
  func readRecords(
    since begin: Timestamp, isKnown: (DiscoveredFile) -> Bool
  ) throws(AuditFault) -> RecordReading {
    let found = InputDiscovery.discover(options.connections)
    var reading = RecordReading()
    var reader = ConnectionReader(
      clients: nil, since: begin, policy: policy, zone: zone, limits: unpackLimits, year: options.year,
      dayOf: { [zone] in Audit.day(of: $0, zone) })
    for file in found.files where !isKnown(file) {
      let before = reader.reports.count
      do throws(AuditFault) { try reader.read(file.path) } catch {
        reading.reports.append(SourceReport.unread(file.path.description, error.reason))
        continue
      }
      if file.kind == .file, reader.reports[before...].allSatisfy(\.complete) { reading.done.append(file) }
    }
    reading.reports += reader.reports + ConnectionSummary.unreadable(found)
    reading.reports += found.missing.map { SourceReport.unread($0, "there are no connection records of this name") }
    reading.records = reader.records
    return reading
  }

  /// Gives the sessions of past days their last word, once everything of a run was read.
  func closeJoins(_ session: inout StateSession) throws(AuditFault) {
    let context = context(keepsDays: true)
    var join: StateJoin
    do throws(StateError) { join = try StateJoin(session.file, part: session.part.id) } catch { throw .state(error) }
    let reader = StateReader(file: session.file, limits: context.limits, seed: context.seed)
    guard let change = try join.close(now: now, session.file, reader) else { return }
    do throws(StateError) { try session.file.commit(change, part: &session.part) } catch { throw .state(error) }
  }
}
