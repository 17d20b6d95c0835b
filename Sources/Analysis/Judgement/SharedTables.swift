import MailModel

/// Tables of one entry, each kept once: thousands of clients have `{"unknown": 1}` and nothing else.
struct SharedTables {
  private struct Key: Hashable {
    var name: String
    var first: Int
    var second: Int
  }

  private var counts: [Key: [String: Int]] = [:]
  private var ports: [Key: [String: PortCount]] = [:]
  /// Beyond this nothing is gained by keeping more.
  private static let limit = 10_000

  mutating func table(_ name: String, _ count: Int) -> [String: Int] {
    let key = Key(name: name, first: count, second: 0)
    if let known = counts[key] { return known }
    let made = [name: count]
    if counts.count < SharedTables.limit { counts[key] = made }
    return made
  }

  mutating func table(_ name: String, _ count: PortCount) -> [String: PortCount] {
    let key = Key(name: name, first: count.sessions, second: count.messages)
    if let known = ports[key] { return known }
    let made = [name: count]
    if ports.count < SharedTables.limit { ports[key] = made }
    return made
  }
}
