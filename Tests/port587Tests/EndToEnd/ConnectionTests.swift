import Foundation
import Testing

/// `--connections` from files to the report, each by one run of the program.
@Suite("Connection records and the program")
struct ConnectionTests {
  /// Sessions of one user each, a minute apart, and the firewall's word for them, its clock 7 s behind.
  static func write(_ folder: LogFolder) throws {
    var log: [String] = []
    var wall = [
      "#Version: 1.5", "#Time Format: Local",
      "#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path",
      "",
    ]
    for k in 0..<30 {
      let (client, port) = ("198.51.100.\(100 + k % 5)", [25, 587, 465][k % 3])
      // People are no clockwork: at even steps no offset of the clocks could be told from the next step.
      func stamp(_ second: Int) -> String {
        let moment = k * 60 + k * 17 % 23 + second
        return String(format: "%02d:%02d:%02d", 10 + moment / 3600, moment / 60 % 60, moment % 60)
      }
      log += [
        "Mar 16 \(stamp(30)) mail postfix/smtpd[\(100 + k)]: connect from unknown[\(client)]",
        "Mar 16 \(stamp(31)) mail postfix/smtpd[\(100 + k)]: 4F00000\(100 + k): client=unknown[\(client)], sasl_method=PLAIN, sasl_username=u\(k)@example.com",
        "Mar 16 \(stamp(32)) mail postfix/smtpd[\(100 + k)]: disconnect from unknown[\(client)] ehlo=1 auth=1 mail=1 rcpt=1 data=1 quit=1 commands=6",
      ]
      wall += [
        "2026-03-16 \(stamp(23)) ALLOW TCP \(client) 192.0.2.1 \(40000 + k) \(port) 0 - 0 0 0 - - - RECEIVE",
        "2026-03-16 \(stamp(24)) ALLOW TCP \(client) 192.0.2.1 \(50000 + k) 443 0 - 0 0 0 - - - RECEIVE",
        "2026-03-16 \(stamp(25)) DROP TCP 203.0.113.9 192.0.2.1 \(50000 + k) 25 0 - 0 0 0 - - - RECEIVE",
      ]
    }
    try folder.write(log, to: "mail.log")
    try folder.write(wall, to: "pfirewall.log")
  }

  static func json(_ arguments: [String], _ folder: LogFolder) throws -> (JSON: [String: Any], notes: String) {
    let run = try ProgramRun(
      ["audit", "mail.log", "--year", "2026", "--json"] + arguments, folder: folder.url)
    #expect(run.status == 0, "\(run.notes)")
    return (try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any]), run.notes)
  }

  static func ports(_ report: [String: Any]) -> [String: String] {
    var ports: [String: String] = [:]
    for user in report["users"] as? [[String: Any]] ?? [] {
      let names = (user["ports"] as? [String: Any])?.keys.sorted().joined(separator: "+")
      ports[user["identity"] as? String ?? ""] = names
    }
    return ports
  }

  @Test("Ports that the log alone does not tell become known, with the record as evidence")
  func known() async throws {
    try await LogFolder.use { folder in
      try Self.write(folder)
      #expect(Set(Self.ports(try Self.json([], folder).JSON).values) == ["unknown"])
      let (report, notes) = try Self.json(["--connections", "pfirewall.log", "--threads", "2"], folder)
      let ports = Self.ports(report)
      for k in 0..<30 { #expect(ports["u\(k)@example.com"] == "\([25, 587, 465][k % 3])", "u\(k)") }
      #expect(notes.contains("clock is 7.0 s behind"), "\(notes)")
      #expect(notes.contains("100.0 % of 30 sessions matched"), "\(notes)")
      let user = (report["users"] as? [[String: Any]])?.first { $0["identity"] as? String == "u0@example.com" }
      let evidence = try #require((user?["evidence"] as? [[String: Any]])?.first)
      #expect(evidence["portEvidence"] as? String == "connectionLog")
      let record = try #require(evidence["record"] as? [String: Any])
      #expect(record["source"] as? String == "pfirewall.log")
      #expect(record["line"] as? Int == 5)
    }
  }

  @Test("Every line of the records is in one box, and packed records say the same")
  func accounting() async throws {
    try await LogFolder.use { folder in
      try Self.write(folder)
      let packed = try ProgramRun(shell: "gzip -k pfirewall.log", folder: folder.url)
      #expect(packed.status == 0)
      let plain = try Self.json(["--connections", "pfirewall.log"], folder).JSON
      let gzip = try Self.json(["--connections", "pfirewall.log.gz"], folder).JSON
      #expect(Self.ports(plain) == Self.ports(gzip))
      for report in [plain, gzip] {
        let connections = try #require(report["connections"] as? [String: Any])
        let source = try #require((connections["sources"] as? [[String: Any]])?.first)
        func count(_ name: String) -> Int { source[name] as? Int ?? -1 }
        #expect(source["format"] as? String == "windows-firewall")
        #expect((count("lines"), count("events"), count("ignored")) == (94, 30, 64))
        #expect(count("unrecognised") + count("malformed") == 0)
      }
    }
  }

  @Test("What is no record is refused with a word on it")
  func refused() async throws {
    try await LogFolder.use { folder in
      try Self.write(folder)
      try folder.write(["this is", "no log"], to: "notes.txt")
      let strange = try ProgramRun(["audit", "mail.log", "--connections", "notes.txt"], folder: folder.url)
      #expect(strange.status == 65)
      #expect(strange.notes.contains("known are: windows-firewall"))
      let absent = try ProgramRun(["audit", "mail.log", "--connections", "absent.log"], folder: folder.url)
      #expect(absent.status == 66)
    }
  }
}
