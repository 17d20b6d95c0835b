/// Days of a row of counts: a bit each, in words of 64, from a first day on.
struct DayStretch {
  /// The day of the lowest bit, counted like those of the set that it goes into.
  let first: Int
  let words: ArraySlice<UInt64>

  /// One day.
  init(_ day: Int) {
    first = day
    words = DayStretch.one
  }

  init(first: Int, words: ArraySlice<UInt64>) {
    self.first = first
    self.words = words
  }

  private static let one: ArraySlice<UInt64> = [1]
}
