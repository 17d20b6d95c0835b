import MailModel

/// Refusals of one class, code and text while they are gathered.
struct RefusalDraft {
  var count = 0
  var span: SessionSpan
}
