public import MailModel

/// Makes one identity of the ways in which a person's name stands in a log.
public struct IdentityResolver: Sendable {
  let accounts: AccountDirectory
  let defaultDomain: String?

  /// Takes the accounts with the domains that are known to be local, and the domain of names without one.
  public init(accounts: AccountDirectory, defaultDomain: String?) {
    self.accounts = accounts
    self.defaultDomain = defaultDomain
  }

  /// Lower case, without control characters, with a domain where one is known, as the mailbox of an alias.
  public func identity(_ bytes: some Sequence<UInt8>) -> String {
    var name = IdentityResolver.text(bytes)
    if IdentityResolver.hasAt(name) {
      // `carl@example.com.` names the same domain.
      while name.utf8.last == UInt8(ascii: "."), name.hasSuffix("."), !name.hasSuffix("@.") { name.removeLast() }
    } else if !name.isEmpty {
      name = completed(name)
    }
    return accounts.mailboxOfAddress[name] ?? name
  }

  private static func hasAt(_ name: String) -> Bool {
    let bytes = name.utf8.span
    for i in bytes.indices where bytes[i] == UInt8(ascii: "@") { return true }
    return false
  }

  /// A name without `@`, with its domain where that is known.
  ///
  /// IceWarp can be told to take `%` and `/` for `@` in a login (`C_Accounts_Policies_Login_ConvertChars`), which programs
  /// need that write `@` for their own ends: `ana%example.com`. Whether a server does is not in its log, so it is believed
  /// where the domain is known to be local; any other name with such a character stays as it is, and is no mail address.
  private func completed(_ name: String) -> String {
    let separators = name.utf8.indices.filter { "%/\\:".utf8.contains(name.utf8[$0]) }
    guard let separator = separators.first else { return defaultDomain.map { name + "@" + $0 } ?? name }
    let domain = name[name.utf8.index(after: separator)...]
    let isAsAt = name.utf8[separator] == UInt8(ascii: "%") || name.utf8[separator] == UInt8(ascii: "/")
    guard separators.count == 1, isAsAt, separator > name.startIndex,
      String(domain) == defaultDomain || accounts.localDomains.contains(String(domain))
    else { return name }
    return name[..<separator] + "@" + domain
  }

  /// The domain of an identity, without trailing dot.
  static func domain(of identity: String) -> String? {
    let bytes = identity.utf8.span
    var end = bytes.count
    while end > 0, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    var begin = end
    while begin > 0, bytes[begin - 1] != UInt8(ascii: "@") { begin -= 1 }
    guard begin > 0, begin < end else { return nil }
    let first = identity.utf8.index(identity.utf8.startIndex, offsetBy: begin)
    return String(identity[first..<identity.utf8.index(first, offsetBy: end - begin)])
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
