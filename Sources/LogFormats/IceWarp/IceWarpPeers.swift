/// Peers and threads of the sessions in progress, as they stand in lines of the usual shape.
///
/// A session has dozens of lines. What holds for their peer and thread is found out in the first one; the others have the
/// same bytes. A thread runs one session at a time, so its number tells the place.
struct IceWarpPeers: Sendable {
  /// A peer and a thread that were looked at; small, since every event of a session looks at it.
  struct Entry: Sendable {
    /// The column of the peer as two words.
    var high: UInt64 = 0
    var low: UInt64 = 0
    /// The digits of the thread as they stand.
    var digits: UInt32 = 0
    /// The thread as a number.
    var lane: UInt16 = 0
    /// Length of the peer.
    var length: UInt8 = 0
    /// Whether the peer is an address, not a word such as `SYSTEM`.
    var isAddress = false
  }

  private var entries = ContiguousArray(repeating: Entry(), count: 512)

  /// What is known of a peer and a thread; nothing when they are no frame.
  @inline(__always)
  mutating func entry(_ high: UInt64, _ low: UInt64, _ digits: UInt32) -> Entry? {
    let place = Int(truncatingIfNeeded: (UInt64(digits) &* 0x9e37_79b9_7f4a_7c15) &>> 55)
    let known = entries[place]
    // The words of a peer are never 0: blanks fill its column.
    if (known.high ^ high) | (known.low ^ low) | UInt64(known.digits ^ digits) == 0 { return known }
    return learn(high, low, digits, at: place)
  }

  @inline(never)
  private mutating func learn(_ high: UInt64, _ low: UInt64, _ digits: UInt32, at place: Int) -> Entry? {
    guard let length = IceWarpLayout.paddedPeerLength(high, low, thread: digits) else { return nil }
    let entry = Entry(
      high: high, low: low, digits: digits, lane: UInt16(truncatingIfNeeded: IceWarpLayout.lane(digits)),
      length: UInt8(truncatingIfNeeded: length), isAddress: IceWarpLayout.isDotted(high, low))
    entries[place] = entry
    return entry
  }
}
