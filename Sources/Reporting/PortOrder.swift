import MailModel

/// The order in which ports are shown: those to be closed first, what is unknown last.
struct PortOrder: Sendable {
  /// Which ports are which.
  var policy: PortPolicy

  /// The keys of a table in the order in which they are shown.
  func sorted(_ keys: some Sequence<String>) -> [String] {
    keys.sorted { rank($0) < rank($1) }
  }

  private func rank(_ key: String) -> (Int, Int, Int, String) {
    let role = PortRole(key: key, policy: policy)
    let place = PortRole.allCases.firstIndex(of: role) ?? 0
    guard let port = Int(key) else { return (place, 0, 0, key) }
    let named = policy.legacyPorts + policy.submissionPorts + policy.submissionsPorts
    return (place, named.firstIndex(of: port) ?? named.count, port, key)
  }
}
