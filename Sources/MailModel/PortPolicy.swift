/// Which ports are for submission and which are to be closed for it.
///
/// Every port that is not a submission port is legacy; `legacyPorts` only fixes names and order.
public struct PortPolicy: Codable, Sendable, Equatable {
  /// Ports to be closed for submission, by default 25.
  public var legacyPorts: [Int]
  /// Ports for submission with STARTTLS (RFC 6409), by default 587.
  public var submissionPorts: [Int]
  /// Ports for submission with TLS from the first byte (RFC 8314), by default 465.
  public var submissionsPorts: [Int]

  /// Takes the three lists.
  public init(legacyPorts: [Int] = [25], submissionPorts: [Int] = [587], submissionsPorts: [Int] = [465]) {
    self.legacyPorts = legacyPorts
    self.submissionPorts = submissionPorts
    self.submissionsPorts = submissionsPorts
  }

  /// Whether a port is meant for submission, with either kind of TLS.
  public func isSubmission(_ port: Int) -> Bool { submissionPorts.contains(port) || submissionsPorts.contains(port) }
}
