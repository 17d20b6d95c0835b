public import MailModel

/// How things stand, for the digest.
extension RecipientSelection {
  /// Who is to be told and who is not, and what has become of each: the same text as long as nothing has changed.
  ///
  /// What a run did is left out: whoever was told in this run or in the one before stands the same. So is what a stranger can bring
  /// about: names without a login that are left out, and refusals in the name of those who have moved.
  public func standing(_ records: [NoticeRecord]) -> String {
    var last: [String: [NoticeKind: NoticeRecord]] = [:]
    for record in records where record.kind != .digest {
      let known = last[record.recipient.lowercased()]?[record.kind]
      if known.map({ $0.round <= record.round }) ?? true {
        last[record.recipient.lowercased(), default: [:]][record.kind] = record
      }
    }
    func told(_ address: NoticeAddress?) -> String {
      guard let address, let records = last[address.text.lowercased()] else { return "-" }
      return records.values.sorted { $0.kind.rawValue < $1.kind.rawValue }.map {
        "\($0.kind.rawValue) \($0.round) \($0.outcome?.rawValue ?? "open")"
      }.joined(separator: ", ")
    }
    var lines = recipients.map { "\($0.identity)\t\($0.address.text)\t\(told($0.address))" }
    lines += exclusions.filter { !$0.isClaim || told($0.address) != "-" }.map {
      let reason = $0.reason == .refusedElsewhere ? ExclusionReason.ready : $0.reason
      return "\($0.identity)\t\(reason)\t\(told($0.address))"
    }
    return lines.sorted().joined(separator: "\n")
  }
}
