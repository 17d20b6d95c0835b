import MailModel

/// The last line of each kind that shows what an address did, where no user has it.
///
/// Of failed logins it knows nothing: nearly every address has some, so their lines are taken from where they are counted.
struct AddressEvidence {
  /// The kinds in the order in which they are shown.
  private static let order: [EvidenceKind] = [.login, .refusal, .relay]
  /// By address and kind in one number: a list for each of tens of thousands of addresses would take more room than what is in it.
  private var drafts: [UInt64: EvidenceDraft] = [:]

  /// Keeps the line if it is the last of its kind.
  mutating func note(_ address: UInt32, _ draft: EvidenceDraft) {
    guard draft.mark != .none, let kind = AddressEvidence.order.firstIndex(of: draft.what) else { return }
    let key = AddressEvidence.key(address, kind)
    if let known = drafts[key], !known.precedes(draft) { return }
    drafts[key] = draft
  }

  /// The lines of an address.
  func lines(of address: UInt32) -> [EvidenceDraft] {
    AddressEvidence.order.indices.compactMap { drafts[AddressEvidence.key(address, $0)] }
  }

  private static func key(_ address: UInt32, _ kind: Int) -> UInt64 { UInt64(address) << 8 | UInt64(kind) }
}
