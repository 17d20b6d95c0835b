/// What the log has said of a message that is followed.
struct MessageSigns: OptionSet, Sendable {
  let rawValue: UInt8

  /// It was brought to somebody here.
  static let delivered = MessageSigns(rawValue: 1)
  /// It was brought somewhere of which nobody knows what that does with it: to a server of the own network.
  static let unclear = MessageSigns(rawValue: 2)
  /// It was brought to a server elsewhere.
  static let outside = MessageSigns(rawValue: 4)
  /// It has left the queue.
  static let gone = MessageSigns(rawValue: 8)
  /// What a content filter was given has left the queue.
  static let filtered = MessageSigns(rawValue: 16)
  /// It was given to the content filter for an alias of somebody here.
  static let aliased = MessageSigns(rawValue: 32)
  /// It was given to the content filter for the recipient whom the client named.
  static let named = MessageSigns(rawValue: 64)
}
