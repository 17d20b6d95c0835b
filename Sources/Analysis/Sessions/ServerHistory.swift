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
  /// The last times before that at which the configuration was read, in order.
  ///
  /// Several, for a clock that was ahead for a while must not stand for all: `daemon started` before the clock was set.
  private(set) var readings: [Int64] = []
  /// The first line that says that TLS was established.
  var tlsLoggedAt: Int64?

  private static let mostReadings = 8

  init(labelledAt: Int64? = nil, readings: [Int64] = [], tlsLoggedAt: Int64? = nil) {
    self.labelledAt = labelledAt
    self.readings = readings
    self.tlsLoggedAt = tlsLoggedAt
  }

  /// The last time before the first label at which the configuration was read.
  var configuredAt: Int64? { readings.last { $0 <= labelledAt ?? .max } }

  /// Takes a reading of the configuration.
  mutating func addReading(_ local: Int64) {
    guard !readings.contains(local) else { return }
    readings.insert(local, at: readings.firstIndex { $0 > local } ?? readings.endIndex)
    if readings.count > ServerHistory.mostReadings { readings.removeFirst() }
  }

  /// What several logs of one server tell.
  ///
  /// Not two by two: which readings came before the first label shows when all labels are known.
  static func merged(_ logs: [ServerHistory]) -> ServerHistory {
    var whole = ServerHistory()
    whole.labelledAt = logs.compactMap(\.labelledAt).min()
    // Behind a label, a log that showed none until then tells nothing.
    for reading in logs.flatMap(\.readings) where reading <= whole.labelledAt ?? .max { whole.addReading(reading) }
    whole.tlsLoggedAt = logs.compactMap(\.tlsLoggedAt).min()
    return whole
  }

  /// Whether the configuration was read behind a session and before any label, so that a label that is known or still to come does not hold for it.
  func isBeforeReading(at local: Int64) -> Bool { configuredAt.map { local <= $0 } ?? false }

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
    for moment in [labelledAt, tlsLoggedAt] {
      out.flag(moment != nil)
      if let moment { out.signed(moment) }
    }
    out.number(UInt64(readings.count))
    for reading in readings { out.signed(reading) }
  }

  init(_ reader: inout ByteReader) throws(EncodingFault) {
    func moment() throws(EncodingFault) -> Int64? { try reader.flag() ? try reader.signed() : nil }
    labelledAt = try moment()
    tlsLoggedAt = try moment()
    for _ in 0..<(try reader.count()) { addReading(try reader.signed()) }
  }
}
