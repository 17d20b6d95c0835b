public import MailModel
internal import Transport

/// Sends what is due, at the pace that was set, and writes every step into the ledger first.
public struct NoticeCourier {
  private let composer: NoticeComposer
  private let ledger: any NoticeLedger
  private let carrier: any MessageCarrier
  private let envelopeSender: NoticeAddress
  private let limits: SendingLimits
  private let clock: SendingClock

  /// Takes everything that sending needs.
  public init(
    composer: NoticeComposer, ledger: any NoticeLedger, carrier: any MessageCarrier, envelopeSender: NoticeAddress,
    limits: SendingLimits, clock: SendingClock
  ) {
    self.composer = composer
    self.ledger = ledger
    self.carrier = carrier
    self.envelopeSender = envelopeSender
    self.limits = limits
    self.clock = clock
  }

  /// Goes through what is due in order; everybody is in the result, told or not.
  public func send(
    _ due: [PlannedNotice]
  ) throws(NoticeLedgerFault) -> (entries: [PlanEntry], stop: SendingStop?, repeated: Int) {
    var entries: [PlanEntry] = []
    var pushedBack: [Int] = []
    var alike = AlikeRefusals(most: limits.burst)
    var stop: SendingStop?
    var handled = 0
    var repeated = 0
    var lastAt: Timestamp?
    let dayAgo = Timestamp(milliseconds: clock.now().milliseconds - 86_400_000)
    var room = limits.dailyCap.map { $0 } ?? Int.max
    if limits.dailyCap != nil { room -= try ledger.attempts(since: dayAgo) }
    let known = due.isEmpty ? [] : try ledger.records(campaign: composer.campaign.name)
    for notice in due {
      var entry = Self.entry(notice)
      if let waiting = waitingReason(handled, room, stop) {
        entry.status = .deferred
        entry.reason = waiting
        entries.append(entry)
        continue
      }
      if let lastAt {
        let rest = lastAt.milliseconds + limits.intervalMilliseconds - clock.now().milliseconds
        if rest > 0 { clock.wait(rest) }
      }
      let message = composer.compose(notice)
      entry.messageID = message.messageID
      var record = Self.record(notice, message, composer.campaign.name, clock.now())
      try ledger.begin(record)
      lastAt = clock.now()
      let result = carrier.deliver(
        message.bytes, from: envelopeSender.text, to: notice.recipient.address.text)
      handled += 1
      judge(result, &entry, &record, &stop)
      if isUnoffered(result) {
        // Nobody has refused this notice: it is as open as before the run.
        try ledger.withdraw(
          record,
          for: known.first {
            $0.kind == record.kind && $0.identity == record.identity && $0.round == record.round
          })
      } else if record.outcome != nil {
        record.outcomeAt = clock.now()
        try ledger.finish(record)
      }
      if case .refused(_, let code, let reply) = result, record.outcome == .failed || record.outcome == .undeliverable,
        stop == nil, let row = alike.take(reply, code, entries.count, record)
      {
        // Not these people are wrong, but what is the same for all: they are told when it is mended.
        stop = .settings("the server refuses one after the other alike: \(OneLine.make(reply))")
        for (index, refused) in row {
          var record = refused
          record.outcome = .postponed
          record.outcomeAt = clock.now()
          try ledger.finish(record)
          if index < entries.count { entries[index].status = .deferred } else { entry.status = .deferred }
        }
      } else if record.outcome == .sent || record.outcome == .postponed {
        alike.forget()
      }
      if notice.repeats > 0, entry.status == .sent {
        repeated += 1
        entry.reason = "sent again with the same Message-ID: an earlier run ended before the server's answer was known"
      }
      if record.outcome == .sent { room -= 1 }
      if record.outcome == .postponed {
        pushedBack.append(entries.count)
        if pushedBack.count >= limits.burst, stop == nil {
          stop = .server("the server puts messages off: \(entry.reason ?? "")")
        }
        if stop != nil {
          entry.status = .deferred
          for index in pushedBack.dropLast() { entries[index].status = .deferred }
        }
      } else {
        pushedBack = []
      }
      entries.append(entry)
    }
    return (entries, stop, repeated)
  }

  private func waitingReason(_ handled: Int, _ room: Int, _ stop: SendingStop?) -> String? {
    if let stop { return "stopped: \(stop.reason)" }
    if let limit = limits.limit, handled >= limit { return "beyond the first \(limit) of this run (--limit)" }
    if room <= 0 { return "\(limits.dailyCap ?? 0) messages in 24 hours (--daily-cap)" }
    if let deadline = limits.deadline, clock.now() >= deadline { return "the time of this run is over (--deadline)" }
    return nil
  }

  private func judge(
    _ result: DeliveryResult, _ entry: inout PlanEntry, _ record: inout NoticeRecord, _ stop: inout SendingStop?
  ) {
    switch result {
    case .accepted(let reply):
      entry.status = .sent
      record.outcome = .sent
      record.detail = OneLine.make(reply)
    case .refused(let stage, let code, let reply):
      entry.reason = OneLine.make(reply)
      record.detail = entry.reason
      if stage == .sender || stage == .greeting || code < 500 {
        entry.status = stage == .recipient || stage == .data || stage == .content ? .failed : .deferred
        record.outcome = .postponed
        if code == 421 || stage == .greeting {
          stop = .server(OneLine.make(reply))
        } else if stage == .sender, code >= 500 {
          stop = .settings("the server refuses MAIL FROM:<\(envelopeSender.text)>: \(OneLine.make(reply))")
        }
      } else {
        // Sender, relay and policy are refused at RCPT as well; only a mailbox that is said not to exist is written off.
        let isGone = stage == .recipient && RefusalText(reply).saysNoMailbox
        entry.status = isGone ? .undeliverable : .failed
        record.outcome = isGone ? .undeliverable : .failed
      }
    case .unreachable(let reason): postpone(.unreachable(OneLine.make(reason)), &entry, &stop)
    case .notSecure(let reason), .loginRefused(let reason):
      postpone(.settings(OneLine.make(reason)), &entry, &stop)
    case .uncertain(let reason):
      // The record keeps no outcome, as after a crash: one repeat with the same Message-ID, and no more.
      entry.status = .failed
      entry.reason = "the answer to the message did not come, so it may have been delivered: \(OneLine.make(reason))"
      stop = .server(OneLine.make(reason))
    }
  }

  private func postpone(_ reason: SendingStop, _ entry: inout PlanEntry, _ stop: inout SendingStop?) {
    entry.status = .deferred
    entry.reason = reason.reason
    stop = reason
  }

  /// Whether the message was not even offered to a server.
  private func isUnoffered(_ result: DeliveryResult) -> Bool {
    switch result {
    case .unreachable, .notSecure, .loginRefused: true
    case .accepted, .refused, .uncertain: false
    }
  }

  /// What `plan.json` says of a notice that is due.
  public static func entry(_ notice: PlannedNotice) -> PlanEntry {
    PlanEntry(
      identity: notice.recipient.identity, to: notice.recipient.address.text, language: notice.recipient.language.tag,
      client: ClientChoice(notice.recipient.guess).identifier, round: notice.round, kind: notice.kind, status: .preview)
  }

  private static func record(
    _ notice: PlannedNotice, _ message: ComposedMessage, _ campaign: String, _ now: Timestamp
  ) -> NoticeRecord {
    NoticeRecord(
      campaign: campaign, kind: notice.kind, identity: notice.recipient.identity,
      recipient: notice.recipient.address.text, round: notice.round, messageID: message.messageID,
      readiness: notice.recipient.readiness, intentAt: now, repeats: notice.repeats)
  }
}
