import Testing

@testable import port587

/// Names of files that were rotated, oldest first.
@Suite("The order of rotated files by their names")
struct RotationOrderTests {
  static let rows: [[String]] = [
    ["mail.log.10.gz", "mail.log.9.gz", "mail.log.2.gz", "mail.log.1", "mail.log"],
    ["mail.log-20260314.gz", "mail.log-20260315", "mail.log"],
    ["maillog-20260314-1773446400.xz", "maillog"],
    ["s20260315-00.log.gz", "s20260315-01.log", "s20260316-00.log", "s20260316-01.log"],
    ["s20260316-9.log", "s20260316-10.log", "s20260316-100.log"],
    ["logs.zip!s20260316-00.log", "logs.zip!s20260316-01.log"],
    ["mail.log.1", "mail.log", "mail.log.new"],
  ]

  @Test("Oldest first, whatever the order they come in", arguments: rows)
  func order(names: [String]) {
    #expect(names.reversed().sorted { RotationOrder(name: $0) < RotationOrder(name: $1) } == names)
    for name in names { #expect(!(RotationOrder(name: name) < RotationOrder(name: name))) }
  }

  @Test(
    "Numbers too long to count are text", arguments: ["a.99999", "a.999999999999999999999", "99999999999999999999999"])
  func long(name: String) {
    #expect(RotationOrder(name: name) == RotationOrder(name: name))
  }
}
