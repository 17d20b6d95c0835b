import MailModel

/// Writes JSON as it comes, two spaces for each level: a report of thousands of users never lies in memory as a tree.
///
/// The form is that of Foundation's `JSONEncoder` with sorted keys and pretty printing, so that reports of different
/// versions can be compared line by line; a test holds both against each other. Who calls puts the keys in order.
struct JSONStream: ~Copyable {
  private var room = ByteRoom()
  private let keys = JSONKey.allReady
  /// Line end and indentation by depth; deeper than this no part of a report lies.
  private let margins = (0...12).map { ReadyBytes("\n" + String(repeating: "  ", count: $0)) }
  /// The same behind a comma.
  private let furtherMargins = (0...12).map { ReadyBytes(",\n" + String(repeating: "  ", count: $0)) }
  private var depth = 0
  private var isEmpty = true
  /// The day that was written last, and the twelve bytes in front of the time on it: `"2026-11-23T`.
  private var lastDay = Int64.min
  private var lastDayText = ReadyBytes("")

  /// What is passed on at once.
  static let chunk = 64 << 10

  /// Passes on what was written when it is enough to be worth it.
  mutating func drain(into sink: inout some ByteSink) throws(RenderError) {
    guard room.filled.count >= JSONStream.chunk else { return }
    try sink.write(room.filled)
    room.clear()
  }

  /// Passes on everything that was written.
  mutating func flush(into sink: inout some ByteSink) throws(RenderError) {
    room.settle()
    try sink.write(room.filled)
    room.clear()
  }

  /// Writes an object; the body writes its keys in order.
  mutating func object(_ body: (inout JSONStream) -> Void) {
    open(0x7b)
    body(&self)
    close(0x7d)
  }

  /// Writes an array of values, each at its place: a copy of a value costs as much as writing half of it.
  mutating func array<Element>(_ values: [Element], _ write: (inout JSONStream, borrowing Element) -> Void) {
    open(0x5b)
    let values = values.span
    for i in values.indices {
      element()
      write(&self, values[i])
    }
    close(0x5d)
  }

  /// Writes elements of a long array from an index on, until there is enough to be passed on, and says which comes next.
  ///
  /// Not made for a kind of sink, so that the compiler makes it for each kind of value.
  mutating func elements<Element>(
    of values: [Element], from first: Int, _ write: (inout JSONStream, borrowing Element) -> Void
  ) -> Int {
    let values = values.span
    var next = first
    while next < values.count, room.filled.count < JSONStream.chunk {
      element()
      write(&self, values[next])
      next += 1
    }
    return next
  }

  /// Writes an object of a dictionary's entries, sorted by key.
  mutating func table<Value>(_ entries: [String: Value], _ write: (inout JSONStream, Value) -> Void) {
    open(0x7b)
    if entries.count == 1, let (name, value) = entries.first {
      entry(name)
      write(&self, value)
    } else if !entries.isEmpty {
      for (name, value) in entries.sorted(by: { $0.key < $1.key }) {
        entry(name)
        write(&self, value)
      }
    }
    close(0x7d)
  }

  /// Begins an object or array.
  mutating func open(_ bracket: UInt64) {
    room.put(bracket, count: 1)
    depth += 1
    isEmpty = true
  }

  /// Ends an object or array; an empty one has an empty line inside.
  mutating func close(_ bracket: UInt64) {
    depth -= 1
    if isEmpty { room.put(0x0a, count: 1) }
    room.put(margins[depth])
    room.put(bracket, count: 1)
    isEmpty = false
  }

  /// Begins an element of an array.
  @inline(__always)
  mutating func element() {
    room.put(isEmpty ? margins[depth] : furtherMargins[depth])
    isEmpty = false
  }

  /// Begins an entry of an object.
  mutating func key(_ key: JSONKey) {
    element()
    room.put(keys[key.rawValue])
  }

  /// Begins an entry of a table, whose name may be anything.
  private mutating func entry(_ name: String) {
    element()
    string(name)
    room.put(0x20_3a_20, count: 3)
  }

  mutating func string(_ key: JSONKey, _ value: String) {
    self.key(key)
    string(value)
  }

  /// An entry that is left out when there is nothing.
  mutating func string(_ key: JSONKey, ifAny value: String?) {
    if let value { string(key, value) }
  }

  /// An entry that is `null` when there is nothing.
  mutating func string(_ key: JSONKey, orNull value: String?) {
    self.key(key)
    if let value { string(value) } else { put("null") }
  }

  mutating func number(_ key: JSONKey, _ value: Int) {
    self.key(key)
    number(value)
  }

  mutating func moment(_ key: JSONKey, _ value: Timestamp) {
    self.key(key)
    moment(value)
  }

  /// An entry that is left out when there is nothing.
  mutating func moment(_ key: JSONKey, ifAny value: Timestamp?) {
    if let value { moment(key, value) }
  }

  /// An entry that is `null` when there is nothing.
  mutating func moment(_ key: JSONKey, orNull value: Timestamp?) {
    if let value { moment(key, value) } else { string(key, orNull: nil) }
  }

  /// `"2026-11-23T17:00:00Z"`; most moments of a report lie on a day that was just written.
  private mutating func moment(_ value: Timestamp) {
    let seconds = value.seconds
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    if day != lastDay {
      lastDay = day
      lastDayText = ReadyBytes("\"\(CivilDate(daysSinceEpoch: Int(day)))T")
    }
    let rest = UInt32(truncatingIfNeeded: seconds &- day &* 86_400)
    let time = JSONStream.two(rest / 3600) | JSONStream.two(rest / 60 % 60) &<< 24 | JSONStream.two(rest % 60) &<< 48
    room.put(lastDayText)
    // Between the numbers stand colons, behind the last one Z and the quote.
    room.put(time | 0x3a_00_00_3a_00_00, count: 8)
    room.put(0x22_5a, count: 2)
  }

  /// Two digits, the first one lowest.
  @inline(__always)
  private static func two(_ value: UInt32) -> UInt64 { UInt64(0x30_30 &+ value / 10 &+ (value % 10) &<< 8) }

  mutating func number(_ value: Int) {
    // What does not fit into eight digits is rare: the bytes and lines of large logs.
    guard value >= 0, value < 100_000_000 else { return put(String(value)) }
    var digits: UInt64 = 0
    var count = 0
    var rest = UInt32(truncatingIfNeeded: value)
    repeat {
      digits = digits &<< 8 | UInt64(0x30 &+ rest % 10)
      rest /= 10
      count &+= 1
    } while rest > 0
    room.put(digits, count: count)
  }

  mutating func bool(_ value: Bool) { put(value ? "true" : "false") }

  /// A word of ours, which needs no escaping.
  mutating func word(_ key: JSONKey, _ value: String) {
    self.key(key)
    room.put(0x22, count: 1)
    put(value)
    room.put(0x22, count: 1)
  }

  /// An entry that is left out when there is nothing.
  mutating func word(_ key: JSONKey, ifAny value: String?) {
    if let value { word(key, value) }
  }

  /// A string in quotes; what JSON does not allow inside is escaped (RFC 8259 section 7).
  mutating func string(_ text: String) {
    let bytes = text.utf8.span
    room.put(0x22, count: 1)
    if JSONEscape.isNeeded(bytes) {
      for i in bytes.indices { escape(bytes[i]) }
    } else {
      room.put(bytes)
    }
    room.put(0x22, count: 1)
  }

  private mutating func escape(_ byte: UInt8) {
    let escaped = JSONEscape.bytes(for: byte)
    room.put(escaped.word, count: escaped.count)
  }

  /// Ends the text.
  mutating func endLine() { room.put(0x0a, count: 1) }

  /// Puts text of ours, which needs no escaping.
  private mutating func put(_ text: String) { room.put(text.utf8.span) }
}
