import MailModel

/// What was counted on the days of a stretch, put together: the counts without their days, and for each login and refusal a bit per day.
///
/// Whatever asks for all days of the stretch at once gets the same answer as from the days one by one. A block has about as many rows as the
/// busiest of its days has, not as all of them together: the same people come with the same programs.
public struct DayBlock: Sendable {
  /// How many days blocks have, each eight times as many as the next shorter one; a block begins where a multiple of its length lies.
  public static let lengths = [8, 64, 512]

  /// Its first day, in days since 1970-01-01 by the log's own clock.
  public let first: Int
  /// How many days it has, those without logs among them.
  public let length: Int
  /// The counts of all its days together.
  public private(set) var tally: Tally
  /// Days with sessions, a bit each from `first` on.
  private(set) var logs: [UInt64]
  /// The days of each login and of each refusal, in the order of the tally, `words` numbers each.
  private(set) var loginBits: [UInt64] = []
  private(set) var refusalBits: [UInt64] = []

  /// An empty block.
  public init(first: Int, length: Int, limits: TallyLimits = TallyLimits(), seed: UInt64) {
    self.first = first
    self.length = length
    tally = Tally(limits: limits, seed: seed)
    logs = Array(repeating: 0, count: (length + 63) >> 6)
  }

  /// Its last day.
  public var last: Int { first + length - 1 }

  /// How many numbers hold its days.
  private var words: Int { logs.count }

  func loginDays(of row: Int) -> ArraySlice<UInt64> { loginBits[(row * words)..<((row + 1) * words)] }

  func refusalDays(of row: Int) -> ArraySlice<UInt64> { refusalBits[(row * words)..<((row + 1) * words)] }

  /// Adds what was counted on one of its days.
  ///
  /// - Returns: false when its tables have no room for that; the block is of no use then.
  public mutating func add(_ counts: Tally, day: Int) -> Bool {
    let place = day - first
    if counts.sessions > 0 { logs[place >> 6] |= 1 << UInt64(place & 63) }
    let one: ArraySlice<UInt64> = [1]
    return merge(counts, at: place, logins: { _ in one }, refusals: { _ in one })
  }

  /// Adds a shorter block that lies within it.
  ///
  /// - Returns: false when its tables have no room for that; the block is of no use then.
  public mutating func add(_ block: DayBlock) -> Bool {
    let place = block.first - first
    for (number, bits) in block.logs.enumerated() {
      DayBlock.insert(bits, at: place + number << 6, into: &logs, row: 0, words: words)
    }
    return merge(block.tally, at: place, logins: block.loginDays, refusals: block.refusalDays)
  }

  /// Settles what was counted by what is known of the servers; none of its days but the first may be a seam of that.
  public mutating func settle(_ servers: ServerHistories) { servers.settle(&tally, day: Int64(first)) }

  /// As `Tally.setServersApart`.
  public mutating func setServersApart(_ part: Int64) { tally.setServersApart(part) }

  private mutating func merge(
    _ counts: Tally, at place: Int, logins: (Int) -> ArraySlice<UInt64>, refusals: (Int) -> ArraySlice<UInt64>
  ) -> Bool {
    let overflowed = tally.overflowed + counts.overflowed
    var counts = counts
    // Where it matters, the server's history gives the answer for the whole block, or no block is used.
    counts.settleClaims { claim in
      claim.since = nil
      claim.isBeforeTLSLog = false
    }
    let places = tally.mergeNotingPlaces(counts)
    let count = words
    loginBits += Array(repeating: 0, count: tally.logins.entries.count * count - loginBits.count)
    refusalBits += Array(repeating: 0, count: tally.refusals.entries.count * count - refusalBits.count)
    for (row, target) in places.logins.enumerated() {
      for (number, bits) in logins(row).enumerated() {
        DayBlock.insert(bits, at: place + number << 6, into: &loginBits, row: target, words: count)
      }
    }
    for (row, target) in places.refusals.enumerated() {
      for (number, bits) in refusals(row).enumerated() {
        DayBlock.insert(bits, at: place + number << 6, into: &refusalBits, row: target, words: count)
      }
    }
    return tally.overflowed == overflowed
  }

  /// Sets bits from a day of the block on; shorter blocks begin at multiples of their length, so that no word is cut.
  private static func insert(_ bits: UInt64, at day: Int, into all: inout [UInt64], row: Int, words: Int) {
    all[row * words + day >> 6] |= bits << UInt64(day & 63)
  }
}

extension DayBlock {
  private static let formatVersion: UInt8 = 1

  /// The block as bytes.
  public func encoded() -> [UInt8] {
    var out = ByteWriter()
    out.number(DayBlock.formatVersion)
    out.signed(Int64(first))
    out.number(UInt64(length))
    for bits in [logs, loginBits, refusalBits] {
      out.number(UInt64(bits.count))
      for word in bits { out.number(word) }
    }
    out.text(tally.encoded())
    return out.bytes
  }

  /// Reads what `encoded` wrote.
  public init(encoded bytes: [UInt8], limits: TallyLimits = TallyLimits(), seed: UInt64) throws(EncodingFault) {
    var reader = ByteReader(bytes)
    guard try reader.byte() == DayBlock.formatVersion else { throw EncodingFault("the block is of an unknown form") }
    first = Int(try reader.signed())
    let length = try reader.number()
    guard DayBlock.lengths.contains(where: { UInt64($0) == length }) else {
      throw EncodingFault("no block has so many days")
    }
    self.length = Int(length)
    logs = try DayBlock.bits(&reader)
    loginBits = try DayBlock.bits(&reader)
    refusalBits = try DayBlock.bits(&reader)
    tally = try Tally(encoded: try reader.text(), limits: limits, seed: seed)
    guard reader.isAtEnd, logs.count == (self.length + 63) >> 6,
      loginBits.count == tally.logins.entries.count * logs.count,
      refusalBits.count == tally.refusals.entries.count * logs.count
    else { throw EncodingFault("the days of a block do not fit its counts") }
  }

  private static func bits(_ reader: inout ByteReader) throws(EncodingFault) -> [UInt64] {
    let count = try reader.count()
    var bits: [UInt64] = []
    bits.reserveCapacity(count)
    for _ in 0..<count { bits.append(try reader.number()) }
    return bits
  }
}
