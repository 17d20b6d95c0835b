import MailModel

/// The lines to type so that new connections to the ports of SMTP are written down, by platform.
struct RecordingCommands {
  /// As `PortAdvice.platform` names it.
  var platform: String
  /// The heading over its lines.
  var title: String
  var lines: [String]

  /// Every platform, for the ports on which this server takes SMTP; comments in the reader's language.
  static func platforms(_ policy: PortPolicy = PortPolicy(), _ language: Language = .english) -> [RecordingCommands] {
    func say(_ english: String, pt: String, es: String) -> String {
      TranslatedText(english, pt: pt, es: es).text(in: language)
    }
    let end = say("REM ends it:", pt: "REM para encerrar:", es: "REM para terminarlo:")
    let numbers = Set(policy.legacyPorts + policy.submissionPorts + policy.submissionsPorts).sorted().map(String.init)
    let (commas, spaces) = (numbers.joined(separator: ", "), numbers.joined(separator: " "))
    return [
      RecordingCommands(
        platform: "windows", title: "Windows",
        lines: [
          say(
            "REM as administrator; Windows logs every allowed connection then,",
            pt: "REM como administrador; o Windows registra então toda conexão",
            es: "REM como administrador; Windows registra entonces toda conexión"),
          say(
            "REM of which port587 reads those to these ports",
            pt: "REM permitida, e o port587 lê as que vão a estas portas",
            es: "REM permitida, y port587 lee las que van a estos puertos"),
          "netsh advfirewall set allprofiles logging maxfilesize 32767",
          "netsh advfirewall set allprofiles logging ^",
          "  allowedconnections enable",
          say(
            "REM a full log becomes pfirewall.log.old: copy both away in time",
            pt: "REM um log cheio vira pfirewall.log.old: copie os dois a tempo",
            es: "REM un registro lleno pasa a pfirewall.log.old: copie ambos a tiempo"),
          say("REM from", pt: "REM de", es: "REM de") + " %windir%\\system32\\LogFiles\\Firewall",
          "port587 audit --connections pfirewall.log LOGS",
          end,
          "netsh advfirewall set allprofiles logging ^",
          "  allowedconnections disable",
        ]),
      // Syntax by Microsoft's documentation of pktmon filter add, start and etl2pcap.
      RecordingCommands(
        platform: "windows-2019",
        title: say(
          "Windows Server 2019 and later (pktmon)", pt: "Windows Server 2019 e mais novos (pktmon)",
          es: "Windows Server 2019 y posteriores (pktmon)"),
        lines: [
          say(
            "REM as administrator; these ports alone, with parts of a second",
            pt: "REM como administrador; só estas portas, com frações de segundo",
            es: "REM como administrador; solo estos puertos, con fracciones de segundo")
        ]
          + numbers.map { "pktmon filter add -t TCP SYN -p \($0)" } + [
            "pktmon start --capture --comp nics --pkt-size 64 -f port587.etl",
            end,
            "pktmon stop",
            "pktmon filter remove",
            "pktmon etl2pcap port587.etl --out port587.pcapng",
            say("REM where tcpdump is:", pt: "REM onde houver tcpdump:", es: "REM donde haya tcpdump:"),
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
          "nft delete table inet port587    " + say("# ends it", pt: "# encerra", es: "# lo termina"),
        ]),
      RecordingCommands(
        platform: "bsd", title: "BSD (pf)",
        lines: [
          say(
            "# a line of pf.conf; where pf knows no match, add log to the rule",
            pt: "# uma linha de pf.conf; onde o pf não conhece match, ponha log na",
            es: "# una línea de pf.conf; donde pf no conoce match, ponga log en la"),
          say(
            "# that lets these ports in", pt: "# regra que deixa entrar estas portas",
            es: "# regla que deja entrar a estos puertos"),
          "match in log proto tcp to port { \(spaces) } flags S/SA",
          "pfctl -f /etc/pf.conf    "
            + say(
              "# without that line again, it ends", pt: "# sem aquela linha, termina", es: "# sin esa línea, termina"),
          "tcpdump -tt -n -r /var/log/pflog > connections.log",
          "port587 audit --connections connections.log LOGS",
        ]),
    ]
  }

  /// What fits this server, to be shown, and the others, to be folded away; where nothing tells, all are folded.
  static func parts(
    _ platform: String?, _ policy: PortPolicy, _ language: Language
  ) -> (shown: [String], folded: [RecordingCommands]) {
    let all = platforms(policy, language)
    return (all.first { $0.platform == platform }?.lines ?? [], all.filter { $0.platform != platform })
  }

  /// What a terminal shows: what fits, or the two that are usual.
  static func usual(_ platform: String?, _ policy: PortPolicy, _ language: Language) -> [String] {
    let (shown, folded) = parts(platform, policy, language)
    guard shown.isEmpty else { return shown }
    return folded.filter { $0.platform == "windows" || $0.platform == "linux" }.flatMap { ["# \($0.title)"] + $0.lines }
  }
}
