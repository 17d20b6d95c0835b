import IceWarpAdmin
import LogFormats
import MailModel

/// Feeds bytes as the small files an administrator hands over: accounts, trusted addresses, services of Postfix.
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
  return 0
}
