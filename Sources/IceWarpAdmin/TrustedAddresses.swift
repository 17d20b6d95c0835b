public import MailModel

/// Addresses that may send without a login: IceWarp's trusted IPs, or `mynetworks` of Postfix.
///
/// ```
/// 127.0.0.1
/// 192.168.*.*; 172.16.10.0/24
/// 203.0.113.10-203.0.113.20   # printers
/// ```
///
/// One entry on a line, or several with `;`, `,` or a blank between. What follows `#` is a comment.
public struct TrustedAddresses: Sendable, Equatable {
  private(set) var patterns: [AddressPattern] = []
  /// Entries that were not taken, in the order of the file.
  public private(set) var faults: [TrustedAddressesFault] = []

  /// An empty list, which trusts nobody.
  public init() {}

  /// How many entries were taken.
  public var count: Int { patterns.count }

  /// Reads a list in UTF-8, Latin-1 or UTF-16 with a byte order mark.
  public static func parse(_ bytes: [UInt8]) -> TrustedAddresses {
    var list = TrustedAddresses()
    for (index, line) in TextLines.lines(of: bytes).enumerated() {
      for entry in entries(line.prefix { $0 != UInt8(ascii: "#") }) {
        do throws(TrustedAddressesFaultReason) {
          list.patterns.append(try AddressPattern(entry))
        } catch {
          list.faults.append(
            TrustedAddressesFault(
              line: index + 1, entry: shown(entry), reason: isWild(entry) ? .perhapsEverybody : error))
        }
      }
    }
    return list
  }

  /// Whether the address is on the list.
  public func contains(_ address: IPAddress) -> Bool { patterns.contains { $0.contains(address) } }

  /// Whether an entry holds nothing but wildcards and zeros: `*`, `*.*`, `0/0`.
  private static func isWild(_ entry: ArraySlice<UInt8>) -> Bool {
    entry.allSatisfy { "*?.0/".utf8.contains($0) } && entry.contains { "*?/".utf8.contains($0) }
      && entry.contains { "*?0".utf8.contains($0) }
  }

  /// An entry as a message may hold it.
  private static func shown(_ entry: ArraySlice<UInt8>) -> String {
    String(decoding: entry.prefix(80).map { (0x21...0x7e).contains($0) ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
      + (entry.count > 80 ? "…" : "")
  }

  /// Cuts a line into entries; blanks around the hyphen of a range (`a - b`) do not separate.
  private static func entries(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let hyphen = UInt8(ascii: "-")
    let tight = line.split(separator: hyphen, omittingEmptySubsequences: false).map(TextLines.trimmed)
      .joined(separator: [hyphen])
    return Array(tight).split { TextLines.isBlank($0) || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") }
  }
}
