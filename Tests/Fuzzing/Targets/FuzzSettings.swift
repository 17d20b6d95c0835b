import IceWarpAdmin
import LogFormats
import MailModel
import PostfixAdmin

/// Feeds bytes as the small files an administrator hands over: accounts, trusted addresses, settings, services of Postfix.
enum FuzzSettings: FuzzTarget {
  static let seeds = "settings"

  static func feed(_ bytes: [UInt8]) throws {
    let export = AccountExport.parse(bytes)
    for (address, mailbox) in export.directory.mailboxOfAddress {
      try Contradiction.unless(!address.isEmpty, "an address without a byte")
      // A mailbox elsewhere is no account here; one that is listed is its own.
      if let own = export.directory.mailboxOfAddress[mailbox] {
        try Contradiction.unless(own == mailbox, "an alias leads to an alias")
      }
    }
    let trusted = TrustedAddresses.parse(bytes)
    _ = trusted.contains(IPAddress(ipv4: 0xc000_0201))
    _ = IceWarpSettings.parse(bytes)
    _ = WebClientSettings.parse(bytes)
    let policies = AccountPolicies.parse(bytes)
    try Contradiction.unless(policies.withoutSMTP <= policies.accounts, "more accounts without SMTP than accounts")
    var services: [ListenerService] = []
    do {
      services = try PostfixServices.parse(bytes)
    } catch {
      try Contradiction.unless(!"\(error)".isEmpty, "a fault without words")
    }
    for service in services { try Contradiction.unless((1...65535).contains(service.port), "no port") }
    try judge(bytes)
  }
}

/// Every check has a verdict on every setting, however odd.
private func judge(_ bytes: [UInt8]) throws {
  var postfix = PostfixEvidence()
  postfix.settings = PostfixSettings.parse(bytes)
  postfix.services = try? PostfixServices.parse(bytes)
  let generator = Generator(version: "fuzz")
  let now = Timestamp(seconds: 1_773_619_200)
  let ofPostfix = PostfixPreflight.report(postfix, in: .english, generator: generator, at: now, sources: [])
  try Contradiction.unless(ofPostfix.findings.count == PostfixChecks.all.count, "a check without a verdict")
  var icewarp = IceWarpEvidence()
  icewarp.settings = IceWarpSettings.parse(bytes)
  icewarp.webClient = WebClientSettings.parse(bytes)
  icewarp.policies = AccountPolicies.parse(bytes)
  icewarp.accounts = AccountExport.parse(bytes)
  icewarp.trusted = TrustedAddresses.parse(bytes)
  icewarp.bypass = BypassTree(name: "bypass.dat", bytes: bytes) { _, _ in
    .missing(reason: TranslatedText(verbatim: "not there"))
  }
  let ofIceWarp = IceWarpPreflight.report(icewarp, in: .spanish, generator: generator, at: now, sources: [])
  try Contradiction.unless(ofIceWarp.findings.count == IceWarpChecks.all.count, "a check without a verdict")
}
