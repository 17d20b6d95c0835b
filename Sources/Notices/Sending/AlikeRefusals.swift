import MailModel

/// Recipients in a row that a server has refused for good with the same code, or the same words.
///
/// A sender that is not the login's, a relay that is closed, a text that a filter dislikes: each recipient is refused then, and none of them
/// is the reason.
struct AlikeRefusals {
  /// So many end the run.
  let most: Int
  private var likeness: String?
  private var row: [(index: Int, record: NoticeRecord)] = []

  /// Nobody was refused yet.
  init(most: Int) { self.most = most }

  /// Takes a refusal; gives the row when it is long enough.
  ///
  /// What is about one mailbox alone, as a full one is, neither counts nor ends a row.
  mutating func take(
    _ reply: String, _ code: Int, _ index: Int, _ record: NoticeRecord
  ) -> [(index: Int, record: NoticeRecord)]? {
    let text = RefusalText(reply)
    if text.isAboutOneMailbox { return nil }
    let likeness = text.likeness(code, recipient: record.recipient)
    if likeness != self.likeness { row = [] }
    self.likeness = likeness
    row.append((index, record))
    return row.count >= most ? row : nil
  }

  /// A message was taken, or put off: the next refusal begins another row.
  mutating func forget() {
    likeness = nil
    row = []
  }
}
