import MailModel
import Testing

@testable import IceWarpAdmin

@Suite("Trusted addresses")
struct TrustedAddressesTests {
  struct Case: CustomTestStringConvertible {
    let text: String
    var inside: [String] = []
    var outside: [String] = []
    var testDescription: String { text.debugDescription }
  }

  @Test(
    "A list holds what it names, and nothing beside it",
    arguments: [
      Case(text: "192.0.2.7", inside: ["192.0.2.7", "::ffff:192.0.2.7"], outside: ["192.0.2.6", "192.0.2.8", "::1"]),
      Case(text: "192.0.2.0/24", inside: ["192.0.2.0", "192.0.2.255"], outside: ["192.0.1.255", "192.0.3.0"]),
      Case(text: "192.0.2.77/24", inside: ["192.0.2.0", "192.0.2.255"], outside: ["192.0.3.0"]),
      Case(
        text: "198.51.100.8/29", inside: ["198.51.100.8", "198.51.100.15"], outside: ["198.51.100.7", "198.51.100.16"]),
      Case(text: "192.0.2.7/32", inside: ["192.0.2.7"], outside: ["192.0.2.6", "192.0.2.8"]),
      Case(text: "192.0.2.0/255.255.255.0", inside: ["192.0.2.255"], outside: ["192.0.3.0"]),
      Case(text: "0.0.0.0/0", inside: ["0.0.0.0", "255.255.255.255"], outside: ["::1", "2001:db8::1"]),
      Case(text: "::/0", inside: ["::1", "2001:db8::1"], outside: ["192.0.2.1", "0.0.0.0"]),
      Case(text: "2001:db8::/32", inside: ["2001:db8::", "2001:db8:ffff::1"], outside: ["2001:db7::", "2001:db9::"]),
      Case(text: "[2001:db8::]/64", inside: ["2001:db8::1"], outside: ["2001:db8:0:1::"]),
      // What every Debian writes into mynetworks.
      Case(
        text: "127.0.0.0/8\n[::ffff:127.0.0.0]/104\n[::1]/128\n[::ffff:10.0.0.0]/104",
        inside: ["127.9.9.9", "10.1.2.3", "::ffff:10.1.2.3"], outside: ["11.0.0.1", "::2"]),
      Case(text: "::ffff:192.0.2.0/128", inside: ["192.0.2.0"], outside: ["192.0.2.1"]),
      Case(text: "2001:db8::1", inside: ["2001:DB8:0::1"], outside: ["2001:db8::2"]),
      Case(
        text: "192.168.*.*", inside: ["192.168.0.0", "192.168.255.255"], outside: ["192.167.255.255", "192.169.0.0"]),
      Case(
        text: "10.*.0.1", inside: ["10.0.0.1", "10.255.0.1"], outside: ["10.0.1.1", "10.0.0.2", "11.0.0.1", "::a00:1"]),
      Case(text: "*.*.*.*", inside: ["0.0.0.0", "203.0.113.9"], outside: ["2001:db8::1"]),
      Case(text: "192.0.2.10-192.0.2.20", inside: ["192.0.2.10", "192.0.2.20"], outside: ["192.0.2.9", "192.0.2.21"]),
      Case(text: "192.0.2.10 - 192.0.2.20", inside: ["192.0.2.15"], outside: ["192.0.2.21"]),
      Case(text: "192.0.2.10-20", inside: ["192.0.2.20"], outside: ["192.0.2.21"]),
      Case(text: "2001:db8::a-2001:db8::f", inside: ["2001:db8::a", "2001:db8::f"], outside: ["2001:db8::10"]),
      Case(
        text: "192.0.2.1; 192.0.2.3;;\r\n\r\n192.0.2.5 # 192.0.2.9", inside: ["192.0.2.1", "192.0.2.3", "192.0.2.5"],
        outside: ["192.0.2.2", "192.0.2.9"]),
      Case(text: "127.0.0.0/8, [::1]/128 192.0.2.1", inside: ["127.1.2.3", "::1", "192.0.2.1"], outside: ["::2"]),
      Case(text: "\u{FEFF}192.0.2.1\n# 192.0.2.2\n", inside: ["192.0.2.1"], outside: ["192.0.2.2"]),
      // The output of `postconf mynetworks` and of `postconf -n`.
      Case(
        text: "mynetworks = 127.0.0.0/8 203.0.113.0/28 [2001:db8::]/64\n",
        inside: ["127.0.0.1", "203.0.113.15", "2001:db8::7"], outside: ["203.0.113.16", "::1"]),
      Case(
        text: "inet_interfaces = 192.0.2.1\nmynetworks = 203.0.113.7\nproxy_interfaces = 192.0.2.2, 192.0.2.3\n",
        inside: ["203.0.113.7"], outside: ["192.0.2.1", "192.0.2.2", "192.0.2.3"]),
      Case(text: "mynetworks =\nrelayhost = 192.0.2.9\n", outside: ["192.0.2.9"]),
      // main.cf.
      Case(
        text: "myorigin = $mydomain\nmynetworks =\n  203.0.113.7,\n# x\n\n\t203.0.113.9\nrelayhost =\n 192.0.2.9\n",
        inside: ["203.0.113.7", "203.0.113.9"], outside: ["192.0.2.9"]),
      // The first that holds it decides.
      Case(
        text: "mynetworks = !203.0.113.5, 203.0.113.0/28, !203.0.113.6", inside: ["203.0.113.4", "203.0.113.6"],
        outside: ["203.0.113.5"]),
      Case(text: "", outside: ["127.0.0.1", "::1", "::"]),
    ])
  func contains(_ row: Case) throws {
    let list = TrustedAddresses.parse(Array(row.text.utf8))
    #expect(list.faults.isEmpty)
    for text in row.inside { #expect(list.contains(try #require(IPAddress(text))), "\(text) is on the list") }
    for text in row.outside { #expect(!list.contains(try #require(IPAddress(text))), "\(text) is not on the list") }
  }

  @Test(
    "A faulty entry is told by its line and trusts nobody",
    arguments: [
      ("pc-ana.example.com", TrustedAddressesFaultReason.notAnAddress), ("192.0.2", .notAnAddress),
      ("192.0.2.256", .notAnAddress), ("192.0.*", .notAnAddress), ("192.0.2.1*", .notAnAddress),
      ("10.*.0.256", .notAnAddress),
      ("192.0.2.1-", .notAnAddress), ("192.0.2.1-300", .notAnAddress), ("-", .notAnAddress), ("/24", .notAnAddress),
      ("192.0.2.0/33", .badPrefixLength), ("192.0.2.0/", .badPrefixLength), ("192.0.2.0/x", .badPrefixLength),
      ("192.0.2.0/+8", .badPrefixLength), ("192.0.2.0/255.0.255.0", .badPrefixLength),
      ("2001:db8::/129", .badPrefixLength), ("::ffff:10.0.0.0/95", .badPrefixLength),
      ("::ffff:10.0.0.0/129", .badPrefixLength), ("::ffff:10.0.0.0/-9223372036854775808", .badPrefixLength),
      ("192.0.2.20-192.0.2.10", .badRange), ("192.0.2.1-2001:db8::1", .badRange),
      ("!192.0.2", .notAnAddress), ("cidr:/etc/postfix/networks", .notAnAddress),
    ])
  func faults(entry: String, reason: TrustedAddressesFaultReason) {
    let list = TrustedAddresses.parse(Array("198.51.100.1\n\(entry); 198.51.100.2\n".utf8))
    #expect(list.faults == [TrustedAddressesFault(line: 2, entry: entry, reason: reason)])
    #expect(list.count == 2)
  }
}
