import MailModel

/// Which mailbox claims which address, before it is settled.
struct AddressClaims {
  private var accounts: Set<String> = []
  /// Accounts that are no person's.
  private var impersonal: Set<String> = []
  private var mailboxOfAlias: [String: String] = [:]
  private var lineOfAlias: [String: Int] = [:]
  /// Ends of alias lines that may be mailboxes that no line of their own names.
  private var targets: Set<String> = []
  private var disputed: Set<String> = []
  /// Left sides of alias lines.
  private var leads: Set<String> = []
  /// Aliases from a column that is named as one, or from a list that also holds the account's own address.
  private var aliasColumns: Set<String> = []
  private var faults: [AccountExportFault] = []

  /// Notes what is wrong with a line.
  mutating func fault(_ line: Int, _ reason: AccountExportFaultReason) {
    faults.append(AccountExportFault(line: line, reason: reason))
  }

  /// Takes a mailbox that has a line of its own.
  mutating func account(_ mailbox: String) { accounts.insert(mailbox) }

  /// Takes that nobody reads the mail of an account as its own.
  mutating func isNoPerson(_ mailbox: String) { impersonal.insert(mailbox) }

  /// Takes an alias of an account.
  ///
  /// The account's own address among its aliases says nothing new.
  ///
  /// - Parameter isCertain: the field is known to hold aliases; a foreign domain in it is a domain of this server.
  mutating func alias(_ alias: String, of mailbox: String, line: Int, isCertain: Bool = false) {
    if isCertain { aliasColumns.insert(alias) }
    if alias == mailbox { return }
    if let before = mailboxOfAlias[alias], before != mailbox {
      disputed.insert(alias)
      return fault(line, .ambiguousAlias)
    }
    mailboxOfAlias[alias] = mailbox
    if lineOfAlias[alias] == nil { lineOfAlias[alias] = line }
  }

  /// Takes a line that leads from an alias to a mailbox, or to a further alias.
  mutating func lead(_ alias: String, to mailbox: String, line: Int) {
    if alias == mailbox { return account(mailbox) }
    targets.insert(mailbox)
    leads.insert(alias)
    self.alias(alias, of: mailbox, line: line)
  }

  /// Takes an alias that leads to several mailboxes.
  mutating func dispute(_ alias: String) {
    disputed.insert(alias)
  }

  /// Follows every alias to its mailbox; what is disputed or goes in a circle leads nowhere.
  func resolved() -> AccountExport {
    var found = faults
    var directory = AccountDirectory()
    directory.impersonal = impersonal
    let mailboxes = accounts.union(targets.filter { mailboxOfAlias[$0] == nil && !disputed.contains($0) })
    for mailbox in mailboxes { directory.mailboxOfAddress[mailbox] = mailbox }
    for (alias, line) in lineOfAlias where !disputed.contains(alias) {
      // An address with a line of its own is a mailbox, whoever else claims it.
      if accounts.contains(alias) {
        found.append(AccountExportFault(line: line, reason: .ambiguousAlias))
        continue
      }
      switch end(of: alias, mailboxes) {
      case .mailbox(let mailbox): directory.mailboxOfAddress[alias] = mailbox
      case .nowhere: break
      case .circle: found.append(AccountExportFault(line: line, reason: .circularAlias))
      }
    }
    // Local is the domain of an account and of the left side of an alias line. What an alias leads to may lie anywhere,
    // and so may an address in a field that only looks like an alias.
    directory.localDomains = Set(accounts.union(leads).union(disputed).compactMap { AddressClaims.domain($0) })
    for (alias, mailbox) in mailboxOfAlias where aliasColumns.contains(alias) {
      if directory.mailboxOfAddress[alias] == mailbox, let domain = AddressClaims.domain(alias) {
        directory.localDomains.insert(domain)
      }
    }
    directory.mailboxOfAddress = directory.mailboxOfAddress.filter { address, _ in
      accounts.contains(address) || AddressClaims.domain(address).map { directory.localDomains.contains($0) } ?? false
    }
    found.sort { ($0.line, $0.reason.rawValue) < ($1.line, $1.reason.rawValue) }
    return AccountExport(directory: directory, accounts: mailboxes.count, faults: found)
  }

  private static func domain(_ address: String) -> String? {
    address.firstIndex(of: "@").map { String(address[address.index(after: $0)...]) }
  }

  private enum End {
    case mailbox(String)
    case nowhere
    case circle
  }

  private func end(of alias: String, _ mailboxes: Set<String>) -> End {
    var seen: Set<String> = [alias]
    var next = mailboxOfAlias[alias]
    while let address = next, !mailboxes.contains(address) {
      if disputed.contains(address) { return .nowhere }
      if !seen.insert(address).inserted { return .circle }
      next = mailboxOfAlias[address]
    }
    return next.map { .mailbox($0) } ?? .nowhere
  }
}
