import MailModel

/// The sessions in progress, by key.
///
/// Slots are used again with the room of their details, so that a connection costs no allocation. Keys stand apart from
/// the sessions: a look-up touches nothing else.
struct SessionTable: Sendable {
  var sessions: ContiguousArray<SessionState> = []
  var details: ContiguousArray<SessionDetails> = []
  private var keys: ContiguousArray<SessionKey> = []
  private var isUsed: ContiguousArray<Bool> = []
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
    let slot = place(session)
    isUsed[slot] = true
    var i = place(session.key)
    while index[i] != 0 { i = (i &+ 1) & (index.count &- 1) }
    index[i] = Int32(slot &+ 1)
    count &+= 1
    return slot
  }

  /// Takes a session that has ended, as `retire` leaves one; returns its slot.
  mutating func shelve(_ session: SessionState, _ given: SessionDetails) -> Int {
    let slot = place(session)
    details[slot] = given
    return slot
  }

  /// Puts a session into a slot, free or new.
  @inline(__always)
  private mutating func place(_ session: SessionState) -> Int {
    if let reused = free.popLast() {
      sessions[reused] = session
      keys[reused] = session.key
      return reused
    }
    sessions.append(session)
    keys.append(session.key)
    isUsed.append(false)
    details.append(SessionDetails())
    return sessions.count &- 1
  }

  /// Frees the slot of a session that is not counted.
  mutating func remove(_ slot: Int) {
    retire(slot)
    release(slot)
  }

  /// Frees the slot of a session that was retired.
  mutating func release(_ slot: Int) {
    details[slot].clear()
    free.append(slot)
  }

  /// Takes a session that has ended out of the look-up; its slot keeps it until it is released.
  mutating func retire(_ slot: Int) {
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
    count &-= 1
  }

  /// The slots in use.
  var usedSlots: [Int] { isUsed.indices.filter { isUsed[$0] } }

  /// Keeps the HELO name of a session.
  mutating func setHELO(_ slot: Int, _ line: borrowing Span<UInt8>, _ range: ByteRange) {
    details[slot].helo.set(line, range.indices, limit: SessionDetails.textLimit)
  }

  /// Keeps MAIL FROM of a session, in lower case.
  mutating func setSender(_ slot: Int, _ line: borrowing Span<UInt8>, _ range: ByteRange) {
    details[slot].sender.set(line, range.indices, limit: SessionDetails.textLimit, lowercased: true)
    sessions[slot].hasSender = !range.isEmpty
  }

  /// Begins a mail transaction (RFC 5321 section 3.3) with MAIL FROM.
  mutating func beginTransaction(_ slot: Int, _ line: borrowing Span<UInt8>, _ sender: ByteRange) {
    details[slot].sender.set(line, sender.indices, limit: SessionDetails.textLimit, lowercased: true)
    sessions[slot].beginTransaction(isNull: sender.isEmpty)
  }

  /// HELO name and MAIL FROM of a session.
  func texts(of slot: Int) -> (helo: [UInt8], sender: [UInt8]) {
    (details[slot].helo.bytes, sessions[slot].hasSender ? details[slot].sender.bytes : [])
  }

  /// MAIL FROM of a session as a number in a table, or `LoginKey.nobody` when there is none.
  func internSender(_ slot: Int, in table: inout StringTable) -> UInt32 {
    sessions[slot].hasSender ? table.intern(details[slot].sender) : LoginKey.nobody
  }

  /// Takes an accepted message into the last login.
  mutating func takeMessage(_ slot: Int) {
    details[slot].takeMessage(hasSender: sessions[slot].hasSender)
  }

  /// Takes over a session that comes from elsewhere.
  mutating func insert(
    _ session: SessionState, _ given: SessionDetails, helo: [UInt8], sender: [UInt8]
  ) -> Int {
    let slot = insert(session)
    details[slot] = given
    setHELO(slot, helo.span, ByteRange(0, helo.count))
    setSender(slot, sender.span, ByteRange(0, sender.count))
    return slot
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
