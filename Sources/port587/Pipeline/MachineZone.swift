import ByteScanning
import Foundation
import MailModel

/// The rules of this machine's time zone as a table, so that nothing below has to ask the system.
enum MachineZone {
  /// Offsets from 1996 to 2038; what comes before and after is as at the ends.
  static func rules(_ offset: (Int64) -> Int32 = SystemZone.offset) -> ZoneRules {
    let start: Int64 = 820_454_400
    let end: Int64 = 2_145_916_800
    // No zone has kept an offset for less than some days.
    let step: Int64 = 86_400 * 3
    var before = offset(start)
    var spans = [ZoneRules.Span(localStart: Int64.min, offset: before)]
    var moment = start
    while moment < end {
      let next = min(moment + step, end)
      let after = offset(next)
      if after != before {
        let change = firstMoment(after: moment, through: next) { offset($0) != before }
        // Clocks set back repeat an hour: its first occurrence counts, so the new offset begins where the hour ends.
        spans.append(ZoneRules.Span(localStart: (change + Int64(max(before, after))) * 1000, offset: after))
        before = after
      }
      moment = next
    }
    return ZoneRules(spans: spans)
  }

  /// One offset for ever where it is given, else the rules of this machine.
  static func rules(or fixed: UTCOffset?) -> ZoneRules {
    fixed.map { ZoneRules(fixedOffset: $0.seconds) } ?? ofRun
  }

  /// Those of a run, in which the machine's zone is asked for once.
  private static let ofRun = rules()

  /// The first moment at which something holds that does not at `low`, and does at `high`.
  private static func firstMoment(after low: Int64, through high: Int64, _ holds: (Int64) -> Bool) -> Int64 {
    var low = low
    var high = high
    while low + 1 < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
