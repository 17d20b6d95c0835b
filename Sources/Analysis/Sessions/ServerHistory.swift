import MailModel

/// Since when a server labels its services for submission and logs TLS, as far as its log tells.
///
/// Both may begin at any time, often because a report advised it. What was logged before then is not to be read by what is logged since.
/// A label comes with a new master.cf, and that is read when Postfix begins or reloads:
///
/// ```
/// postfix/master[812]: reload -- version 3.7.11, configuration /etc/postfix
/// postfix/submission/smtpd[4156]: connect from unknown[192.0.2.11]
/// ```
///
/// So the first label holds back to the last such line before it, and what lies before that line may or may not have been labelled.
struct ServerHistory: Sendable, Equatable {
  /// The first day with a label; days since 1970-01-01 by the log's own clock.
  var labelledOn: Int32?
  /// The last day, up to that one, on which the configuration was read before any label.
  var configuredOn: Int32?
  /// When that was, in milliseconds by the log's own clock.
  var configuredAt: Int64?
  /// The first day with a line that says that TLS was established.
  var tlsLoggedOn: Int32?
  /// The begin of the session with that line.
  var tlsLoggedAt: Int64?

  /// What several logs of one server tell.
  ///
  /// Not two by two: which readings came before the first label shows when all labels are known.
  static func merged(_ logs: [ServerHistory]) -> ServerHistory {
    var whole = ServerHistory()
    whole.labelledOn = logs.compactMap(\.labelledOn).min()
    // Behind a label, a log that showed none until then tells nothing.
    for log in logs {
      guard let day = log.configuredOn, day <= whole.labelledOn ?? .max, day >= whole.configuredOn ?? .min else {
        continue
      }
      if day > whole.configuredOn ?? .min { whole.configuredAt = nil }
      whole.configuredOn = day
      whole.configuredAt = [whole.configuredAt, log.configuredAt].compactMap { $0 }.max()
    }
    whole.tlsLoggedOn = logs.compactMap(\.tlsLoggedOn).min()
    whole.tlsLoggedAt = logs.compactMap(\.tlsLoggedAt).min()
    return whole
  }

  /// Whether labels may not have been there yet when sessions of a day began.
  ///
  /// - Parameter isBefore: whether the sessions lie before a reading of the configuration on that day.
  func isBeforeLabels(on day: Int32, isBefore: Bool) -> Bool {
    guard let labelledOn, day <= labelledOn, let configuredOn, configuredOn >= day else { return false }
    return day < configuredOn || isBefore
  }

  /// Whether TLS was not logged yet when sessions of a day began.
  ///
  /// - Parameter isBefore: whether the sessions lie before the first line of that day.
  func isBeforeTLSLog(on day: Int32, isBefore: Bool) -> Bool {
    guard let tlsLoggedOn, day <= tlsLoggedOn else { return false }
    return day < tlsLoggedOn || isBefore
  }

  /// Days with which one of the two answers may change.
  var seams: [Int32] {
    [labelledOn, configuredOn, tlsLoggedOn].compactMap { $0 }.flatMap { [$0, $0 &+ 1] }
  }
}

extension ServerHistory {
  func encode(into out: inout ByteWriter) {
    func write(_ value: Int64?) {
      out.flag(value != nil)
      if let value { out.signed(value) }
    }
    write(labelledOn.map { Int64($0) })
    write(configuredOn.map { Int64($0) })
    write(configuredAt)
    write(tlsLoggedOn.map { Int64($0) })
    write(tlsLoggedAt)
  }

  init(_ reader: inout ByteReader) throws(EncodingFault) {
    func value() throws(EncodingFault) -> Int64? { try reader.flag() ? try reader.signed() : nil }
    func day() throws(EncodingFault) -> Int32? {
      guard let value = try value() else { return nil }
      guard let day = Int32(exactly: value) else { throw EncodingFault("a day of a server is no day") }
      return day
    }
    labelledOn = try day()
    configuredOn = try day()
    configuredAt = try value()
    tlsLoggedOn = try day()
    tlsLoggedAt = try value()
  }
}
