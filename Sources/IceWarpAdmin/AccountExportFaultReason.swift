/// Why a line of an account export was not, or not fully, taken.
public enum AccountExportFaultReason: String, Sendable, CaseIterable, Hashable {
  /// The line does not begin with an e-mail address.
  case noAddress
  /// A field looks like an encoded backup or a password hash: the line was dropped.
  ///
  /// Export again without `u_backup` and `u_password`.
  case secret
  /// The field list names `u_backup` or a password: that column was not read.
  ///
  /// Export again without it.
  case secretColumn
  /// Quotes do not close where a field ends: only the mailbox was taken.
  case quoting
  /// There are more or fewer fields than the field list names: only the mailbox was taken.
  case fieldCount
  /// One alias leads to several mailboxes on this line: it was resolved to none.
  case severalMailboxes
  /// The alias was claimed by another mailbox before: it was resolved to none.
  case ambiguousAlias
  /// Aliases lead to one another in a circle: they were resolved to none.
  case circularAlias
}

extension AccountExportFaultReason: CustomStringConvertible {
  /// Why, as a sentence begins that the administrator reads; never a byte of the line.
  public var description: String {
    switch self {
    case .noAddress: "the line does not begin with a mail address; it was left out"
    case .secret:
      "a field looks like a password or a backup; the line was left out (export without u_password, u_backup)"
    case .secretColumn: "the field list names a password or a backup; that column was not read (export without it)"
    case .quoting: "quotes do not close where a field ends; only the mailbox was taken"
    case .fieldCount: "there are more or fewer fields than the field list names; only the mailbox was taken"
    case .severalMailboxes: "one alias leads to several mailboxes; it was taken for none of them"
    case .ambiguousAlias: "this alias is another mailbox's as well; it was taken for neither"
    case .circularAlias: "aliases lead to one another in a circle; they were taken for no mailbox"
    }
  }
}
