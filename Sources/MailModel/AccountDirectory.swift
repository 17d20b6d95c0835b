/// Which addresses are one mailbox, and which domains are local.
public struct AccountDirectory: Sendable, Equatable {
  /// Mailbox by each of its addresses, lower case, the mailbox's own address included.
  public var mailboxOfAddress: [String: String]
  /// Local domains, lower case.
  public var localDomains: Set<String>
  /// Mailboxes that are no person's, lower case: lists, groups, resources, accounts that are switched off; as far as that is known.
  public var impersonal: Set<String> = []

  /// Takes both tables; keys and values are lower case.
  public init(mailboxOfAddress: [String: String] = [:], localDomains: Set<String> = []) {
    self.mailboxOfAddress = mailboxOfAddress
    self.localDomains = localDomains
  }
}
