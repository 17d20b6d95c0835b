import ByteScanning
import Foundation
import MailModel
import Testing

@testable import port587

@Suite("The machine's zone")
struct MachineZoneTests {
  /// Moments on both sides of every change of two years, and the change itself.
  private static func compare(_ name: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    let rules = MachineZone.rules { Int32(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double($0)))) }
    var moment: Int64 = 1_704_067_200
    while moment < 1_767_225_600 {
      let offset = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment))))
      let before = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment - 3600))))
      // An hour that comes twice is taken as its first occurrence.
      let expected = before > offset ? before : offset
      #expect(rules.offset(at: (moment + offset) * 1000) == Int32(expected), "\(name) \(moment)")
      moment += 1800
    }
  }

  @Test(arguments: [
    "America/Sao_Paulo", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Africa/Casablanca", "UTC",
  ])
  func rulesAreThoseOfTheZone(name: String) throws { try MachineZoneTests.compare(name) }

  @Test("the C library and Foundation agree on this machine's offset")
  func offset() {
    for seconds: Int64 in [820_454_400, 1_700_000_000, 1_721_000_000, 1_774_000_000] {
      let moment = Date(timeIntervalSince1970: Double(seconds))
      #expect(SystemZone.offset(at: seconds) == Int32(TimeZone.current.secondsFromGMT(for: moment)))
    }
  }
}
