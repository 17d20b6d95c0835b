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

  /// Whether the columns include the encoded backup or a password.
  var holdSecrets: Bool { names.contains { $0.hasPrefix("u_backup") || $0.contains("pass") } }
}
