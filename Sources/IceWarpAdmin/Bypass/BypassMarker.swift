public import MailModel

/// Says in a report whom the bypass file frees and who comes from a trusted address.
public struct BypassMarker: Sendable {
  private let lines: [BypassLine]
  private let trusted: TrustedAddresses?

  /// Takes the file with all it includes, and the list, either of which may be missing.
  public init(tree: BypassTree?, trusted: TrustedAddresses?) {
    lines = tree?.lines.map(\.line).filter { $0.isValid && $0.kind != .include } ?? []
    self.trusted = trusted
  }

  /// Puts the marks into a report.
  public func mark(_ model: inout ReportModel) {
    for i in model.addresses.indices {
      guard let address = IPAddress(model.addresses[i].address) else { continue }
      let freeing = freeing(address)
      if !freeing.isEmpty {
        model.addresses[i].bypass = BypassMark(extent: .all, lines: BypassMarker.references(freeing))
      }
      if let trusted { model.addresses[i].trusted = trusted.contains(address) }
    }
    for i in model.users.indices {
      model.users[i].bypass = bypass(model.users[i])
      if let trusted { model.users[i].trusted = extent(model.users[i]) { trusted.contains($0) } }
    }
  }

  /// Whether a line frees everything that comes from an address.
  public func frees(_ address: IPAddress) -> Bool { lines.contains { $0.matches(address) == true } }

  private func freeing(_ address: IPAddress) -> [BypassLine] { lines.filter { $0.matches(address) == true } }

  private func bypass(_ user: UserReport) -> BypassMark? {
    var freeing: [BypassLine] = []
    var extent: MarkExtent?
    for line in lines {
      var found: MarkExtent?
      switch line.kind {
      case .sender, .any:
        // Who logs in under a name may write under another one.
        if line.matches(sender: user.identity) == true { found = user.kind == .authenticated ? .some : .all }
      case .localSenders: found = user.kind == .authenticated ? .some : .all
      case .trustedSession:
        if user.kind != .envelopeSender { found = .all }
      case .address, .hostname, .dnswl, .include, .recipient, .unknown: break
      }
      if line.looksAtAddresses { found = self.extent(user) { line.matches($0) == true } }
      guard let found else { continue }
      freeing.append(line)
      extent = extent == .all ? .all : found
    }
    // Several lines together may free all addresses where none does so alone.
    if extent == .some, self.extent(user, { !self.freeing($0).isEmpty }) == .all { extent = .all }
    return extent.map { BypassMark(extent: $0, lines: BypassMarker.references(freeing)) }
  }

  /// Whether something is so of all addresses of a user, of some, or of none.
  private func extent(_ user: UserReport, _ holds: (IPAddress) -> Bool) -> MarkExtent? {
    let addresses = Set(user.clients.map(\.address))
    let count = addresses.count { IPAddress($0).map(holds) ?? false }
    return count == 0 ? nil : count == addresses.count ? .all : .some
  }

  private static func references(_ lines: [BypassLine]) -> [BypassMark.Line] {
    lines.map { BypassMark.Line(number: $0.number, text: $0.text) }
  }
}
