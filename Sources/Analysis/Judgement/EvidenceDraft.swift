import MailModel

/// A line to look at, before its number in the whole source is known.
struct EvidenceDraft {
  var mark: LineMark
  var at: Timestamp
  var what: EvidenceKind
  var port: String?
  var portEvidence: PortEvidence?
}
