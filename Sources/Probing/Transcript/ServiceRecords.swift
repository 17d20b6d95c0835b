public import Transport

/// SRV records by which mail programs find their server (RFC 6186, RFC 8314 section 5.1).
public struct ServiceRecords: Sendable, Equatable {
  /// `_submissions._tcp`: sending with TLS from the first byte.
  public var submissions: [ServiceRecord]
  /// `_submission._tcp`: sending with STARTTLS.
  public var submission: [ServiceRecord]
  /// `_imaps._tcp` and `_imap._tcp`: reading.
  public var reading: [ServiceRecord]

  /// Takes every part.
  public init(
    submissions: [ServiceRecord] = [], submission: [ServiceRecord] = [], reading: [ServiceRecord] = []
  ) {
    self.submissions = submissions
    self.submission = submission
    self.reading = reading
  }

  /// Asks for all of them; a name server that is silent once is not asked again.
  static func ask(_ domain: String, _ server: NameServer?, seconds: Int) -> ServiceRecords? {
    func records(_ label: String) throws(ServiceRecordFault) -> [ServiceRecord] {
      try ServiceLookup.records(of: "\(label)._tcp.\(domain)", from: server, seconds: seconds)
    }
    do throws(ServiceRecordFault) {
      return ServiceRecords(
        submissions: try records("_submissions"), submission: try records("_submission"),
        reading: try records("_imaps") + records("_imap"))
    } catch {
      return nil
    }
  }
}
