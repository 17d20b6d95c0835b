/// How a line says when it was written.
enum StampStyle: String, CaseIterable, Sendable {
  /// `00:02:10`: IceWarp's time-only form; the date is in the name of the file.
  case time
  /// `Mon, 16 May 2011 00:02:10 +0300`: IceWarp's RFC 822 form.
  case rfc822
  /// `Nov 23 16:29:25`: syslog's form of RFC 3164, without year and zone.
  case syslog

  /// Bytes of a stamp, the same for every moment.
  var length: Int {
    switch self {
    case .time: 8
    case .rfc822: LogClock.bannerLength
    case .syslog: 15
    }
  }
}
