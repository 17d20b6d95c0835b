import MailModel

/// The lines to type so that new connections to the ports of SMTP are written down, by platform.
struct RecordingCommands {
  /// As `PortAdvice.platform` names it.
  var platform: String
  /// The heading over its lines, the same in every language.
  var title: String
  var lines: [String]

  /// Every platform, for the ports on which this server takes SMTP.
  static func platforms(_ policy: PortPolicy = PortPolicy()) -> [RecordingCommands] {
    let numbers = Set(policy.legacyPorts + policy.submissionPorts + policy.submissionsPorts).sorted().map(String.init)
    let (commas, spaces) = (numbers.joined(separator: ", "), numbers.joined(separator: " "))
    return [
      RecordingCommands(
        platform: "windows", title: "Windows",
        lines: [
          "REM as administrator; Windows logs every allowed connection then,",
          "REM of which port587 reads those to these ports",
          "netsh advfirewall set allprofiles logging maxfilesize 32767",
          "netsh advfirewall set allprofiles logging ^",
          "  allowedconnections enable",
          "REM a full log becomes pfirewall.log.old: copy both away in time",
          "REM from %windir%\\system32\\LogFiles\\Firewall",
          "port587 audit --connections pfirewall.log LOGS",
          "REM ends it:",
          "netsh advfirewall set allprofiles logging ^",
          "  allowedconnections disable",
        ]),
      // Syntax by Microsoft's documentation of pktmon filter add, start and etl2pcap.
      RecordingCommands(
        platform: "windows-2019", title: "Windows Server 2019 and later (pktmon)",
        lines: ["REM as administrator; these ports alone, with parts of a second"]
          + numbers.map { "pktmon filter add -t TCP SYN -p \($0)" } + [
            "pktmon start --capture --comp nics --pkt-size 64 -f port587.etl",
            "REM ends it:",
            "pktmon stop",
            "pktmon filter remove",
            "pktmon etl2pcap port587.etl --out port587.pcapng",
            "REM where tcpdump is:",
            "tcpdump -tt -n -r port587.pcapng > connections.log",
            "port587 audit --connections connections.log LOGS",
          ]),
      RecordingCommands(
        platform: "linux", title: "Linux (nftables)",
        lines: [
          "nft add table inet port587",
          "nft add chain inet port587 news \\",
          "  '{ type filter hook input priority 0; }'",
          "nft add rule inet port587 news tcp dport '{ \(commas) }' \\",
          "  ct state new log prefix '\"port587 \"'",
          "journalctl -k -o short-iso-precise --grep port587 > connections.log",
          "port587 audit --connections connections.log LOGS",
          "nft delete table inet port587    # ends it",
        ]),
      RecordingCommands(
        platform: "bsd", title: "BSD (pf)",
        lines: [
          "# a line of pf.conf; where pf knows no match, add log to the rule",
          "# that lets these ports in",
          "match in log proto tcp to port { \(spaces) } flags S/SA",
          "pfctl -f /etc/pf.conf    # without that line again, it ends",
          "tcpdump -tt -n -r /var/log/pflog > connections.log",
          "port587 audit --connections connections.log LOGS",
        ]),
    ]
  }

  /// What fits this server, to be shown, and the others, to be folded away; where nothing tells, all are folded.
  static func parts(_ platform: String?, _ policy: PortPolicy) -> (shown: [String], folded: [RecordingCommands]) {
    let all = platforms(policy)
    return (all.first { $0.platform == platform }?.lines ?? [], all.filter { $0.platform != platform })
  }

  /// What a terminal shows: what fits, or the two that are usual.
  static func usual(_ platform: String?, _ policy: PortPolicy) -> [String] {
    let (shown, folded) = parts(platform, policy)
    guard shown.isEmpty else { return shown }
    return folded.filter { $0.platform == "windows" || $0.platform == "linux" }.flatMap { ["# \($0.title)"] + $0.lines }
  }
}
