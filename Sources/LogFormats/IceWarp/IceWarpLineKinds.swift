/// The kinds of lines by the first sixteen bytes of their body, in a table without collisions.
struct IceWarpLineKinds: Sendable {
  /// Lines whose body begins with the same eight bytes.
  struct Entry: Sendable {
    /// The first eight bytes of the body.
    var word: UInt64 = 0
    /// What of the next eight bytes counts, and what they have to be; what nothing meets where there is no kind.
    var mask: UInt64 = 0
    var value: UInt64 = 1
    /// The kinds by a number from 0 to 7, one in each byte.
    var kinds: UInt64 = 0
    /// 7 if the number is made of the eleventh byte; 0 if there is one kind.
    var numbered: UInt64 = 0
  }

  /// Thirty-two places.
  private(set) var entries = ContiguousArray(repeating: Entry(), count: 32)

  init() {
    typealias Kind = IceWarpLineKind
    for word: UInt64 in [
      0x2d30_3532_203e_3e3e,  // ">>> 250-"
      0x2034_3533_203e_3e3e,  // ">>> 354 "
      0x2031_3232_203e_3e3e,  // ">>> 221 "
    ] { add(Kind.unneeded, word) }
    add(Kind.unneeded, 0x5450_4352_203c_3c3c, then: 0x3a4f_5420, 4)  // "<<< RCPT TO:"
    add(Kind.greeting, 0x2030_3232_203e_3e3e)  // ">>> 220 "
    add(Kind.prompt, 0x2034_3333_203e_3e3e)  // ">>> 334 "
    add(Kind.loggedIn, 0x2035_3332_203e_3e3e)  // ">>> 235 "
    add(Kind.mail, 0x4c49_414d_203c_3c3c, then: 0x3c_3a4d_4f52_4620, 7)  // "<<< MAIL FROM:<"
    add(Kind.helo, 0x4f4c_4845_203c_3c3c, then: 0x20, 1)  // "<<< EHLO "
    add(Kind.helo, 0x4f4c_4548_203c_3c3c, then: 0x20, 1)  // "<<< HELO "
    add(Kind.auth, 0x4854_5541_203c_3c3c, then: 0x20, 1)  // "<<< AUTH "
    add(Kind.data, 0x4154_4144_203c_3c3c)  // "<<< DATA"
    add(Kind.quit, 0x5449_5551_203c_3c3c)  // "<<< QUIT"
    add(Kind.rset, 0x5445_5352_203c_3c3c)  // "<<< RSET"
    add(Kind.starttls, 0x5241_5453_203c_3c3c, then: 0x534c_5454, 4)  // "<<< STARTTLS"
    add(Kind.connected, 0x6574_6365_6e6e_6f43, then: 0x64, 1)  // "Connected"
    add(Kind.disconnected, 0x656e_6e6f_6373_6944, then: 0x6465_7463, 4)  // "Disconnected"
    add(Kind.start, 0x666f_2074_7261_7453, then: 0x7270_206c_6961_6d20, 8)  // "Start of mail pr"
    addAcceptance()
  }

  private mutating func add(_ kind: UInt8, _ word: UInt64, then value: UInt64 = 0, _ count: UInt64 = 0) {
    put(Entry(word: word, mask: count == 8 ? UInt64.max : 1 << (8 * count) - 1, value: value, kinds: UInt64(kind)))
  }

  /// `>>> 250 2.`: the next byte is the subject of the enhanced status code (RFC 3463).
  ///
  /// "2.1.0 <a@b>... Sender ok" and "2.1.5 <a@b>... Recipient ok" are about an address, "2.6.0 … accepted for delivery"
  /// takes a message.
  private mutating func addAcceptance() {
    put(
      Entry(
        word: 0x2030_3532_203e_3e3e, mask: 0xfff8_ffff, value: 0x2e30_2e32,
        kinds: UInt64(IceWarpLineKind.aboutAddress) << 8 | UInt64(IceWarpLineKind.accepted) << 48, numbered: 7))
  }

  private mutating func put(_ entry: Entry) {
    let place = IceWarpLineKinds.place(entry.word)
    precondition(entries[place].kinds == 0, "two kinds of lines in one place")
    entries[place] = entry
  }

  /// The factor gives each kind a place of its own.
  @inline(__always)
  private static func place(_ first: UInt64) -> Int {
    Int(truncatingIfNeeded: (first &* 0xd9dc_8f88_e3be_baeb) &>> 59)
  }

  /// The kind of a line of the usual shape; there is no branch in it.
  ///
  /// - Parameters:
  ///   - entries: the table.
  ///   - first: the first eight bytes of the body.
  ///   - second: the eight bytes behind them, whatever they are.
  ///   - mismatch: 0 if the line has the usual shape and eight bytes of body.
  @inline(__always)
  static func kind(
    in entries: borrowing Span<Entry>, _ first: UInt64, _ second: UInt64, mismatch: UInt64
  ) -> UInt64 {
    let place = place(first)
    let number = second &>> 16 & entries[place].numbered
    let told = entries[place].kinds &>> (8 &* number) & 0xff
    let isMet = (first ^ entries[place].word) | (second & entries[place].mask ^ entries[place].value) | mismatch == 0
    return isMet ? told : UInt64(IceWarpLineKind.unknown)
  }
}
