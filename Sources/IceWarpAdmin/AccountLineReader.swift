/// Reads an account export line by line.
struct AccountLineReader {
  /// What the lines said so far.
  private(set) var claims = AddressClaims()
  private var columns: ExportColumns?

  /// Reads one line without its end.
  mutating func read(_ line: ArraySlice<UInt8>, number: Int) {
    if line.isEmpty { return }
    if line.first == UInt8(ascii: "#") {
      if let found = ExportColumns(line) { use(found, number) }
    } else if isAliasLine(line) {
      readAlias(line, number)
    } else {
      readAccount(line, number)
    }
  }

  private mutating func use(_ found: ExportColumns, _ number: Int) {
    columns = found
    if found.holdSecrets { claims.fault(number, .secretColumn) }
  }

  /// `vendas@example.com: ana@example.com`: an address, then a colon or a blank before any comma.
  private func isAliasLine(_ line: ArraySlice<UInt8>) -> Bool {
    let word = firstWord(line)
    return word.endIndex < line.endIndex && line[word.endIndex] != UInt8(ascii: ",") && AddressText.address(word) != nil
      && TextLines.trimmed(line[word.endIndex...]).first != UInt8(ascii: ",")
  }

  private func firstWord(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.prefix { !TextLines.isBlank($0) && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ",") }
  }

  private mutating func readAlias(_ line: ArraySlice<UInt8>, _ number: Int) {
    let word = firstWord(line)
    guard let alias = AddressText.address(word) else { return claims.fault(number, .noAddress) }
    var rest = TextLines.trimmed(line[word.endIndex...])
    if rest.first == UInt8(ascii: ":") { rest = TextLines.trimmed(rest.dropFirst()) }
    let targets = rest.split { TextLines.isBlank($0) || $0 == UInt8(ascii: ",") }.map(AddressText.address)
    if targets.isEmpty || targets.contains(nil) { return claims.fault(number, .noAddress) }
    let mailboxes = Set(targets.compactMap(\.self))
    guard mailboxes.count == 1, let mailbox = mailboxes.first else {
      claims.dispute(alias)
      return claims.fault(number, .severalMailboxes)
    }
    claims.lead(alias, to: mailbox, line: number)
  }

  private mutating func readAccount(_ line: ArraySlice<UInt8>, _ number: Int) {
    let fields = ExportFields(line)
    guard let first = fields.values.first, let mailbox = AddressText.address(first) else {
      // A heading: `account,u_type,u_mailbox`.
      if !line.contains(UInt8(ascii: "@")), let found = ExportColumns(line) { return use(found, number) }
      return claims.fault(number, .noAddress)
    }
    // With broken quotes the rest of the line is looked at only to refuse it.
    let rest = fields.isBroken ? line.split(separator: UInt8(ascii: ",")).dropFirst() : fields.values.dropFirst()
    if rest.contains(where: { AddressText.addresses($0) == nil && SecretField.isLikely($0) }) {
      return claims.fault(number, .secret)
    }
    claims.account(mailbox)
    if fields.isBroken { return claims.fault(number, .quoting) }
    guard let columns else {
      for list in rest.compactMap(AddressText.addresses) {
        // u_aliaslist names the account itself too; a forwarding address stands alone.
        let isCertain = list.contains(mailbox)
        for alias in list { claims.alias(alias, of: mailbox, line: number, isCertain: isCertain) }
      }
      return
    }
    guard columns.names.count == rest.count else { return claims.fault(number, .fieldCount) }
    for (name, value) in zip(columns.names, rest) where ExportColumns.tellsNoPerson(name, value) {
      claims.isNoPerson(mailbox)
    }
    for (name, value) in zip(columns.names, rest) where ExportColumns.isAlias(name) {
      for alias in aliases(value, of: mailbox) { claims.alias(alias, of: mailbox, line: number, isCertain: true) }
    }
  }

  /// The addresses of a known alias column; a bare local part belongs to the mailbox's domain.
  private func aliases(_ value: ArraySlice<UInt8>, of mailbox: String) -> [String] {
    let domain = mailbox.drop { $0 != "@" }
    return value.split(separator: UInt8(ascii: ";")).map(TextLines.trimmed).compactMap { part in
      AddressText.address(part) ?? AddressText.localPart(part).map { $0 + domain }
    }
  }
}
