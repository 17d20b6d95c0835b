import MailModel

/// The sessions in progress, by key.
///
/// Slots are used again, and each slot has its own stretch of one byte array for HELO and MAIL FROM, so that a connection
/// costs no allocation. Keys stand apart from the sessions: a look-up touches nothing else.
struct SessionTable: Sendable {
  /// Bytes kept of a HELO name and of MAIL FROM; a path may have 256 (RFC 5321 section 4.5.3.1.3).
  static let textLimit = 256

  var sessions: ContiguousArray<SessionState> = []
  private var keys: ContiguousArray<SessionKey> = []
  private var isUsed: ContiguousArray<Bool> = []
  private var texts: [UInt8] = []
  private var free: [Int] = []
  private var index: [Int32]
  private(set) var count = 0

  init() { index = Array(repeating: 0, count: 1024) }

  /// The slot of a session, or nothing.
  @inline(__always)
  func find(_ key: SessionKey) -> Int? {
    var i = place(key)
    while index[i] != 0 {
      let slot = Int(index[i] &- 1)
      if keys[slot] == key { return slot }
      i = (i &+ 1) & (index.count &- 1)
    }
    return nil
  }

  /// Takes a session whose key is not in the table; returns its slot.
  mutating func insert(_ session: SessionState) -> Int {
    if (count &+ 1) &* 2 > index.count { grow() }
    let slot: Int
    if let reused = free.popLast() {
      slot = reused
      sessions[slot] = session
      keys[slot] = session.key
      isUsed[slot] = true
    } else {
      slot = sessions.count
      sessions.append(session)
      keys.append(session.key)
      isUsed.append(true)
      for _ in 0..<(2 &* SessionTable.textLimit) { texts.append(0) }
    }
    var i = place(session.key)
    while index[i] != 0 { i = (i &+ 1) & (index.count &- 1) }
    index[i] = Int32(slot &+ 1)
    count &+= 1
    return slot
  }

  /// Takes the session out of a slot that is about to be freed.
  mutating func take(_ slot: Int) -> SessionState {
    var taken = SessionState(key: .none, time: .undated, mark: LineMark(source: 0, piece: 0, line: 0), format: 0)
    swap(&taken, &sessions[slot])
    return taken
  }

  /// Frees a slot.
  mutating func remove(_ slot: Int) {
    let mask = index.count &- 1
    var hole = place(keys[slot])
    while index[hole] != Int32(slot &+ 1) { hole = (hole &+ 1) & mask }
    // Entries behind the hole move forward unless that would put them before their own place.
    var i = (hole &+ 1) & mask
    while index[i] != 0 {
      let home = place(keys[Int(index[i] &- 1)])
      if (i &- home) & mask >= (i &- hole) & mask {
        index[hole] = index[i]
        hole = i
      }
      i = (i &+ 1) & mask
    }
    index[hole] = 0
    isUsed[slot] = false
    free.append(slot)
    count &-= 1
  }

  /// The slots in use.
  var usedSlots: [Int] { isUsed.indices.filter { isUsed[$0] } }

  /// Keeps the HELO name of a session.
  mutating func setHELO(_ slot: Int, _ line: borrowing Span<UInt8>, _ range: ByteRange) {
    sessions[slot].heloLength = copy(line, range, to: slot &* 2 &* SessionTable.textLimit, lowercase: false)
  }

  /// Keeps MAIL FROM of a session, in lower case.
  mutating func setSender(_ slot: Int, _ line: borrowing Span<UInt8>, _ range: ByteRange) {
    let start = slot &* 2 &* SessionTable.textLimit &+ SessionTable.textLimit
    sessions[slot].senderLength = copy(line, range, to: start, lowercase: true)
  }

  /// Begins a mail transaction (RFC 5321 section 3.3) with MAIL FROM.
  mutating func beginTransaction(_ slot: Int, _ line: borrowing Span<UInt8>, _ sender: ByteRange) {
    let start = slot &* 2 &* SessionTable.textLimit &+ SessionTable.textLimit
    let length = copy(line, sender, to: start, lowercase: true)
    sessions[slot].beginTransaction(senderLength: length, isNull: sender.isEmpty)
  }

  /// HELO name and MAIL FROM of a session.
  func texts(of slot: Int) -> (helo: [UInt8], sender: [UInt8]) {
    let start = slot &* 2 &* SessionTable.textLimit
    let middle = start &+ SessionTable.textLimit
    return (
      Array(texts[start..<(start &+ Int(sessions[slot].heloLength))]),
      Array(texts[middle..<(middle &+ Int(sessions[slot].senderLength))])
    )
  }

  /// HELO name of a session.
  func helo(of slot: Int) -> [UInt8] {
    let start = slot &* 2 &* SessionTable.textLimit
    return Array(texts[start..<(start &+ Int(sessions[slot].heloLength))])
  }

  /// MAIL FROM of a session as a number in a table.
  func internSender(_ slot: Int, in table: inout StringTable) -> UInt32 {
    let middle = slot &* 2 &* SessionTable.textLimit &+ SessionTable.textLimit
    return table.intern(texts.span, from: middle, to: middle &+ Int(sessions[slot].senderLength))
  }

  /// Takes MAIL FROM of an accepted message to the senders of a login.
  mutating func noteSender(_ slot: Int, inLogin number: Int) {
    let length = Int(sessions[slot].senderLength)
    guard length > 0 else { return }
    let middle = slot &* 2 &* SessionTable.textLimit &+ SessionTable.textLimit
    var sketch = sessions[slot].logins[number].sketch
    sketch.insert(texts.span, from: middle, to: middle &+ length)
    sessions[slot].logins[number].sketch = sketch
  }

  /// Sets HELO name and MAIL FROM of a session that comes from elsewhere.
  mutating func setTexts(_ slot: Int, helo: [UInt8], sender: [UInt8]) {
    setHELO(slot, helo.span, ByteRange(0, helo.count))
    setSender(slot, sender.span, ByteRange(0, sender.count))
  }

  private mutating func copy(_ line: borrowing Span<UInt8>, _ range: ByteRange, to start: Int, lowercase: Bool)
    -> UInt16
  {
    let length = min(range.count, SessionTable.textLimit)
    let from = Int(range.start)
    if lowercase {
      for i in 0..<length {
        let c = line[from &+ i]
        texts[start &+ i] = c &- 0x41 < 26 ? c | 0x20 : c
      }
    } else {
      for i in 0..<length { texts[start &+ i] = line[from &+ i] }
    }
    return UInt16(length)
  }

  @inline(__always)
  private func place(_ key: SessionKey) -> Int {
    // Odd factors spread the words apart; one full product then mixes all of them.
    let words = key.high ^ key.low &* 0x9e37_79b9_7f4a_7c15 ^ key.lane &* 0xc2b2_ae3d_27d4_eb4f
    let mixed = StringTable.mix(words)
    return Int(truncatingIfNeeded: mixed) & (index.count &- 1)
  }

  private mutating func grow() {
    index = Array(repeating: 0, count: index.count * 2)
    for slot in keys.indices where isUsed[slot] {
      var i = place(keys[slot])
      while index[i] != 0 { i = (i + 1) & (index.count - 1) }
      index[i] = Int32(slot + 1)
    }
  }
}
