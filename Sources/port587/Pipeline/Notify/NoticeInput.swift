import Analysis
import ArgumentParser
import ByteScanning
import Foundation
import IceWarpAdmin
import MailModel
import StateStore

/// What `notify` knows: the report, the account list, the ledger.
struct NoticeInput {
  let model: ReportModel
  let accounts: AccountDirectory?
  let ledger: any NoticeLedger
  /// The state, where one is given and there.
  let state: StateFile?
  /// Held until the end, when something may be written.
  private let lock: FileLock?

  /// What a run of its own finds in the files of the options.
  ///
  /// - Parameters:
  ///   - submission: ports that count as ports for submission beside the usual ones.
  ///   - recent: whether the last days of the state are looked at when the options name no first day.
  init(
    _ options: NoticeInputOptions, domains: [String], submission: [Int] = [], recent: Bool = false, writes: Bool,
    now: Timestamp
  ) throws(NotifyFault) {
    var file: StateFile?
    var lock: FileLock?
    // Where nobody was told yet, there need not be a state to look at previews.
    let isMissing = options.state.map { !FileManager.default.fileExists(atPath: $0) } ?? true
    if let path = options.state, writes || options.report == nil || !isMissing {
      do throws(AuditFault) {
        if writes { lock = try StateSession.lock(path, now) }
        // A report from elsewhere needs no counts, so its first run may make the state.
        file = try StateSession.open(path, mayCreate: writes && options.report != nil, forReading: !writes)
      } catch {
        throw .audit(error)
      }
    }
    self.lock = lock
    state = file
    ledger = file.map { $0.notices as any NoticeLedger } ?? EmptyLedger()
    if let path = options.accounts {
      let export = AccountExport.parse(Array(try NoticeInput.bytes(of: path)))
      guard export.accounts > 0 else { throw .badFile(path: path, reason: "it lists no account.") }
      accounts = export.directory
    } else {
      accounts = nil
    }
    if let path = options.report {
      do {
        let report = try JSONDecoder().decode(ReportModel.self, from: try NoticeInput.bytes(of: path))
        model = recent ? report.withoutOldMoves : report
      } catch let fault as NotifyFault {
        throw fault
      } catch {
        throw .badFile(path: path, reason: "it is no report.json of port587 audit.")
      }
    } else if let file {
      var options = options
      if recent, options.since == nil { options.since = try NoticeInput.recentDay(file) }
      model = try NoticeInput.model(file, options, domains, submission, now)
    } else {
      throw .badFile(path: "--state", reason: "give a state or a report.")
    }
  }

  /// What a state holds that is open already, as an audit without new logs reports it.
  init(_ file: StateFile, _ audit: Audit) throws(NotifyFault) {
    state = file
    ledger = file.notices
    accounts = audit.options.accounts == nil ? nil : audit.settings.accounts
    lock = nil
    model = try NoticeInput.model(file, audit)
  }

  /// Whether fewer than half of the days that are looked at have sessions, 14 at most: too few to say that somebody has moved.
  var isSparse: Bool {
    let days = Set(model.daily.compactMap { CivilDate(iso8601: $0.day)?.daysSinceEpoch })
    guard let last = days.max() else { return true }
    let known = (try? state?.firstDay()).flatMap { $0 }.map { Int($0) } ?? days.min() ?? last
    let end = max(last, (try? state?.lastDay()).flatMap { $0 }.map { Int($0) } ?? last)
    let first = max(known, end - TrendWindows.usualRecentDays + 1)
    return days.count { $0 >= first } * 2 < end - first + 1
  }

  /// The first of the last 14 days of a state, as the trend takes them: whoever has moved before is not told, though the state
  /// knows more days.
  static func recentDay(_ file: StateFile) throws(NotifyFault) -> String? {
    do throws(StateError) {
      guard let last = try file.lastDay() else { return nil }
      return "\(CivilDate(daysSinceEpoch: Int(last) - TrendWindows.usualRecentDays + 1))"
    } catch {
      throw .audit(.state(error))
    }
  }

  static func bytes(of path: String) throws(NotifyFault) -> Data {
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw .cannotRead(path: path, reason: PlainReason.reading(error, of: path))
    }
  }

  /// The report over what the state holds, as an audit of nothing new would give it.
  private static func model(
    _ file: StateFile, _ options: NoticeInputOptions, _ domains: [String], _ submission: [Int], _ now: Timestamp
  ) throws(NotifyFault) -> ReportModel {
    var arguments = ["-", "--quiet", "--no-progress"]
    for domain in domains { arguments += ["--local-domain", domain] }
    for port in ports(PortPolicy(), and: submission).submissionPorts { arguments += ["--submission-port", "\(port)"] }
    if let accounts = options.accounts { arguments += ["--accounts", accounts] }
    if let domain = options.defaultDomain { arguments += ["--default-domain", domain.name] }
    if let since = options.since { arguments += ["--since", since] }
    let parsed: AuditOptions
    do {
      parsed = try AuditOptions.parse(arguments)
    } catch {
      throw .badFile(path: "--since", reason: AuditOptions.message(for: error))
    }
    let audit: Audit
    do throws(AuditFault) {
      audit = try Audit(options: parsed, now: now)
    } catch {
      throw .audit(error)
    }
    return try model(file, audit)
  }

  /// Whoever uses a port that the notices name has moved, whatever else is said of it.
  static func ports(_ policy: PortPolicy, and named: [Int]) -> PortPolicy {
    var policy = policy
    let known = policy.legacyPorts + policy.submissionPorts + policy.submissionsPorts
    for port in named where !known.contains(port) { policy.submissionPorts.append(port) }
    return policy
  }

  private static func model(_ file: StateFile, _ audit: Audit) throws(NotifyFault) -> ReportModel {
    do throws(AuditFault) {
      var none = FreshDays()
      return try StateReport(audit: audit, file: file, trend: nil, countsAllSenders: true)
        .model(StateReading(), fresh: &none)
    } catch {
      throw .audit(error)
    }
  }
}
