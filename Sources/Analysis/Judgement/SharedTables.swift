import MailModel

/// Tables of one entry, each kept once: thousands of clients have `{"unknown": 1}` and nothing else.
struct SharedTables {
  /// The names of entries, in the order of their coming: a few ports and classes, found quicker one after another than by hash.
  private var names: [String] = []
  private var counts: [UInt64: [String: Int]] = [:]
  private var ports: [UInt64: [String: PortCount]] = [:]
  /// Beyond this nothing is gained by keeping more.
  private static let limit = 10_000

  mutating func table(_ name: String, _ count: Int) -> [String: Int] {
    guard let key = key(name, count, 0) else { return [name: count] }
    if let known = counts[key] { return known }
    let made = [name: count]
    if counts.count < SharedTables.limit { counts[key] = made }
    return made
  }

  mutating func table(_ name: String, _ count: PortCount) -> [String: PortCount] {
    guard let key = key(name, count.sessions, count.messages) else { return [name: count] }
    if let known = ports[key] { return known }
    let made = [name: count]
    if ports.count < SharedTables.limit { ports[key] = made }
    return made
  }

  /// Name and numbers in one word; nothing when they are so large that nobody else will have the same.
  private mutating func key(_ name: String, _ first: Int, _ second: Int) -> UInt64? {
    guard first < 1 << 24, second < 1 << 24 else { return nil }
    var place = names.firstIndex(of: name) ?? names.count
    if place == names.count {
      guard place < 1 << 16 else { return nil }
      names.append(name)
      place = names.count - 1
    }
    return UInt64(place) << 48 | UInt64(first) << 24 | UInt64(second)
  }
}
