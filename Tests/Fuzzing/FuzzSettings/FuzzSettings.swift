import IceWarpAdmin
import LogFormats
import MailModel
import PostfixAdmin

/// Feeds bytes as the small files an administrator hands over: accounts, trusted addresses, settings, services of Postfix.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let export = AccountExport.parse(bytes)
  for (address, mailbox) in export.directory.mailboxOfAddress {
    precondition(!address.isEmpty, "an address without a byte")
    // A mailbox elsewhere is no account here; one that is listed is its own.
    if let own = export.directory.mailboxOfAddress[mailbox] {
      precondition(own == mailbox, "an alias leads to an alias")
    }
  }
  let trusted = TrustedAddresses.parse(bytes)
  _ = trusted.contains(IPAddress(ipv4: 0xc000_0201))
  _ = IceWarpSettings.parse(bytes)
  _ = WebClientSettings.parse(bytes)
  let policies = AccountPolicies.parse(bytes)
  precondition(policies.withoutSMTP <= policies.accounts, "more accounts without SMTP than accounts")
  do {
    for service in try PostfixServices.parse(bytes) { precondition((1...65535).contains(service.port), "no port") }
  } catch {
    precondition(!"\(error)".isEmpty)
  }
  judge(bytes)
  return 0
}

/// Every check has a verdict on every setting, however odd.
private func judge(_ bytes: [UInt8]) {
  var postfix = PostfixEvidence()
  postfix.settings = PostfixSettings.parse(bytes)
  postfix.services = try? PostfixServices.parse(bytes)
  let generator = Generator(version: "fuzz")
  let now = Timestamp(seconds: 1_773_619_200)
  let ofPostfix = PostfixPreflight.report(postfix, in: .english, generator: generator, at: now, sources: [])
  precondition(ofPostfix.findings.count == PostfixChecks.all.count, "a check without a verdict")
  var icewarp = IceWarpEvidence()
  icewarp.settings = IceWarpSettings.parse(bytes)
  icewarp.webClient = WebClientSettings.parse(bytes)
  icewarp.policies = AccountPolicies.parse(bytes)
  icewarp.accounts = AccountExport.parse(bytes)
  icewarp.trusted = TrustedAddresses.parse(bytes)
  icewarp.bypass = BypassFile.parse(bytes)
  let ofIceWarp = IceWarpPreflight.report(icewarp, in: .spanish, generator: generator, at: now, sources: [])
  precondition(ofIceWarp.findings.count == IceWarpChecks.all.count, "a check without a verdict")
}
