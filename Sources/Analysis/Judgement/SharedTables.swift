import MailModel

/// Tables of one or two entries, each kept once: thousands of clients have `{"unknown": 1}` and nothing else.
struct SharedTables {
  /// The names of entries, in the order of their coming: a few ports and classes, found quicker one after another than by hash.
  private var names: [String] = []
  private var counts: [UInt64: [String: Int]] = [:]
  private var pairs: [UInt64: [String: Int]] = [:]
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

  /// A table of entries with different names.
  mutating func table(_ entries: [(name: String, count: Int)]) -> [String: Int] {
    if entries.count == 1 { return table(entries[0].name, entries[0].count) }
    func made() -> [String: Int] {
      Dictionary(entries.map { ($0.name, $0.count) }, uniquingKeysWith: { first, _ in first })
    }
    guard entries.count == 2, let a = half(entries[0]), let b = half(entries[1]) else { return made() }
    let key = min(a, b) << 32 | max(a, b)
    if let known = pairs[key] { return known }
    let made = made()
    if pairs.count < SharedTables.limit { pairs[key] = made }
    return made
  }

  /// Name and number in half a word; nothing when they are so large that nobody else will have the same.
  private mutating func half(_ entry: (name: String, count: Int)) -> UInt64? {
    guard entry.count >= 0, entry.count < 1 << 24, let place = place(of: entry.name), place < 1 << 8 else { return nil }
    return UInt64(place) << 24 | UInt64(entry.count)
  }

  /// Name and numbers in one word; nothing when they are so large that nobody else will have the same.
  private mutating func key(_ name: String, _ first: Int, _ second: Int) -> UInt64? {
    guard first < 1 << 24, second < 1 << 24 else { return nil }
    guard let place = place(of: name) else { return nil }
    return UInt64(place) << 48 | UInt64(first) << 24 | UInt64(second)
  }

  /// The place of a name, new or known.
  private mutating func place(of name: String) -> Int? {
    if let known = names.firstIndex(of: name) { return known }
    guard names.count < 1 << 16 else { return nil }
    names.append(name)
    return names.count - 1
  }
}
