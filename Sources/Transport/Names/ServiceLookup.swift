internal import CResolver

/// Asks the DNS for SRV records.
public enum ServiceLookup {
  /// The records of a name such as `_submissions._tcp.example.com`, by priority; none where there are none.
  public static func records(
    of name: String, from server: NameServer? = nil, seconds: Int = 6
  ) throws(ServiceRecordFault) -> [ServiceRecord] {
    let reply = try NameQuestion(name: name, server: server, seconds: seconds).ask(CRESOLVER_SRV)
    guard case .records(let all) = reply else { return [] }
    return all.compactMap { if case .service(let record) = $0 { record } else { nil } }.sorted {
      ($0.priority, -$0.weight, $0.target, $0.port) < ($1.priority, -$1.weight, $1.target, $1.port)
    }
  }
}
