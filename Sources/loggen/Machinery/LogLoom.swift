import MailModel

/// Weaves sessions that run at the same time into one log of a wanted size.
///
/// New sessions begin as long as those that are open leave room; then the open ones are written to their end. No session is
/// cut off, so that what was composed is exactly what the log holds. The log ends within one session of the wanted size.
struct LogLoom<Composer: SessionComposer, Destination: LogDestination> {
  private static var flushSize: Int { 1 << 20 }

  private var composer: Composer
  private var destination: Destination
  private var clock: LogClock
  private var random: RandomSource
  private let wanted: Int
  private let lineEnd: [UInt8]
  private var scripts: [SessionScript]
  private var open: [Int] = []
  private var free: [Int]
  private var pending = 0
  private var buffer: [UInt8] = []

  /// Bytes written.
  private(set) var written = 0
  /// Lines written.
  private(set) var lines = 0

  init(
    composer: Composer, destination: Destination, clock: LogClock, bytes: Int, lanes: Int, lineEnd: String, seed: UInt64
  ) {
    self.composer = composer
    self.destination = destination
    self.clock = clock
    self.lineEnd = Array(lineEnd.utf8)
    wanted = bytes
    random = RandomSource(seed: seed ^ 0x6c6f_6f6d)
    scripts = Array(repeating: SessionScript(), count: lanes)
    free = Array((0..<lanes).reversed())
    buffer.reserveCapacity(Self.flushSize + 4096)
  }

  /// Writes the log, and says what it holds.
  mutating func weave() throws(LogWriteError) -> TruthTally {
    var day = clock.day
    try destination.begin(day: day)
    while true {
      while written + pending < wanted, let lane = free.popLast() { begin(lane: lane) }
      guard !open.isEmpty else { break }
      clock.advance(to: written)
      if clock.day != day {
        try flush()
        day = clock.day
        try destination.begin(day: day)
      }
      writeLine()
      if buffer.count >= Self.flushSize { try flush() }
    }
    try flush()
    try destination.finish()
    return composer.tally
  }

  private mutating func begin(lane: Int) {
    scripts[lane].clear()
    composer.compose(into: &scripts[lane], lane: lane, clock: clock)
    pending += scripts[lane].weight(perLine: composer.bytesPerLine)
    open.append(lane)
  }

  private mutating func writeLine() {
    let place = random.below(open.count)
    let lane = open[place]
    let before = buffer.count
    scripts[lane].writeNext(to: &buffer, clock: clock, lineEnd: lineEnd)
    let size = buffer.count - before
    written += size
    pending -= size
    lines += 1
    if scripts[lane].linesLeft == 0 {
      open.swapAt(place, open.count - 1)
      open.removeLast()
      free.append(lane)
    }
  }

  private mutating func flush() throws(LogWriteError) {
    guard !buffer.isEmpty else { return }
    try destination.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
