import MailModel

/// A line to look at, before its number in the whole source is known.
struct EvidenceDraft {
  var mark: LineMark
  var at: Timestamp
  var what: EvidenceKind
  var port: String?
  var portEvidence: PortEvidence?

  /// Whether it comes before another, by time and then by place.
  func precedes(_ other: EvidenceDraft) -> Bool { at != other.at ? at < other.at : mark < other.mark }
}
