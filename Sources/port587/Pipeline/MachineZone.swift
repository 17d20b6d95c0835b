import Foundation
import MailModel

/// The rules of a time zone as a table, so that nothing below has to know Foundation.
enum MachineZone {
  /// Offsets from 1996 to 2038; what comes before and after is as at the ends.
  static func rules(_ zone: TimeZone) -> ZoneRules {
    var moment = Date(timeIntervalSince1970: 820_454_400)
    let end = Date(timeIntervalSince1970: 2_145_916_800)
    var spans = [ZoneRules.Span(localStart: Int64.min, offset: Int32(zone.secondsFromGMT(for: moment)))]
    while let next = zone.nextDaylightSavingTimeTransition(after: moment), next < end, next > moment {
      let before = zone.secondsFromGMT(for: next.addingTimeInterval(-1))
      let after = zone.secondsFromGMT(for: next)
      // Clocks set back repeat an hour: its first occurrence counts, so the new offset begins where the hour ends.
      let local = Int64(next.timeIntervalSince1970) + Int64(max(before, after))
      spans.append(ZoneRules.Span(localStart: local * 1000, offset: Int32(after)))
      moment = next
    }
    return ZoneRules(spans: spans)
  }
}
