import IceWarpAdmin

/// The commands that hand IceWarp's settings to preflight; they read and change nothing.
enum ToolCommands {
  /// Settings of the whole server.
  static let systemVariables = IceWarpChecks.variables.filter { $0.hasPrefix("C_") }
  /// Settings of each domain.
  static let domainVariables = IceWarpChecks.variables.filter { $0.hasPrefix("D_") }

  /// What is printed where no input was named.
  static var guide: [String] {
    var lines = [
      "# IceWarp on Linux, in its folder (these commands only read):", "for name in \\",
    ]
    lines += systemVariables.map { "  \($0) \\" }
    lines += ["; do ./tool.sh get system $name; done > tool.txt", ""]
    lines += ["rem IceWarp on Windows, in its folder, in cmd:"]
    for (index, name) in systemVariables.enumerated() {
      lines.append("tool get system \(name) \(index == 0 ? ">" : ">>") tool.txt")
    }
    lines += ["", "# for each domain, as well:"]
    lines += domainVariables.map { "tool get domain example.com \($0) >> tool.txt" }
    lines += [
      "", "# the accounts, with a line of field names; no passwords:",
      "echo \"# u_type u_mailbox u_aliaslist u_smtp u_accountdisabled\" > accounts.csv",
      "tool export account \"*@*\" u_type u_mailbox u_aliaslist u_smtp u_accountdisabled >> accounts.csv", "",
      "port587 preflight --tool-output tool.txt --webclient config/_webmail/server.xml \\",
      "  --accounts accounts.csv --bypass config/submissionbypass.dat --trusted trusted.txt", "",
      "# Postfix (these commands only read):", "postconf -n > main.txt", "postconf -M > master.txt",
      "port587 preflight --postconf main.txt --postfix-services master.txt",
    ]
    return lines
  }
}
