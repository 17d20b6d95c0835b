import MailModel

/// What a server's history says of the stretch between two readings of its configuration in which a moment lies.
extension ServerHistory {
  /// The last reading before a moment and the first one not before it.
  func stretch(of local: Int64) -> (after: Int64, upTo: Int64) {
    (readings.last { $0 < local } ?? .min, readings.first { $0 >= local } ?? .max)
  }

  /// The last time before the first label at which the configuration was read.
  var configuredAt: Int64? { labelledAt.flatMap { label in readings.last { $0 <= label } } }

  /// Whether labels may not have been there yet: the first one holds back to the last reading before it, and so does a later one of a service that
  /// was seen without.
  func isBeforeLabels(at local: Int64) -> Bool {
    configuredAt.map { local <= $0 } ?? false
      || ports.contains { port in labelled(port).map { local <= $0 && port.wasPlain(upTo: $0) } ?? false }
  }

  /// Whether a plain service may have been another port than 25 although others had labels: port 25 was postscreen's, or an unlabelled service
  /// was seen elsewhere.
  func servesOthers(at local: Int64) -> Bool {
    !gate.isOpen(in: stretch(of: local)) || isReachedElsewhere && !isAllLabelled(at: local)
      || ports.contains { $0.isPlain(beside: labelled($0)) }
  }

  /// Whether the usual ports for submission have labels, so that none of them is the plain service's.
  private func isAllLabelled(at local: Int64) -> Bool { [587, 465].allSatisfy { isLabelled($0, at: local) } }

  /// Whether the service of a port had a label, so that a session of a plain one was another's.
  func isLabelled(_ port: UInt16, at local: Int64) -> Bool {
    ports.contains { known in known.port == port && labelled(known).map { $0 < local } ?? false }
  }

  /// The reading since which a port has a label.
  private func labelled(_ port: PortHistory) -> Int64? {
    port.labelledAt.map { label in readings.last { $0 <= label } ?? .min }
  }

  /// Whether TLS was not logged yet when sessions of a day began.
  ///
  /// - Parameter isBefore: whether they lie before the first line of that day.
  func isBeforeTLSLog(on day: Int64, isBefore: Bool) -> Bool {
    guard let first = tlsLoggedAt.map({ CivilDate.number(ofDayAt: $0) }) else { return false }
    return day == first ? isBefore : day < first
  }

  /// Days with which one of the answers may change.
  var seams: [Int64] {
    var borders = [configuredAt, tlsLoggedAt].compactMap { $0 }
    borders += ports.filter(\.wasPlain).compactMap { labelled($0) }
    if gate.wasGated {
      if isReachedElsewhere { borders += ports.compactMap { labelled($0) } }
      borders += readings.filter { gate.isOpen(in: stretch(of: $0)) != gate.isOpen(in: stretch(of: $0 &+ 1)) }
    }
    return borders.filter { $0 > .min }.map { CivilDate.number(ofDayAt: $0) }.flatMap { [$0, $0 &+ 1] }
  }
}
