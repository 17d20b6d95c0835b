import MailModel

/// A login of a running session, with what was accepted in it.
struct PendingLogin: Sendable {
  /// Number in `Tally.names`, or `LoginKey.nobody` when the log shows no name.
  var name: UInt32
  var messages = 0
  var plaintext = 0
  var mark: LineMark
  /// MAIL FROM of its messages.
  var sketch = SenderSketch()
  /// MAIL FROM of messages accepted while the name is not known: number in `Tally.senders` and messages.
  var senders: [(sender: UInt32, messages: Int)] = []
}
