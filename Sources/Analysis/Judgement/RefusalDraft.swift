import MailModel

/// Refusals of one class, code and text while they are gathered.
struct RefusalDraft {
  var count = 0
  var identities: Set<String> = []
  var addresses: Set<UInt32> = []
  var span: SessionSpan
}
