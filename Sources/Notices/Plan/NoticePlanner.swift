public import MailModel

/// Joins what the report says with what the ledger says.
public struct NoticePlanner: Sendable {
  private let rule: RoundRule
  private let thanksToo: Bool
  private let languages: LanguageTable
  private let accounts: AccountDirectory?
  /// For how long after a notice for another day of the cut-over somebody is still thanked: 60 days.
  private static let thanksAfterSeconds: Int64 = 60 * 86_400

  /// Takes when somebody is told again, whether those who have moved are thanked, and which addresses are one mailbox.
  public init(rule: RoundRule, thanksToo: Bool, languages: LanguageTable, accounts: AccountDirectory? = nil) {
    self.rule = rule
    self.thanksToo = thanksToo
    self.languages = languages
    self.accounts = accounts
  }

  /// Which notices are due, and everybody else with the reason.
  ///
  /// - Parameters:
  ///   - records: of this campaign.
  ///   - earlier: of all others.
  public func plan(
    _ selection: RecipientSelection, records: [NoticeRecord], earlier: [NoticeRecord] = [],
    undeliverable: Set<String>, now: Timestamp
  ) -> (due: [PlannedNotice], others: [PlanEntry]) {
    var due: [PlannedNotice] = []
    var others: [PlanEntry] = []
    // A run that knew no account list may have told a mailbox under another of its names.
    func mailbox(_ record: NoticeRecord) -> String {
      let address = record.recipient.lowercased()
      return accounts?.mailboxOfAddress[address] ?? address
    }
    let told = Dictionary(grouping: records.filter { $0.kind == .notice }, by: mailbox)
    // What may have been delivered.
    let before = Dictionary(
      grouping: earlier.filter { $0.kind == .notice && ($0.outcome == .sent || $0.outcome == nil) }, by: mailbox
    ).compactMapValues { $0.max { $0.intentAt < $1.intentAt } }
    let thanked = Dictionary(grouping: records.filter { $0.kind == .thanks }, by: mailbox)
    let thankedBefore = Dictionary(
      grouping: earlier.filter { $0.kind == .thanks && ($0.outcome == .sent || $0.outcome == nil) }, by: mailbox
    ).compactMapValues { $0.map(\.intentAt).max() }
    /// Whether somebody was told for this day of the cut-over, or not long ago for another one, and not thanked since.
    func isOwedThanks(_ address: String) -> Bool {
      if told[address]?.contains(where: { $0.outcome == .sent }) == true { return true }
      guard let last = before[address], last.outcome == .sent,
        now.seconds - last.intentAt.seconds <= NoticePlanner.thanksAfterSeconds
      else { return false }
      return thankedBefore[address].map { $0 < last.intentAt } ?? true
    }
    for recipient in selection.recipients {
      let address = recipient.address.text
      var entry = PlanEntry(
        identity: recipient.identity, to: address, language: recipient.language.tag,
        client: ClientChoice(recipient.guess).identifier, status: .skipped)
      if undeliverable.contains(address) {
        entry.status = .undeliverable
        entry.reason = "the address was refused for good before"
        others.append(entry)
        continue
      }
      let lastBefore = before[address.lowercased()]
      switch rule.decide(
        told[address.lowercased()] ?? [], lastUse: recipient.lastUse, earlier: lastBefore, now: now)
      {
      case .tell(let round, let repeats):
        let reached =
          lastBefore?.outcome == .sent
          || (told[address.lowercased()] ?? []).contains {
            $0.round < round && ($0.outcome == .sent || $0.outcome == nil)
          }
        due.append(
          PlannedNotice(recipient: recipient, kind: .notice, round: round, repeats: repeats, isFirst: !reached))
      case .leave(let reason):
        entry.reason = reason
        others.append(entry)
      case .undeliverable(let reason):
        entry.status = .undeliverable
        entry.reason = reason
        others.append(entry)
      }
    }
    // Nobody is thanked twice for two names of one mailbox, or while another of its names has something left to do.
    var addressed = Set(selection.recipients.map { $0.address.text.lowercased() })
    for exclusion in selection.exclusions {
      if thanksToo, exclusion.reason == .ready, let address = exclusion.address,
        !undeliverable.contains(address.text), !addressed.contains(address.text.lowercased()),
        isOwedThanks(address.text.lowercased()),
        case .tell(1, let repeats) = RoundRule(repeatAfterSeconds: 0, maxRounds: 1).decide(
          thanked[address.text.lowercased()] ?? [], now: now)
      {
        addressed.insert(address.text.lowercased())
        due.append(
          PlannedNotice(
            recipient: Recipient(
              identity: exclusion.identity, address: address, language: languages.language(of: address.text),
              readiness: .ready, devices: [], guess: .unknown),
            kind: .thanks, round: 1, repeats: repeats))
        continue
      }
      others.append(
        PlanEntry(
          identity: exclusion.identity, to: exclusion.address?.text, status: .skipped,
          reason: exclusion.reason.description))
    }
    return (due, others)
  }
}
