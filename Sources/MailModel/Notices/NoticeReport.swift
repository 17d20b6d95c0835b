/// What the notices have brought, in numbers.
public struct NoticeReport: Codable, Sendable, Equatable {
  /// The last campaign first.
  public var campaigns: [NoticeCampaignReport]

  /// The effect of what a ledger holds on the users of a report; nothing when no user was told anything.
  public init?(
    _ records: [NoticeRecord], in users: [UserReport], policy: PortPolicy = PortPolicy(), until end: Timestamp? = nil
  ) {
    let notices = Dictionary(grouping: records.filter { $0.kind == .notice }) { $0.campaign }
    guard !notices.isEmpty else { return nil }
    campaigns = notices.keys.sorted(by: >).map { name in
      NoticeCampaignReport(
        campaign: name, rounds: RoundEffect.all(notices[name] ?? [], in: users, policy: policy, until: end))
    }
  }
}
