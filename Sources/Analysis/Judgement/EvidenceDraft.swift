import MailModel

/// A line to look at, before its number in the whole source is known.
struct EvidenceDraft {
  var mark: LineMark
  var at: Timestamp
  var what: EvidenceKind
  /// Number of the port's claim in the tally; nothing when the line stands for sessions on several ports.
  var claim: UInt32?
  /// The port, `UserDraft.unknownPort` where it is not known.
  var port = UserDraft.unknownPort

  /// Whether it comes before another, by time and then by place.
  func precedes(_ other: EvidenceDraft) -> Bool { at != other.at ? at < other.at : mark < other.mark }
}
