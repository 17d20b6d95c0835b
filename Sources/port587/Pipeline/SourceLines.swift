import LogFormats
import MailModel

/// Looks at single lines of a source before it is read.
protocol SourceLines {
  /// Lines with events from all over what is to be read of it, those where some times begin, and whether it could be looked at
  /// to its end.
  func samples(near times: [Int64]) -> (lines: [SampledLine], near: [SampledLine], isWhole: Bool)

  /// Notes which lines of another source stand in it, by their times where its lines can be found by them.
  ///
  /// - Parameters:
  ///   - hashes: those of the lines.
  ///   - byTimeOfDay: whether the days of their times mean nothing.
  /// - Returns: whether it looked through all of it.
  func find(_ lines: [SampledLine], _ hashes: LineHashes, byTimeOfDay: Bool) -> Bool

  /// Notes which lines stand in it, wherever that is; it is read once for that.
  func findAnywhere(_ lines: LineHashes)

  /// Does the same and looks at the times of its lines.
  ///
  /// - Returns: whether `mark` misses none of the lines that stand in it: they stand in the order of their times.
  func findAnywhereByOrder(_ lines: LineHashes) -> Bool

  /// Notes which lines of another source stand in it, in the part that holds some times, where that part can be found.
  ///
  /// - Returns: whether it looked through all of it.
  func mark(_ lines: LineHashes, within times: ClosedRange<Int64>?, byTimeOfDay: Bool) -> Bool

  /// Has all lines with events of what is to be read of it looked for elsewhere, up to a time.
  ///
  /// Lines that a syslog daemon folds in one of two files need not be found.
  ///
  /// - Parameters:
  ///   - isProof: whether it is asked for no more than whether all lines are found.
  ///   - search: looks for lines from between two times; whether all were found.
  /// - Returns: whether all were found, and which, where what is left can be read by itself. Nothing where it cannot be read to
  ///   its end: it may hold anything.
  func look(
    upTo border: Int64?, isProof: Bool, by search: @escaping (LineHashes, ClosedRange<Int64>?) -> Bool
  ) -> (isProven: Bool, passages: LinePassages?)?

  /// The local time of its last event, where that is seen without reading it.
  func last() -> Int64?
}

extension FormatContext {
  /// Whether the days of all lines are known without those before them.
  var tellsDay: Bool { dayIsFromName || stampsCarryDay }
}
