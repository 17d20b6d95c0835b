/// The messages of which it is not known yet where they go, and the sessions that have ended and wait for that.
struct FollowedMessages: Sendable {
  /// A queue id is of one host.
  private struct Key: Hashable {
    var host: UInt64
    var id: UInt64
  }

  private var slots: [Key: Int] = [:]
  /// Slots of sessions that have ended, in the order in which they did.
  private(set) var waiting: [Int] = []

  /// Of more at one time the log will hardly hold what becomes of them.
  static let limit = 100_000

  var isEmpty: Bool { slots.isEmpty }
  var isFull: Bool { slots.count >= FollowedMessages.limit }

  /// The slot of the session that brought a message.
  func slot(host: UInt64, id: UInt64) -> Int? { slots[Key(host: host, id: id)] }

  /// Follows a message of a session; false when one of that name was followed already.
  mutating func insert(host: UInt64, id: UInt64, slot: Int) -> Bool {
    slots.updateValue(slot, forKey: Key(host: host, id: id)) == nil
  }

  /// Follows a message no more; false when none of that name was followed.
  mutating func remove(host: UInt64, id: UInt64) -> Bool { slots.removeValue(forKey: Key(host: host, id: id)) != nil }

  /// Has a session wait that has ended.
  mutating func wait(_ slot: Int) { waiting.append(slot) }

  /// Has it wait no more; false when it did not.
  mutating func leave(_ slot: Int) -> Bool {
    guard let place = waiting.firstIndex(of: slot) else { return false }
    waiting.remove(at: place)
    return true
  }
}
