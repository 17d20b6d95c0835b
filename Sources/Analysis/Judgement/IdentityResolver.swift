import MailModel

/// Makes one identity of the ways in which a person's name stands in a log.
struct IdentityResolver: Sendable {
  let accounts: AccountDirectory
  let defaultDomain: String?

  /// Lower case, without control characters, with a domain where one is known, as the mailbox of an alias.
  func identity(_ bytes: some Sequence<UInt8>) -> String {
    var name = IdentityResolver.text(bytes)
    if let domain = defaultDomain, !name.contains("@"), !name.isEmpty { name += "@" + domain }
    return accounts.mailboxOfAddress[name] ?? name
  }

  /// The domain of an identity, without trailing dot.
  static func domain(of identity: String) -> String? {
    guard let at = identity.utf8.lastIndex(of: UInt8(ascii: "@")) else { return nil }
    var domain = identity.utf8[identity.utf8.index(after: at)...]
    while domain.last == UInt8(ascii: ".") { domain = domain.dropLast() }
    return domain.isEmpty ? nil : String(Substring(domain))
  }

  /// Whether a login may use a sender as its own: the same identity, or a login without domain and its local part.
  static func owns(_ login: String, _ sender: String) -> Bool {
    if login == sender { return true }
    guard !login.contains("@"), let at = sender.lastIndex(of: "@") else { return false }
    return login == sender[..<at]
  }

  /// UTF-8, else Latin-1; lower case; no control and no direction-changing characters.
  static func text(_ bytes: some Sequence<UInt8>) -> String { CleanText.lowercased(bytes) }
}
