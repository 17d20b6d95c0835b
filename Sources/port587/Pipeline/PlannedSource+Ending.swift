import ByteScanning
import LogFormats
import MailModel

extension PlannedSource {
  /// How much of a file's end is looked at, and how much more where that tells nothing.
  private static let tails = [64 << 10, 1 << 20]

  /// Looks at the last lines of a file with a day in its name: logs of several days may have been joined in it, and a cache
  /// may have written the first lines of the next day into it.
  mutating func settleEnding() {
    guard format.identifier == IceWarpFormat.identifier, context.dayIsFromName, !context.stampsCarryDay else { return }
    guard case .plain(let file) = origin, file.isCuttable else {
      // It is read once, from front to back; then its greetings tell.
      context.midnight = .perhaps
      return
    }
    for length in PlannedSource.tails {
      let begin = max(file.textBegin, file.size - Int64(length))
      guard var tail = try? file.bytes(from: begin, count: Int(file.size - begin)) else { return }
      var place = begin
      if begin > file.textBegin {
        guard let first = tail.firstIndex(of: 0x0A) else { continue }
        tail.removeFirst(first + 1)
        place += Int64(first) + 1
      }
      switch IceWarpEnding(tail, context) {
      case .thatDay: return
      case .behindMidnight(let last):
        context.midnight = .surely
        lastBeforeMidnight = place + Int64(last)
        return
      case .anotherDay where begin == file.textBegin || length == PlannedSource.tails.last:
        takeNoDayFromName()
        return
      case .anotherDay, .unknown: if begin == file.textBegin { return }
      }
    }
  }

  /// Leaves the days of the file to its greetings; its name tells the first one.
  private mutating func takeNoDayFromName() {
    if context.beginsBeforeMidnight {
      context.day = context.day.map { CivilDate(daysSinceEpoch: $0.daysSinceEpoch - 1) }
      context.beginsBeforeMidnight = false
    }
    context.dayIsFromName = false
    canBeCut = false
  }
}
