/// How a server's wall clock is turned into UTC.
///
/// A log in local time repeats an hour when summer time ends; such a time is taken as its first occurrence, so that the
/// answer depends on nothing but the line.
public struct ZoneRules: Sendable, Equatable {
  /// From this local time on (milliseconds as in `LogTime.local`) this offset (seconds) holds.
  public struct Span: Sendable, Equatable {
    /// First local millisecond of the span.
    public let localStart: Int64
    /// Offset from UTC in seconds.
    public let offset: Int32

    /// Takes both.
    public init(localStart: Int64, offset: Int32) {
      self.localStart = localStart
      self.offset = offset
    }
  }

  private let spans: [Span]

  /// One offset for ever, in seconds.
  public init(fixedOffset: Int32) { spans = [Span(localStart: .min, offset: fixedOffset)] }

  /// Offset changes, ordered by time; the first also holds for all time before.
  public init(spans: [Span]) { self.spans = spans.isEmpty ? [Span(localStart: .min, offset: 0)] : spans }

  /// The offset in seconds that holds at a local time.
  public func offset(at local: Int64) -> Int32 {
    var low = 0
    var high = spans.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if spans[middle].localStart <= local { low = middle } else { high = middle }
    }
    return spans[low].offset
  }

  /// The offset in seconds that holds at a moment.
  public func offset(atMoment moment: Timestamp) -> Int32 { spans[place(of: moment)].offset }

  /// The offsets in seconds that hold from one moment to another, each once, in the order of time.
  public func offsets(from first: Timestamp, through last: Timestamp) -> [Int32] {
    guard first <= last else { return [offset(atMoment: first)] }
    var offsets: [Int32] = []
    for span in spans[place(of: first)...place(of: last)] where !offsets.contains(span.offset) {
      offsets.append(span.offset)
    }
    return offsets
  }

  private func place(of moment: Timestamp) -> Int {
    var low = 0
    var high = spans.count
    while low + 1 < high {
      let middle = (low + high) / 2
      // A span begins where the hour ends that is repeated or left out.
      let ahead = Int64(max(spans[middle - 1].offset, spans[middle].offset)) * 1000
      if spans[middle].localStart - ahead <= moment.milliseconds { low = middle } else { high = middle }
    }
    return low
  }

  /// The moment of a wall clock time; the time's own offset wins.
  public func moment(_ time: LogTime) -> Timestamp {
    let seconds = time.offset == LogTime.offsetUnknown ? offset(at: time.local) : time.offset
    return Timestamp(milliseconds: time.local - Int64(seconds) * 1000)
  }
}
