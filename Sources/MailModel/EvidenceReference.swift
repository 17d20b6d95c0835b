/// A line that opens the log at the right place.
///
/// A report has tens of thousands: what they hold stands in the order that leaves the least gaps.
public struct EvidenceReference: Codable, Sendable, Equatable {
  /// Path of the source as in `sources`.
  public var source: String
  /// Line number, from 1.
  public var line: Int
  /// Port number or `unknown`, of that session.
  public var port: String?
  /// The connection record that tells the port, where one does.
  public var record: RecordReference?
  /// What the line shows.
  public var what: EvidenceKind
  /// How that port is known.
  public var portEvidence: PortEvidence?

  /// Takes every part.
  public init(
    source: String, line: Int, what: EvidenceKind = .login, port: String? = nil, portEvidence: PortEvidence? = nil,
    record: RecordReference? = nil
  ) {
    self.source = source
    self.line = line
    self.what = what
    self.port = port
    self.portEvidence = portEvidence
    self.record = record
  }
}
