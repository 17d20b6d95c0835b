internal import Glibc

/// The time zone this machine is set to, as the C library knows it: `TZ`, else `/etc/localtime`.
///
/// Foundation would ask ICU, whose tables are two megabytes of memory.
public enum SystemZone {
  /// localtime_r need not look at the zone by itself.
  private static let isRead: Bool = {
    tzset()
    return true
  }()

  /// Offset from UTC in seconds that holds at a moment (seconds since 1970).
  public static func offset(at seconds: Int64) -> Int32 {
    var moment = time_t(seconds)
    var parts = unsafe tm()
    _ = isRead
    guard unsafe localtime_r(&moment, &parts) != nil else { return 0 }
    return unsafe Int32(clamping: parts.tm_gmtoff)
  }
}
