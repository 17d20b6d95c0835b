internal import ByteScanning
internal import MailModel

/// Reads when master began or read master.cf anew; service labels change at no other time.
///
/// ```
/// postfix/master[812]: daemon started -- version 3.7.11, configuration /etc/postfix
/// postfix/master[812]: reload -- version 3.7.11, configuration /etc/postfix
/// ```
enum MasterLine {
  /// Fills the event with everything but time, service and the first word of the key.
  static func read(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) -> LineOutcome {
    guard line.hasPrefix("daemon started -- ", at: start) || line.hasPrefix("reload -- ", at: start) else {
      return .ignored
    }
    event.kind = .serverConfigured
    event.code = 0
    event.first = .none
    event.second = .none
    event.third = .none
    event.fourth = .none
    event.counters = CommandCounters()
    event.key.low = 0
    event.key.lane = 0
    return .event
  }
}
