import Foundation
import MailModel
import Notices
import StateStore

/// Reads what came back, and tells everybody who is due, as a configuration says.
struct ConfiguredNotices {
  let options: NotifyOptions
  let bounces: [String]

  /// Does it with a state that is open and locked; the report over that state is what `audit` would be given for it.
  ///
  /// - Returns: what became of everybody, for the metrics.
  func run(_ file: StateFile, _ report: AuditOptions, _ problems: inout RunProblems) -> NoticeCounts? {
    let now = NoticeRun.clock()
    readBounces(file.notices, now, &problems)
    let result: NoticeRun.Result
    do throws(NotifyFault) {
      let run = NoticeRun(options: options, now: now)
      let carrier = try run.carrier()
      result = try run.run(try NoticeInput(file, try audit(file, report, now)), carrier)
    } catch {
      problems.note(error)
      return nil
    }
    say(result, &problems)
    return NoticeCounts(
      byStatus: Dictionary(uniqueKeysWithValues: PlanStatus.allCases.map { ($0.rawValue, result.plan.count($0)) }),
      excluded: Dictionary(uniqueKeysWithValues: ExclusionReason.keys.map { ($0, result.excluded[$0] ?? 0) }))
  }

  /// A mailbox that cannot be read keeps nobody from being told.
  private func readBounces(_ ledger: StoredNoticeLedger, _ now: Timestamp, _ problems: inout RunProblems) {
    for path in bounces {
      do throws(NotifyFault) {
        let files = try BounceRun.files(of: [path])
        let summary = try BounceRun.read(files, into: ledger, now: now, say: problems.say)
        if summary.unreadable > 0 { problems.note(ExitStatus.partly) }
      } catch {
        if case .cannotRead = error {
          problems.note("bounces: \(error.lines.joined(separator: " "))", ExitStatus.partly)
        } else {
          problems.note(error)
        }
      }
    }
  }

  private func audit(
    _ file: StateFile, _ report: AuditOptions, _ now: Timestamp
  ) throws(NotifyFault) -> Audit {
    var report = report
    if report.since == nil { report.since = try NoticeInput.recentDay(file).flatMap { MomentArgument(argument: $0) } }
    do throws(AuditFault) {
      return try Audit(options: report, now: now)
    } catch {
      throw .audit(error)
    }
  }

  private func say(_ result: NoticeRun.Result, _ problems: inout RunProblems) {
    for entry in result.failures {
      problems.note(
        "notice to \(entry.to ?? entry.identity): \(entry.status.rawValue): \(entry.reason ?? "no reason given")",
        ExitStatus.partly)
    }
    if let repeated = result.repeatedLine { problems.say(repeated) }
    if let line = result.stopLine, let status = result.stopStatus {
      problems.note(line, status)
    } else if result.isPartial {
      // The digest alone was not taken, which was said.
      problems.note(ExitStatus.partly)
    }
  }
}
