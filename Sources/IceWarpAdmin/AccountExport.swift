public import MailModel

/// The accounts of a server and their aliases, as `tool export account` writes them.
///
/// ```
/// tool export account "*@*" u_type u_mailbox u_aliaslist > accounts.csv
/// ana@example.com,0,ana,ana@example.com;vendas@example.com;ana@example.org,
/// ```
///
/// One line for each account, its address first, a comma after every field, no heading. Fields that are e-mail addresses,
/// or several of them with `;` between, are aliases of the address in front. No other field is kept. A line of field
/// names (`u_type u_mailbox u_aliaslist`, as a comment or a heading) says more: then only the alias columns are read,
/// a forwarding address is no alias, and local parts are completed by the domain of the mailbox.
///
/// Also read are a list of addresses, one on a line, and lines `vendas@example.com ana@example.com` or
/// `vendas@example.com: ana@example.com`, alias first, as in virtual(5) of Postfix.
public struct AccountExport: Sendable, Equatable {
  /// Mailboxes by address, and the domains of all of them.
  public let directory: AccountDirectory
  /// How many mailboxes there are.
  public let accounts: Int
  /// Lines that were not, or not fully, taken, in the order of the file.
  public let faults: [AccountExportFault]

  /// Reads an export in UTF-8, Latin-1 or, as PowerShell writes it, UTF-16 with a byte order mark.
  public static func parse(_ bytes: [UInt8]) -> AccountExport {
    var reader = AccountLineReader()
    for (index, line) in TextLines.lines(of: bytes).enumerated() { reader.read(line, number: index + 1) }
    return reader.claims.resolved()
  }
}
