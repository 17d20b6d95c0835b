/// The names of the columns after the address: `u_type u_mailbox u_aliaslist`.
struct ExportColumns {
  /// Names in lower case.
  let names: [String]

  /// Finds the names in a comment or a heading, or gives nothing when there is none.
  ///
  /// Takes the whole command as well: `# tool export account "*@*" u_type u_mailbox u_aliaslist`.
  init?(_ line: ArraySlice<UInt8>) {
    let separators = Array("#,; \t\"".utf8)
    names = line.split { separators.contains($0) }.map(AddressText.lowercase).filter { $0.hasPrefix("u_") }
    if names.isEmpty { return nil }
  }

  /// Whether a column holds addresses under which the mailbox receives, or its login name.
  static func isAlias(_ name: String) -> Bool {
    ["u_mailbox", "u_alias", "u_emailalias", "u_aliaslist", "u_primaryalias"].contains(name)
  }

  /// Whether a value says that the account is no person's: another type than 0 (1 list, 2 executable, 3 notification, 4 static route,
  /// 5 catalogue, 6 list server, 7 group, 8 resource), or switched off.
  static func tellsNoPerson(_ name: String, _ value: ArraySlice<UInt8>) -> Bool {
    guard name == "u_type" || name == "u_accountdisabled" else { return false }
    return !value.isEmpty && value.allSatisfy { (0x30...0x39).contains($0) } && value.contains { $0 != 0x30 }
  }

  /// Whether the columns include the encoded backup or a password.
  var holdSecrets: Bool { names.contains { $0.hasPrefix("u_backup") || $0.contains("pass") } }
}
