import MailModel

/// Writes JSON as it comes, two spaces for each level: a report of thousands of users never lies in memory as a tree.
///
/// The form is that of Foundation's `JSONEncoder` with sorted keys and pretty printing, so that reports of different
/// versions can be compared line by line; a test holds both against each other. Who calls puts the keys in order.
struct JSONStream {
  /// Room for what was written and not yet passed on, and how much of it is in use.
  ///
  /// Bytes are put in place one by one: a report is of short pieces, for which appending to an array costs many times as much.
  private var room: [UInt8]
  private var used = 0
  private var depth = 0
  private var isEmpty = true
  private var lastDay = Int64.min
  private var lastDayText = ""

  /// What is passed on at once.
  static let chunk = 64 << 10

  init() { room = [UInt8](repeating: 0, count: JSONStream.chunk + 16_384) }

  /// Passes on what was written when it is enough to be worth it.
  mutating func drain(into sink: inout some ByteSink) throws(RenderError) {
    if used >= JSONStream.chunk { try flush(into: &sink) }
  }

  /// Passes on everything that was written.
  mutating func flush(into sink: inout some ByteSink) throws(RenderError) {
    try sink.write(Array(room[..<used]))
    used = 0
  }

  /// Sees to it that so many bytes more can be put.
  @inline(__always)
  private mutating func reserve(_ count: Int) {
    if used &+ count > room.count { grow(count) }
  }

  @inline(never)
  private mutating func grow(_ count: Int) { room.append(contentsOf: repeatElement(0, count: room.count + count)) }

  /// Puts one byte.
  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    reserve(1)
    room[used] = byte
    used &+= 1
  }

  /// Puts text as it is.
  @inline(__always)
  private mutating func put(_ text: String) {
    let utf8 = text.utf8
    let span = utf8.span
    reserve(span.count)
    let start = used
    var target = room.mutableSpan
    for i in span.indices { target[start &+ i] = span[i] }
    used = start &+ span.count
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
    put(bracket)
    depth += 1
    isEmpty = true
  }

  /// Ends an object or array; an empty one has an empty line inside.
  mutating func close(_ bracket: UInt8) {
    depth -= 1
    if isEmpty { put(0x0a) }
    newLine()
    put(bracket)
    isEmpty = false
  }

  /// Begins an element of an array.
  mutating func element() {
    if !isEmpty { put(0x2c) }
    isEmpty = false
    newLine()
  }

  /// Begins an entry whose name needs no escaping: that of a field, or a name of ours.
  @inline(__always)
  mutating func key(_ name: String) {
    element()
    put(0x22)
    put(name)
    put("\" : ")
  }

  /// Begins an entry of a table, whose name may be anything.
  private mutating func entry(_ name: String) {
    element()
    string(name)
    put(" : ")
  }

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
    if let value { string(value) } else { put("null") }
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
      lastDayText = "\"\(CivilDate(daysSinceEpoch: Int(day)))T"
    }
    let rest = Int(seconds - day * 86_400)
    put(lastDayText)
    two(rest / 3600)
    put(0x3a)
    two(rest / 60 % 60)
    put(0x3a)
    two(rest % 60)
    put(0x5a)
    put(0x22)
  }

  private mutating func two(_ value: Int) {
    put(0x30 &+ UInt8(truncatingIfNeeded: value / 10))
    put(0x30 &+ UInt8(truncatingIfNeeded: value % 10))
  }

  mutating func number(_ value: Int) {
    guard value >= 0 else { return put(String(value)) }
    var digits = 1
    var bound = 10
    while digits < 18, value >= bound {
      digits &+= 1
      bound &*= 10
    }
    if value >= bound { return put(String(value)) }
    reserve(digits)
    var rest = UInt(bitPattern: value)
    let end = used &+ digits
    used = end
    var target = room.mutableSpan
    for i in 1...digits {
      target[end &- i] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  mutating func bool(_ value: Bool) { put(value ? "true" : "false") }

  /// A string in quotes; what JSON does not allow inside is escaped (RFC 8259 section 7).
  mutating func string(_ text: String) {
    put(0x22)
    let start = used
    put(text)
    if needsEscape(from: start) {
      used = start
      for c in text.utf8 { escape(c) }
    }
    put(0x22)
  }

  /// Whether JSON does not allow something of what was put since `start`.
  private func needsEscape(from start: Int) -> Bool {
    let written = room.span
    var isFound = false
    for i in start..<used {
      let c = written[i]
      isFound = isFound || c < 0x20 || c == 0x22 || c == 0x5c
    }
    return isFound
  }

  private mutating func escape(_ c: UInt8) {
    switch c {
    case 0x22, 0x5c:
      put(0x5c)
      put(c)
    case 0x08: put("\\b")
    case 0x09: put("\\t")
    case 0x0a: put("\\n")
    case 0x0c: put("\\f")
    case 0x0d: put("\\r")
    case 0..<0x20:
      put("\\u00")
      put(0x30 + (c >> 4))
      put(c & 15 < 10 ? 0x30 + (c & 15) : 0x57 + (c & 15))
    default: put(c)
    }
  }

  /// Ends the text.
  mutating func endLine() { put(0x0a) }

  private mutating func newLine() {
    let width = 1 &+ 2 &* depth
    reserve(width)
    let start = used
    used = start &+ width
    var target = room.mutableSpan
    target[start] = 0x0a
    for i in 1..<width { target[start &+ i] = 0x20 }
  }
}
