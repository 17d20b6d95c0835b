import MailModel

/// The last line of each kind that shows what an address did.
///
/// What users did stands with the users; kept is what leads to no user, so that most addresses have none.
struct AddressEvidence {
  private var drafts: [UInt32: [EvidenceDraft]] = [:]

  /// Keeps the line if it is the last of its kind.
  mutating func note(_ address: UInt32, _ draft: EvidenceDraft) {
    guard draft.mark != .none else { return }
    var known = drafts[address] ?? []
    if let place = known.firstIndex(where: { $0.what == draft.what }) {
      guard known[place].precedes(draft) else { return }
      known[place] = draft
    } else {
      known.append(draft)
    }
    drafts[address] = known
  }

  /// Hands over the lines of an address, logins first.
  mutating func take(_ address: UInt32) -> [EvidenceDraft] {
    let order: [EvidenceKind] = [.login, .refusal, .relay, .failedLogin]
    return (drafts.removeValue(forKey: address) ?? []).sorted {
      (order.firstIndex(of: $0.what) ?? 0) < (order.firstIndex(of: $1.what) ?? 0)
    }
  }
}
