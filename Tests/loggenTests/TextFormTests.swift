import MailModel
import Testing

@testable import loggen

@Suite("Small parts of the text")
struct TextFormTests {
  @Test(
    "Base64 as in RFC 4648 section 10",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy"),
      ("ana@example.com", "YW5hQGV4YW1wbGUuY29t"), ("\u{3f}\u{3e}>~?", "Pz4+fj8="),
    ])
  func base64(plain: String, coded: String) {
    var bytes: [UInt8] = []
    bytes.append(base64: Array(plain.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == coded)
  }

  @Test(
    "Sizes as people write them",
    arguments: [
      ("1", 1), ("1000", 1000), ("300MB", 300_000_000), ("1GB", 1_000_000_000), ("64KiB", 65_536), ("2GiB", 1 << 31),
    ])
  func sizes(text: String, bytes: Int) {
    #expect(ByteCount(argument: text)?.bytes == bytes)
  }

  @Test("No size", arguments: ["", "0", "-1", "GB", "1 GB", "1XB", "1.5GB", "99999999999999GB"])
  func noSizes(text: String) {
    #expect(ByteCount(argument: text) == nil)
  }

  @Test(
    "A moment in each style",
    arguments: [
      (StampStyle.time, 0, "00:00:00"), (.time, 43_200, "12:00:00"), (.time, 86_400, "23:59:59"),
      (.rfc822, 60, "Mon, 16 May 2011 00:01:00 -0300"), (.syslog, 86_399, "May 16 23:59:59"),
    ])
  func stamps(style: StampStyle, written: Int, text: String) {
    var clock = LogClock(firstDay: CivilDate(daysSinceEpoch: 15_110), days: 1, bytes: 86_400, style: style)
    clock.advance(to: written)
    #expect(String(decoding: clock.stamp, as: UTF8.self) == text)
    #expect(clock.stamp.count == style.length)
    #expect(clock.banner.count == LogClock.bannerLength)
  }

  @Test("Days before the tenth keep their column in syslog's form")
  func syslogColumn() {
    let clock = LogClock(firstDay: CivilDate(daysSinceEpoch: 15_097), days: 1, bytes: 1000, style: .syslog)
    #expect(String(decoding: clock.stamp, as: UTF8.self) == "May  3 00:00:00")
  }

  @Test("No two addresses are the same", arguments: [400, 20_000])
  func addresses(count: Int) {
    let population = Population(users: 50, addresses: count)
    #expect(Set(population.addresses).count == population.addresses.count)
    #expect(population.addresses.allSatisfy { IPAddress(String(decoding: $0, as: UTF8.self)) != nil })
    #expect(Set(Population(users: 5000, addresses: 20).logins).count == 5000)
  }
}
