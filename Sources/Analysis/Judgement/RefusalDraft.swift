import MailModel

/// Refusals of one class, code and text while they are gathered.
struct RefusalDraft {
  var count = 0
  /// Numbers of the identities.
  var identities: Set<Int32> = []
  var addresses: Set<UInt32> = []
  var span: SessionSpan
}
