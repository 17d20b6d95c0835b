/// How many users were seen with a client, a client being an address with a HELO name.
///
/// A table of its own in place of a dictionary: it is asked for every client of every user.
struct ClientSharers {
  private struct Client: FactKey {
    var number: UInt64
    var words: (UInt64, UInt64) { (number, 0) }
  }

  private struct Users: Fact {
    var count: Int
    mutating func merge(_ other: Users) { count += other.count }
  }

  private var table: FactTable<Client, Users>

  init(seed: UInt64) { table = FactTable(limit: .max, seed: seed) }

  /// Counts one more user.
  mutating func add(_ client: UInt64) { table.add(Client(number: client), Users(count: 1)) }

  /// The users of a client that was counted.
  mutating func users(of client: UInt64) -> Int {
    guard let place = table.add(Client(number: client), Users(count: 0)) else { return 0 }
    return table.entries[place].value.count
  }
}
