import MailModel
import Testing

@Suite("IP addresses")
struct IPAddressTests {
  @Test(
    "One text for each address: RFC 5952",
    arguments: [
      ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("2001:0db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
      ("2001:db8::1:0:0:1", "2001:db8::1:0:0:1"), ("2001:DB8:0:0:1::1", "2001:db8::1:0:0:1"),
      ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
      ("2001:db8:aaaa:bbbb:cccc:dddd:eeee:0001", "2001:db8:aaaa:bbbb:cccc:dddd:eeee:1"),
      ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"), ("2001:db8:0:0:1:0:0:0", "2001:db8:0:0:1::"), ("0:0:0:0:0:0:0:0", "::"),
      ("0:0:0:0:0:0:0:1", "::1"), ("fe80::1c2:3ff:fe04:5%eth0", "fe80::1c2:3ff:fe04:5"), ("::1%", "::1"),
      ("::ffff:198.51.100.7", "198.51.100.7"), ("::FFFF:C633:6407", "198.51.100.7"), ("198.51.100.7", "198.51.100.7"),
      ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"), ("2001:db8::192.0.2.1", "2001:db8::c000:201"),
      ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
    ])
  func text(text: String, canonical: String) throws {
    let address = try #require(IPAddress(text))
    #expect(address.description == canonical)
    #expect(IPAddress(canonical) == address)
  }

  @Test(
    "No address",
    arguments: [
      "", " ", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.4 ", " 1.2.3.4", "1..2.3", ".1.2.3", "1.2.3.",
      "0001.2.3.4",
      "a.b.c.d", ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "::1:", ":1::", "12345::", "g::1",
      "1:2:3:4:5:6:7:8::", "::1.2.3", "::1.2.3.256", "1:2:3:4:5:6:7:1.2.3.4", "[::1]", "unknown",
      "mail.example.com", "198.51.100.7:25",
    ])
  func refused(text: String) { #expect(IPAddress(text) == nil) }

  @Test("Dotted addresses of every length, and with every byte at every place, are read as they are behind ::ffff:")
  func dotted() throws {
    for text in ["1.2.3.4", "1.2.3.45", "10.2.30.4", "255.0.99.249", "192.0.2.11", "203.0.113.66", "198.51.100.107"] {
      for place in text.utf8.indices {
        for byte in UInt8(0x20)..<0x7f where byte != UInt8(ascii: ":") && byte != UInt8(ascii: "%") {
          let changed = text.utf8[..<place] + [byte] + text.utf8[text.utf8.index(after: place)...]
          let bytes = Array(changed)
          let mapped = Array("::ffff:".utf8) + bytes
          #expect(IPAddress(bytes.span) == IPAddress(mapped.span), "\(String(decoding: bytes, as: UTF8.self))")
        }
      }
    }
    #expect(IPAddress("255.249.10.9") == IPAddress(ipv4: 0xfff9_0a09))
  }

  @Test("Mapped IPv4 is IPv4")
  func mapped() throws {
    let mapped = try #require(IPAddress("::ffff:127.0.0.1"))
    #expect(mapped == IPAddress(ipv4: 0x7f00_0001))
    #expect(mapped.isIPv4 && mapped.isLoopback)
  }

  @Test(
    "Kinds",
    arguments: [
      ("127.0.0.1", true, false), ("127.255.255.255", true, false), ("128.0.0.1", false, false), ("::1", true, false),
      ("::2", false, false), ("10.255.0.1", false, true), ("11.0.0.1", false, false), ("172.15.0.1", false, false),
      ("172.16.0.1", false, true), ("172.31.255.255", false, true), ("172.32.0.1", false, false),
      ("192.168.0.1", false, true), ("192.169.0.1", false, false), ("169.254.1.1", false, true),
      ("100.64.0.1", false, true), ("100.127.255.255", false, true), ("100.128.0.1", false, false),
      ("fc00::1", false, true), ("fdff::1", false, true), ("fe00::1", false, false), ("fe80::1", false, true),
      ("febf::1", false, true), ("fec0::1", false, false), ("2001:db8::1", false, false),
    ])
  func kinds(text: String, isLoopback: Bool, isPrivate: Bool) throws {
    let address = try #require(IPAddress(text))
    #expect(address.isLoopback == isLoopback)
    #expect(address.isPrivate == isPrivate)
  }

  @Test("Order is that of the bits")
  func order() throws {
    let texts = ["::", "::1", "9.0.0.1", "10.0.0.1", "198.51.100.7", "2001:db8::1", "fe80::1"]
    let addresses = try texts.reversed().map { try #require(IPAddress($0)) }.sorted()
    #expect(addresses.map { $0.description } == texts)
  }
}
