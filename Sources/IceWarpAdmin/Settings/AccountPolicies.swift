/// What an account export says about who may send: the columns `u_smtp` and `u_accountdisabled`.
///
/// ```
/// # u_type u_mailbox u_smtp u_accountdisabled
/// ana@example.com,0,ana,1,0,
/// ```
///
/// Only counts are kept. Without a line of field names the columns are not known, and nothing is counted.
public struct AccountPolicies: Sendable, Equatable {
  /// Accounts whose columns could be read.
  public private(set) var accounts = 0
  /// Accounts that are not disabled and whose policy does not let them use SMTP.
  public private(set) var withoutSMTP = 0
  /// Whether there is a column `u_smtp`.
  public private(set) var namesSMTP = false

  /// Reads an export.
  public static func parse(_ bytes: [UInt8]) -> AccountPolicies {
    var policies = AccountPolicies()
    var columns: ExportColumns?
    for line in TextLines.lines(of: bytes) where !line.isEmpty {
      if line.first == UInt8(ascii: "#") || !line.contains(UInt8(ascii: "@")) {
        if let found = ExportColumns(line) {
          columns = found
          policies.namesSMTP = policies.namesSMTP || found.names.contains("u_smtp")
        }
        continue
      }
      let fields = ExportFields(line)
      guard let columns, !fields.isBroken, fields.values.count == columns.names.count + 1 else { continue }
      policies.accounts += 1
      func field(_ name: String) -> String? {
        columns.names.firstIndex(of: name).map { AddressText.lowercase(fields.values[$0 + 1]) }
      }
      let isDisabled = field("u_accountdisabled").map { !["", "0", "false"].contains($0) } ?? false
      if !isDisabled, let policy = field("u_smtp"), ["0", "false"].contains(policy) { policies.withoutSMTP += 1 }
    }
    return policies
  }
}
