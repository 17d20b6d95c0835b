import MailModel

/// Writes JSON as it comes, two spaces for each level: a report of thousands of users never lies in memory as a tree.
///
/// The form is that of Foundation's `JSONEncoder` with sorted keys and pretty printing, so that reports of different
/// versions can be compared line by line; a test holds both against each other. Who calls puts the keys in order.
struct JSONStream {
  /// What was written and not yet passed on.
  private(set) var bytes: [UInt8] = []
  private var depth = 0
  private var isEmpty = true
  private var lastDay = Int64.min
  private var lastDayText: [UInt8] = []

  /// What is passed on at once.
  static let chunk = 64 << 10

  init() { bytes.reserveCapacity(JSONStream.chunk + 4096) }

  /// Passes on what was written when it is enough to be worth it.
  mutating func drain(into sink: inout some ByteSink) throws(RenderError) {
    if bytes.count >= JSONStream.chunk { try flush(into: &sink) }
  }

  /// Passes on everything that was written.
  mutating func flush(into sink: inout some ByteSink) throws(RenderError) {
    try sink.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes an object; the body writes its keys in order.
  mutating func object(_ body: (inout JSONStream) -> Void) {
    open(0x7b)
    body(&self)
    close(0x7d)
  }

  /// Writes an array of values.
  mutating func array<Values: Collection>(
    _ values: Values, _ write: (inout JSONStream, Values.Element) -> Void
  ) {
    open(0x5b)
    for value in values {
      element()
      write(&self, value)
    }
    close(0x5d)
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
  mutating func open(_ bracket: UInt8) {
    bytes.append(bracket)
    depth += 1
    isEmpty = true
  }

  /// Ends an object or array; an empty one has an empty line inside.
  mutating func close(_ bracket: UInt8) {
    depth -= 1
    if isEmpty { bytes.append(0x0a) }
    newLine()
    bytes.append(bracket)
    isEmpty = false
  }

  /// Begins an element of an array.
  mutating func element() {
    if !isEmpty { bytes.append(0x2c) }
    isEmpty = false
    newLine()
  }

  /// Begins an entry whose name needs no escaping: that of a field, or a name of ours.
  @inline(__always)
  mutating func key(_ name: String) {
    element()
    bytes.append(0x22)
    bytes.append(contentsOf: name.utf8)
    bytes.append(contentsOf: JSONStream.behindName)
  }

  /// Begins an entry of a table, whose name may be anything.
  private mutating func entry(_ name: String) {
    element()
    string(name)
    bytes.append(contentsOf: JSONStream.behindName.dropFirst())
  }

  private static let behindName = Array("\" : ".utf8)
  private static let blanks = Array("\n".utf8) + [UInt8](repeating: 0x20, count: 32)

  mutating func string(_ key: String, _ value: String) {
    self.key(key)
    string(value)
  }

  /// An entry that is left out when there is nothing.
  mutating func string(_ key: String, ifAny value: String?) {
    if let value { string(key, value) }
  }

  /// An entry that is `null` when there is nothing.
  mutating func string(_ key: String, orNull value: String?) {
    self.key(key)
    if let value { string(value) } else { bytes.append(contentsOf: "null".utf8) }
  }

  mutating func number(_ key: String, _ value: Int) {
    self.key(key)
    number(value)
  }

  mutating func moment(_ key: String, _ value: Timestamp) {
    self.key(key)
    moment(value)
  }

  /// An entry that is left out when there is nothing.
  mutating func moment(_ key: String, ifAny value: Timestamp?) {
    if let value { moment(key, value) }
  }

  /// An entry that is `null` when there is nothing.
  mutating func moment(_ key: String, orNull value: Timestamp?) {
    if let value { moment(key, value) } else { string(key, orNull: nil) }
  }

  /// `"2026-11-23T17:00:00Z"`; most moments of a report lie on a day that was just written.
  private mutating func moment(_ value: Timestamp) {
    let seconds = value.seconds
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    if day != lastDay {
      lastDay = day
      lastDayText = Array("\"\(CivilDate(daysSinceEpoch: Int(day)))T".utf8)
    }
    let rest = Int(seconds - day * 86_400)
    bytes.append(contentsOf: lastDayText)
    two(rest / 3600)
    bytes.append(0x3a)
    two(rest / 60 % 60)
    bytes.append(0x3a)
    two(rest % 60)
    bytes.append(0x5a)
    bytes.append(0x22)
  }

  private mutating func two(_ value: Int) {
    bytes.append(0x30 + UInt8(value / 10))
    bytes.append(0x30 + UInt8(value % 10))
  }

  mutating func number(_ value: Int) {
    if value >= 0, value < 10 {
      bytes.append(0x30 + UInt8(value))
    } else {
      bytes.append(contentsOf: String(value).utf8)
    }
  }

  mutating func bool(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }

  /// A string in quotes; what JSON does not allow inside is escaped (RFC 8259 section 7).
  mutating func string(_ text: String) {
    bytes.append(0x22)
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    if bytes[start...].contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5c }) {
      bytes.removeLast(bytes.count - start)
      for c in text.utf8 { escape(c) }
    }
    bytes.append(0x22)
  }

  private mutating func escape(_ c: UInt8) {
    switch c {
    case 0x22, 0x5c:
      bytes.append(0x5c)
      bytes.append(c)
    case 0x08: bytes.append(contentsOf: "\\b".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0x0a: bytes.append(contentsOf: "\\n".utf8)
    case 0x0c: bytes.append(contentsOf: "\\f".utf8)
    case 0x0d: bytes.append(contentsOf: "\\r".utf8)
    case 0..<0x20:
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(0x30 + (c >> 4))
      bytes.append(c & 15 < 10 ? 0x30 + (c & 15) : 0x57 + (c & 15))
    default: bytes.append(c)
    }
  }

  /// Ends the text.
  mutating func endLine() { bytes.append(0x0a) }

  private mutating func newLine() {
    bytes.append(contentsOf: JSONStream.blanks[...(2 * depth)])
  }
}
