import MailModel

/// The lines to type so that new connections are written down, by platform.
struct RecordingCommands {
  /// As `PortAdvice.platform` names it.
  var platform: String
  /// The heading over its lines, the same in every language.
  var title: String
  var lines: [String]

  /// Every platform.
  static let platforms = [
    RecordingCommands(
      platform: "windows", title: "Windows",
      lines: [
        "REM as administrator; the second one ends it",
        "netsh advfirewall set allprofiles logging ^",
        "  allowedconnections enable",
        "netsh advfirewall set allprofiles logging ^",
        "  allowedconnections disable",
        "REM the log is in %windir%\\system32\\LogFiles\\Firewall",
        "port587 audit --connections pfirewall.log LOGS",
      ]),
    RecordingCommands(
      platform: "linux", title: "Linux (nftables)",
      lines: [
        "nft add table inet port587",
        "nft add chain inet port587 news \\",
        "  '{ type filter hook input priority 0; }'",
        "nft add rule inet port587 news tcp dport '{ 25, 465, 587 }' \\",
        "  ct state new log prefix '\"port587 \"'",
        "journalctl -k -o short-iso-precise --grep port587 > connections.log",
        "nft delete table inet port587    # ends it",
        "port587 audit --connections connections.log LOGS",
      ]),
    RecordingCommands(
      platform: "bsd", title: "BSD (pf)",
      lines: [
        "# a line of pf.conf, then pfctl -f /etc/pf.conf; taking it out ends it",
        "pass in log proto tcp to port { 25 465 587 } flags S/SA",
        "tcpdump -tt -n -r /var/log/pflog > connections.log",
        "port587 audit --connections connections.log LOGS",
      ]),
  ]

  /// What fits this server, to be shown, and the others, to be folded away; where nothing tells, all are folded.
  static func parts(_ platform: String?) -> (shown: [String], folded: [RecordingCommands]) {
    (platforms.first { $0.platform == platform }?.lines ?? [], platforms.filter { $0.platform != platform })
  }

  /// What a terminal shows: what fits, or the two that are usual.
  static func usual(_ platform: String?) -> [String] {
    let (shown, folded) = parts(platform)
    guard shown.isEmpty else { return shown }
    return folded.filter { $0.platform != "bsd" }.flatMap { ["# \($0.title)"] + $0.lines }
  }
}
