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
  /// The begin of the first session of a service with a label; milliseconds by the log's own clock, as all moments here.
  var labelledAt: Int64?
  /// The last time before that at which the configuration was read.
  var configuredAt: Int64?
  /// The begin of the first session with a line that says that TLS was established.
  var tlsLoggedAt: Int64?

  /// What several logs of one server tell.
  ///
  /// Not two by two: which readings came before the first label shows when all labels are known.
  static func merged(_ logs: [ServerHistory]) -> ServerHistory {
    var whole = ServerHistory()
    whole.labelledAt = logs.compactMap(\.labelledAt).min()
    // Behind a label, a log that showed none until then tells nothing.
    whole.configuredAt = logs.compactMap(\.configuredAt).filter { $0 <= whole.labelledAt ?? .max }.max()
    whole.tlsLoggedAt = logs.compactMap(\.tlsLoggedAt).min()
    return whole
  }

  /// Whether labels may not have been there yet when a session began.
  func isBeforeLabels(at local: Int64) -> Bool {
    guard labelledAt != nil, let configuredAt else { return false }
    return local <= configuredAt
  }

  /// The same of sessions of a day, in days since 1970-01-01.
  ///
  /// - Parameter isBefore: whether they lie before a reading of the configuration on that day.
  func isBeforeLabels(on day: Int64, isBefore: Bool) -> Bool {
    guard labelledAt != nil, let last = configuredAt.map({ CivilDate.number(ofDayAt: $0) }) else { return false }
    return day == last ? isBefore : day < last
  }

  /// Whether TLS was not logged yet when sessions of a day began.
  ///
  /// - Parameter isBefore: whether they lie before the first line of that day.
  func isBeforeTLSLog(on day: Int64, isBefore: Bool) -> Bool {
    guard let first = tlsLoggedAt.map({ CivilDate.number(ofDayAt: $0) }) else { return false }
    return day == first ? isBefore : day < first
  }

  /// Days with which one of the two answers may change.
  var seams: [Int64] {
    [configuredAt, tlsLoggedAt].compactMap { $0 }.map { CivilDate.number(ofDayAt: $0) }.flatMap { [$0, $0 &+ 1] }
  }
}

extension ServerHistory {
  func encode(into out: inout ByteWriter) {
    for moment in [labelledAt, configuredAt, tlsLoggedAt] {
      out.flag(moment != nil)
      if let moment { out.signed(moment) }
    }
  }

  init(_ reader: inout ByteReader) throws(EncodingFault) {
    func moment() throws(EncodingFault) -> Int64? { try reader.flag() ? try reader.signed() : nil }
    labelledAt = try moment()
    configuredAt = try moment()
    tlsLoggedAt = try moment()
  }
}
