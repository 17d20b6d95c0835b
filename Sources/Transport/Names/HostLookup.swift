internal import CResolver

/// Asks the DNS what a host is an alias of, and who may issue certificates for it.
public enum HostLookup {
  /// What there is; each name above the host is asked until one has CAA records (RFC 8659 section 3).
  public static func records(
    of host: String, from server: NameServer? = nil, seconds: Int = 6
  ) throws(ServiceRecordFault) -> HostRecords {
    var found = HostRecords()
    var labels = host.split(separator: ".").map(String.init)
    var isFirst = true
    while !labels.isEmpty {
      let name = labels.joined(separator: ".")
      let reply = try NameQuestion(name: name, server: server, seconds: seconds).ask(CRESOLVER_CAA)
      switch reply {
      case .records(let records):
        if isFirst { found.aliases = records.compactMap { if case .alias(let name) = $0 { name } else { nil } } }
        found.authorities = records.compactMap {
          if case .authority(let data) = $0 { AuthorityRecord(data) } else { nil }
        }
      case .empty: break
      case .noSuchName: if isFirst { return HostRecords(exists: false) }
      }
      if !found.authorities.isEmpty { break }
      isFirst = false
      labels.removeFirst()
    }
    return found
  }
}
