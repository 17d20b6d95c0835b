import MailModel

/// Compares the host that users type with the names of a certificate (RFC 9525 section 6).
public enum CertificateName {
  /// Whether one of the names is for the host; the common name of the subject is none of them.
  public static func matches(_ host: String, _ names: [String]) -> Bool {
    if let address = IPAddress(host) { return names.contains { IPAddress($0) == address } }
    let wanted = labels(host)
    return names.contains { name in
      let offered = labels(name)
      guard offered.count == wanted.count, !wanted.contains("") else { return false }
      if offered == wanted { return true }
      // A wildcard stands for the whole left-most label, and for no top-level domain.
      return offered[0] == "*" && offered.count > 2 && offered.dropFirst() == wanted.dropFirst()
    }
  }

  private static func labels(_ name: String) -> [String] {
    var labels = name.lowercased().split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if labels.count > 1, labels.last == "" { labels.removeLast() }
    return labels
  }
}
