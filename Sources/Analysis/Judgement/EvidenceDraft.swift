import MailModel

/// A line to look at, before its number in the whole source is known.
///
/// There are tens of thousands of them: what they hold stands in the order that leaves no gaps.
struct EvidenceDraft {
  var at: Timestamp
  var mark: LineMark
  /// Number of the port's claim in the tally; nothing when the line stands for sessions on several ports.
  var claim: UInt32?
  var what: EvidenceKind
  private var shortPort: Int32

  init(at: Timestamp, mark: LineMark, claim: UInt32? = nil, what: EvidenceKind, port: Int = UserDraft.unknownPort) {
    self.at = at
    self.mark = mark
    self.claim = claim
    self.what = what
    shortPort = Int32(port)
  }

  /// The port, `UserDraft.unknownPort` where it is not known.
  var port: Int { Int(shortPort) }

  /// Whether it comes before another, by time and then by place.
  func precedes(_ other: EvidenceDraft) -> Bool { at != other.at ? at < other.at : mark < other.mark }
}
