/// What a log has shown of the service on a port other than 25: since when it has a label, and whether a service without one was seen there.
///
/// An administrator who labels one service after the other leaves the others plain until then:
///
/// ```
/// postfix/smtps/smtpd[4156]: connect from unknown[192.0.2.11]
/// postfix/anvil[812]: statistics: max connection rate 1/60s for (submission:192.0.2.12) at Nov 23 16:25:26
/// ```
struct PortHistory: Sendable, Equatable {
  let port: UInt16
  /// The begin of the first session of a service whose label names the port.
  var labelledAt: Int64?
  /// The begin of the first plain session that anvil counted there.
  private(set) var countedAt: Int64?
  /// The first and the last plain session that was there by itself: with TLS from its first byte.
  private(set) var plainFrom: Int64?
  private(set) var plainTo: Int64?

  init(port: UInt16) { self.port = port }

  mutating func noteCounted(at local: Int64) { countedAt = min(countedAt ?? local, local) }

  mutating func notePlain(at local: Int64) {
    plainFrom = min(plainFrom ?? local, local)
    plainTo = max(plainTo ?? local, local)
  }

  mutating func merge(_ other: PortHistory) {
    if let at = other.labelledAt { labelledAt = min(labelledAt ?? at, at) }
    if let at = other.countedAt { noteCounted(at: at) }
    for at in [other.plainFrom, other.plainTo] { if let at { notePlain(at: at) } }
  }

  /// Whether a service without a label was ever seen there.
  var wasPlain: Bool { countedAt != nil || plainFrom != nil }

  /// Whether one was seen there up to a moment.
  func wasPlain(upTo local: Int64) -> Bool {
    countedAt.map { $0 <= local } ?? false || plainFrom.map { $0 <= local } ?? false
  }

  /// Whether a service without a label may be there beside the labels, at any time: where one was seen, it may have been there before and since.
  ///
  /// Since the port has a label, what anvil counts there are sessions with that, and only a plain one that shows the port by itself is of another
  /// service.
  ///
  /// - Parameter labelled: the reading of the configuration with the label, if there is one.
  func isPlain(beside labelled: Int64?) -> Bool {
    guard let labelled else { return wasPlain }
    return plainTo.map { $0 > labelled } ?? false
  }

  /// Moments next to which readings of the configuration are of use.
  var moments: [Int64] { [labelledAt].compactMap { $0 } }

  func encode(into out: inout ByteWriter) {
    out.number(port)
    for moment in [labelledAt, countedAt, plainFrom, plainTo] { out.moment(moment) }
  }

  init(_ reader: inout ByteReader) throws(EncodingFault) {
    port = try reader.number(as: UInt16.self)
    labelledAt = try reader.moment()
    countedAt = try reader.moment()
    plainFrom = try reader.moment()
    plainTo = try reader.moment()
  }
}
