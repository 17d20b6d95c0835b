import ArgumentParser
import Foundation
import Glibc
import MailModel
import Notices
import Transport

/// One run of `notify`: who is due, previews or sending, the digest, the plan.
struct NoticeRun {
  /// What a run leads to.
  struct Result {
    var plan: NoticePlan
    var stop: SendingStop?
    /// Notices that were sent a second time with the same Message-ID.
    var repeated = 0
    /// Whether a notice, or the digest, could not be sent.
    var isPartial = false
    /// Notices of this run that were refused.
    var failures: [PlanEntry] = []
    /// How many are left out, by the reason's key.
    var excluded: [String: Int] = [:]

    /// What is said of notices that were sent a second time.
    var repeatedLine: String? {
      guard repeated > 0 else { return nil }
      let notices = repeated == 1 ? "1 notice was" : "\(repeated) notices were"
      return "\(notices) sent again with the same Message-ID, since an earlier run ended before the "
        + "server's answer was known."
    }

    /// What is said of a run that ended early.
    var stopLine: String? {
      switch stop {
      case .server(let reason): "stopped, the next run goes on from here: \(reason)"
      case .unreachable(let reason):
        "\(plan.count(.sent) > 0 ? "stopped" : "nobody was told"), the next run goes on from here: \(reason)"
      case .settings(let reason): "stopped, nobody was told by this: \(reason)"
      case nil: nil
      }
    }

    /// The exit status of a run that was stopped.
    var stopStatus: ExitCode? {
      switch stop {
      case .server: ExitStatus.partly
      case .unreachable: plan.count(.sent) > 0 ? ExitStatus.partly : ExitStatus.unavailable
      case .settings: ExitStatus.configuration
      case nil: nil
      }
    }
  }

  let options: NotifyOptions
  let now: Timestamp

  func run() throws(NotifyFault) -> Result {
    // The login is looked at before anything else happens.
    let carrier = try carrier()
    let input = try NoticeInput(
      options.input, domains: options.notifyDomains, submission: options.namedPorts, recent: true,
      writes: carrier != nil, now: now)
    return try run(input, carrier)
  }

  /// What takes the messages; nothing where none shall be sent.
  func carrier() throws(NotifyFault) -> MailSubmission? {
    var carrier: MailSubmission?
    if options.sending.send, let path = options.sending.credentials, let server = options.sending.smtp?.server {
      let login = try CredentialsFile.read(path)
      if let caFile = options.sending.caFile { _ = try NoticeInput.bytes(of: caFile) }
      carrier = MailSubmission(server: server, login: login, caFile: options.sending.caFile)
      if carrier == nil { throw .noLibrary }
    }
    return carrier
  }

  /// Tells everybody who is due, or shows it.
  func run(_ input: NoticeInput, _ carrier: MailSubmission?) throws(NotifyFault) -> Result {
    umask(0o077)
    let setup = try NoticeSetup(options, input, now: now)
    let composer = NoticeComposer(campaign: setup.campaign, templates: setup.templates, now: now)
    let selection = RecipientSelector(rules: setup.rules).select(input.model)
    var folder: PreviewFolder?
    if let path = options.output { folder = try PreviewFolder(path) }
    let (due, others) = try plan(selection, input, setup)
    var result = Result(plan: NoticePlan(generatedAt: now, campaign: setup.campaign.name, recipients: []))
    var files: [String?] = []
    for notice in due { files.append(try write(notice, composer, to: folder)) }
    var entries: [PlanEntry] = []
    if let carrier {
      let sent = try send(due, composer, input.ledger, carrier)
      entries = sent.entries
      result.stop = sent.stop
      result.repeated = sent.repeated
    } else {
      for notice in due {
        var entry = NoticeCourier.entry(notice)
        entry.messageID = composer.messageID(notice.kind, notice.recipient, notice.round)
        entries.append(entry)
      }
    }
    for index in entries.indices { entries[index].file = files[index] }
    result.plan.recipients = entries + others
    result.failures = entries.filter { [.failed, .undeliverable].contains($0.status) }
    result.isPartial = result.stop != nil || !result.failures.isEmpty
    for exclusion in selection.exclusions { result.excluded[exclusion.reason.key, default: 0] += 1 }
    if let administrator = options.admin?.mailbox.address {
      let language = options.language?.language ?? options.defaultLanguage?.language ?? .english
      let digest = DigestComposer(composer: composer, language: language).compose(
        result.plan, exclusions: selection.exclusions,
        standing: selection.standing(try records(setup.campaign.name, input.ledger)), to: administrator)
      try folder?.write("administrator.digest.eml", digest.bytes)
      if let carrier, result.stop == nil {
        let isSent = try send(digest, administrator, setup.campaign.name, input.ledger, carrier)
        if !isSent { result.isPartial = true }
      }
    }
    try folder?.finish(result.plan)
    return result
  }

  private func plan(
    _ selection: RecipientSelection, _ input: NoticeInput, _ setup: NoticeSetup
  ) throws(NotifyFault) -> (due: [PlannedNotice], others: [PlanEntry]) {
    do throws(NoticeLedgerFault) {
      let planner = NoticePlanner(
        rule: RoundRule(repeatAfterSeconds: options.repeatAfter?.seconds ?? 604_800, maxRounds: options.maxRounds),
        thanksToo: options.thankMoved && !input.isSparse, languages: setup.rules.languages,
        accounts: setup.rules.accounts)
      let records = try input.ledger.records()
      return planner.plan(
        selection, records: records.filter { $0.campaign == setup.campaign.name },
        earlier: records.filter { $0.campaign != setup.campaign.name },
        undeliverable: try input.ledger.undeliverable(), now: now)
    } catch {
      throw .ledger(error)
    }
  }

  private func records(_ campaign: String, _ ledger: any NoticeLedger) throws(NotifyFault) -> [NoticeRecord] {
    do throws(NoticeLedgerFault) {
      return try ledger.records(campaign: campaign)
    } catch {
      throw .ledger(error)
    }
  }

  /// Writes one preview, message by message, so that ten thousand need no more memory than one.
  private func write(
    _ notice: PlannedNotice, _ composer: NoticeComposer, to folder: PreviewFolder?
  ) throws(NotifyFault) -> String? {
    guard let folder else { return nil }
    let name = PreviewFileName.make(notice.recipient.address.text, kind: notice.kind)
    try folder.write(name, composer.compose(notice).bytes)
    return name
  }

  private var envelopeSender: NoticeAddress? { (options.envelopeFrom ?? options.from)?.mailbox.address }

  private func send(
    _ due: [PlannedNotice], _ composer: NoticeComposer, _ ledger: any NoticeLedger, _ carrier: MailSubmission
  ) throws(NotifyFault) -> (entries: [PlanEntry], stop: SendingStop?, repeated: Int) {
    guard let sender = envelopeSender else { throw .badFile(path: "--from", reason: "it is needed for --send.") }
    let sending = options.sending
    let limits = SendingLimits(
      limit: sending.limit.map { $0.number } ?? 10, intervalMilliseconds: sending.rate?.intervalMilliseconds ?? 500,
      dailyCap: sending.dailyCap,
      deadline: sending.deadline.map { Timestamp(milliseconds: now.milliseconds + $0.seconds * 1000) })
    let courier = NoticeCourier(
      composer: composer, ledger: ledger, carrier: carrier, envelopeSender: sender, limits: limits,
      clock: SendingClock(now: NoticeRun.clock, wait: { Thread.sleep(forTimeInterval: Double($0) / 1000) }))
    do throws(NoticeLedgerFault) {
      return try courier.send(due)
    } catch {
      throw .ledger(error)
    }
  }

  /// Sends the digest unless the last one said the same; says whether nothing is left to do.
  private func send(
    _ digest: ComposedMessage, _ administrator: NoticeAddress, _ campaign: String, _ ledger: any NoticeLedger,
    _ carrier: MailSubmission
  ) throws(NotifyFault) -> Bool {
    guard let sender = envelopeSender else { return false }
    do throws(NoticeLedgerFault) {
      let earlier = try ledger.records(campaign: campaign).filter { $0.kind == .digest }
      let last = earlier.max { $0.round < $1.round }
      if let last, last.messageID == digest.messageID, last.outcome == .sent { return true }
      var record = NoticeRecord(
        campaign: campaign, kind: .digest, identity: administrator.text, recipient: administrator.text,
        round: (last?.round ?? 0) + 1, messageID: digest.messageID, readiness: .ready, intentAt: NoticeRun.clock())
      try ledger.begin(record)
      switch carrier.deliver(digest.bytes, from: sender.text, to: administrator.text) {
      case .accepted(let reply):
        record.outcome = .sent
        record.detail = OneLine.make(reply)
      case .refused(_, _, let reason), .unreachable(let reason), .notSecure(let reason), .loginRefused(let reason):
        record.outcome = .postponed
        record.detail = OneLine.make(reason)
      case .uncertain: return false
      }
      record.outcomeAt = NoticeRun.clock()
      try ledger.finish(record)
      if record.outcome != .sent { Console.note("port587: the digest was not sent: \(record.detail ?? "")") }
      return record.outcome == .sent
    } catch {
      throw .ledger(error)
    }
  }

  static func clock() -> Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
