import LogFormats
import MailModel
import Testing

/// Records as nobody writes them, by accident or on purpose: what is not understood is counted as that, and no port is made up.
struct HostileRecordTests {
  private static func windows(_ line: String) -> [String] {
    ["#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags info path", line]
  }
  private static func zeek(_ members: String) -> String {
    "{\"ts\":1795453201.25,\"uid\":\"CHhA\"," + members + ",\"proto\":\"tcp\",\"conn_state\":\"SF\"}"
  }
  private static let zeros = String(repeating: "0", count: 100_000)
  private static let ends = "\"id.orig_h\":\"198.51.100.7\",\"id.orig_p\":40000,\"id.resp_h\":\"192.0.2.1\""

  /// Lines of one file, the last of which counts, and the port that it tells.
  static let rows: [(format: any ConnectionFormat.Type, lines: [String], port: UInt16?)] = [
    (ZeekFormat.self, [zeek(ends + ",\"id.resp_p\":587")], 587),
    (ZeekFormat.self, [zeek(ends + ",\"id.resp_p\":\"587\"")], 587),
    (ZeekFormat.self, [zeek(ends + ",\"id.resp_p\":587.5")], nil),
    (ZeekFormat.self, [zeek(ends + ",\"id.resp_p\":-587")], nil),
    (ZeekFormat.self, [zeek(ends + ",\"id.resp_p\":66123")], nil),
    (ZeekFormat.self, [zeek(ends + ",\"id.resp_p\":0")], nil),
    (ZeekFormat.self, [zeek(ends + ",\"id.resp_p\":null")], nil),
    (ZeekFormat.self, [zeek(ends + ",\"id.resp_p\":[587]")], nil),
    (ZeekFormat.self, [zeek(ends + ",\"id.resp_p\":{\"port\":587}")], nil),
    (ZeekFormat.self, [zeek(ends + ",\"id.resp_p\":true")], nil),
    (ZeekFormat.self, [zeek(ends + ",\"id.resp_p\":5" + zeros)], nil),
    (ZeekFormat.self, [zeek("\"id.orig_h\":3325256711,\"id.orig_p\":40000,\"id.resp_p\":587")], nil),
    (ZeekFormat.self, [zeek("\"id.orig_h\":null,\"id.orig_p\":40000,\"id.resp_p\":587")], nil),
    (ZeekFormat.self, [zeek("\"id.orig_h\":[\"198.51.100.7\"],\"id.orig_p\":1,\"id.resp_p\":587")], nil),
    (ZeekFormat.self, [zeek("\"id.orig_h\":\"198.51.100.7\",\"id.orig_p\":\"x\",\"id.resp_p\":587")], 587),
    // What stands in a text is no member.
    (ZeekFormat.self, [zeek("\"note\":\"\\\"id.resp_p\\\":25\"," + ends + ",\"id.resp_p\":587")], 587),
    (ZeekFormat.self, ["{\"ts\":\"soon\"," + ends + ",\"id.resp_p\":587,\"proto\":\"tcp\"}"], nil),
    (ZeekFormat.self, ["{\"ts\":1e9," + ends + ",\"id.resp_p\":587,\"proto\":\"tcp\"}"], nil),
    (ZeekFormat.self, ["{\"ts\":-1," + ends + ",\"id.resp_p\":587,\"proto\":\"tcp\"}"], nil),
    (ZeekFormat.self, ["{\"ts\":1795453201.25," + ends + ",\"id.resp_p\":587,\"proto\":6}"], nil),
    (ZeekFormat.self, ["{\"ts\":1795453201.25," + ends + ",\"proto\":\"tcp\",\"id.resp_p\":"], nil),
    (ZeekFormat.self, ["{\"ts\":"], nil),
    (ZeekFormat.self, ["{\"ts\":1795453201.25,\"id.orig_h\":\"198.51.100.7"], nil),
    (ZeekFormat.self, ["#fields\tproto\tts", "tcp\t1795453201.250000"], nil),
    (ZeekFormat.self, ["#fields\t" + String(repeating: "\t", count: 10_000), "1\t2\t3"], nil),
    (ZeekFormat.self, ["#fields", "#fields\t", ""], nil),
    (
      WindowsFirewallFormat.self,
      windows("2026-11-23 17:00:01 ALLOW TCP 198.51.100.7 192.0.2.1 40000 587 0 - - RECEIVE"), 587
    ),
    (
      WindowsFirewallFormat.self,
      windows("2026-11-23 17:00:01 ALLOW TCP 198.51.100.7 192.0.2.1 40000 587\u{0} 0 - - RECEIVE"), nil
    ),
    (
      WindowsFirewallFormat.self,
      windows("2026-11-23 17:00:01 ALLOW TCP 198.51.100.7 192.0.2.1 40000 \(zeros)587 0 - - RECEIVE"), nil
    ),
    (WindowsFirewallFormat.self, windows("2026-13-45 17:00:01 ALLOW TCP 198.51.100.7 192.0.2.1 40000 587 0"), nil),
    (WindowsFirewallFormat.self, windows("2026-11-23 25:61:61 ALLOW TCP 198.51.100.7 192.0.2.1 40000 587 0"), nil),
    (WindowsFirewallFormat.self, windows("2026-11-23 17:00:01 ALLOW TCP 198.51.100.777 192.0.2.1 40000 587 0"), nil),
    (WindowsFirewallFormat.self, windows("2026-11-23 17:00:01 ALLOW TCP 198.51.100.7"), nil),
    (WindowsFirewallFormat.self, ["#Fields: dst-port src-ip", "587 198.51.100.7"], nil),
    (
      NetfilterFormat.self,
      [
        "Nov 23 17:00:01 gw kernel: port587 IN=eth0 OUT= SRC=198.51.100.7 DST=192.0.2.1 PROTO=TCP SPT=40000 DPT=99999 SYN"
      ],
      nil
    ),
    (
      NetfilterFormat.self,
      ["Nov 23 17:00:01 gw kernel: port587 IN=eth0 OUT= SRC= DST= PROTO=TCP SPT= DPT= SYN"], nil
    ),
    (
      NetfilterFormat.self,
      ["Nov 23 17:00:01 gw kernel: IN=eth0 SRC=" + String(repeating: "1.", count: 50_000) + " PROTO=TCP DPT=587"], nil
    ),
    (TcpdumpFormat.self, ["1795453201.25 IP 198.51.100.7.40000 > 192.0.2.1.587: Flags [S"], 587),
    (TcpdumpFormat.self, ["1795453201.25 IP 198.51.100.7 > 192.0.2.1: Flags [S], length 0"], nil),
    (TcpdumpFormat.self, ["1795453201.25 IP . > .: Flags [S], length 0"], nil),
    (TcpdumpFormat.self, ["99999999999999999999 IP 198.51.100.7.40000 > 192.0.2.1.587: Flags [S]"], nil),
    (
      ConntrackFormat.self, ["[1795453201.25] [NEW] tcp 6 120 SYN_SENT src=198.51.100.7 dst=192.0.2.1 sport=4 dport="],
      nil
    ),
    (ConntrackFormat.self, ["[] [NEW] tcp src=198.51.100.7 dst=192.0.2.1 sport=40000 dport=587"], nil),
    (HAProxyFormat.self, ["Nov 23 17:00:05 lb haproxy[7]: : [] smtp-587 a/b"], nil),
    (
      HAProxyFormat.self,
      ["Nov 23 17:00:05 lb haproxy[7]: 198.51.100.7:40000 [99/Nov/2026:17:00:01.250] smtp-587 a/b 0/0/5"], nil
    ),
    (NfdumpFormat.self, ["ts,sa,da,sp,dp,pr", "2026-11-23 17:00:01,198.51.100.7,192.0.2.1,40000,"], nil),
    (VPCFlowFormat.self, ["2 1 eni 198.51.100.7 192.0.2.1 40000 587 6 1 40 x y ACCEPT OK"], nil),
  ]

  @Test(arguments: rows.indices)
  func line(_ number: Int) {
    let row = Self.rows[number]
    let found = ConnectionFormatTests.outcomes(row.format, row.lines)
    let (outcome, record) = found[found.count - 1]
    let line = row.lines[row.lines.count - 1].prefix(200)
    #expect((outcome == .event) == (row.port != nil), "\(outcome): \(line)")
    if let port = row.port { #expect(record.serverPort == port, "\(line)") }
  }

  /// Each field of each example emptied, doubled, made long, or filled with bytes that no text has: whatever is called a
  /// connection has its ports and its address from the line.
  @Test(arguments: ConnectionFormats.all.indices)
  func fields(_ number: Int) {
    let format = ConnectionFormats.all[number]
    let fillings: [[UInt8]] = [
      [], [0], [0xff, 0xfe], Array("587".utf8), Array("-1".utf8), Array("99999".utf8), Array("\"".utf8),
      Array(repeating: UInt8(ascii: "9"), count: 70_000), Array(repeating: UInt8(ascii: " "), count: 3000),
      Array(repeating: UInt8(ascii: ","), count: 3000), Array(repeating: 9, count: 3000), Array("::ffff:1.2.3.4".utf8),
    ]
    let separators = Set(" \t,:=.[]{}\"".utf8)
    var seen = 0
    // A heading stands first, and is remembered.
    for (number, example) in format.examples.enumerated() {
      let bytes = Array(example.line.utf8)
      var begin = 0
      for end in 0...bytes.count where end == bytes.count || separators.contains(bytes[end]) {
        for filling in fillings {
          let line = Array(bytes[..<begin]) + filling + Array(bytes[end...])
          seen += Self.check(format, after: number, line)
        }
        begin = min(end + 1, bytes.count)
      }
    }
    #expect(seen > 0)
  }

  private static func check<Format: ConnectionFormat>(_ format: Format.Type, after count: Int, _ line: [UInt8]) -> Int {
    var parser = Format(context: ConnectionFormatTests.context)
    var record = ConnectionRecord()
    for example in format.examples.prefix(count) { _ = parser.parse(Array(example.line.utf8).span, into: &record) }
    guard parser.parse(line.span, into: &record) == .event else { return 0 }
    #expect(record.serverPort != 0)
    guard Format.identifier != HAProxyFormat.identifier else { return 1 }
    // A long zero-filled number is one as well, so that only the digits count.
    let text = String(decoding: line.prefix(2000) + line.suffix(2000), as: UTF8.self)
    #expect(text.contains("\(record.serverPort)"), "\(text.prefix(300))")
    return 1
  }
}
