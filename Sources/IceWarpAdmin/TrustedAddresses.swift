public import MailModel

/// Addresses that may send without a login: IceWarp's trusted IPs, or `mynetworks` of Postfix.
///
/// ```
/// 127.0.0.1
/// 192.168.*.*; 172.16.10.0/24
/// 203.0.113.10-203.0.113.20   # printers
/// ```
///
/// One entry on a line, or several with `;`, `,` or a blank between. What follows `#` is a comment. Of what `postconf` prints,
/// and of main.cf, the value of `mynetworks` counts and nothing else:
///
/// ```
/// mynetworks = 127.0.0.0/8 !203.0.113.5 203.0.113.0/28 [2001:db8::]/64
/// ```
///
/// The first entry that holds an address decides; with `!` before it the address is not trusted.
public struct TrustedAddresses: Sendable, Equatable {
  private struct Entry: Equatable {
    var pattern: AddressPattern
    var isTrusted: Bool
  }

  private var list: [Entry] = []
  /// Entries that were not taken, in the order of the file.
  public private(set) var faults: [TrustedAddressesFault] = []

  /// An empty list, which trusts nobody.
  public init() {}

  /// How many entries were taken.
  public var count: Int { list.count }

  /// The entries that are trusted.
  var patterns: [AddressPattern] { list.filter(\.isTrusted).map(\.pattern) }

  /// Reads a list in UTF-8, Latin-1 or UTF-16 with a byte order mark.
  public static func parse(_ bytes: [UInt8]) -> TrustedAddresses {
    var list = TrustedAddresses()
    let lines = TextLines.wholeLines(of: bytes)
    let isPostconf = lines.contains { networks($0) != nil }
    var isNetworks = false
    for (index, line) in lines.enumerated() {
      var text = line
      if isPostconf {
        let value = networks(line)
        // A line that begins with a blank goes on with the one before.
        if let first = line.first, !TextLines.isBlank(first), first != UInt8(ascii: "#") { isNetworks = value != nil }
        guard isNetworks else { continue }
        text = value ?? line
      }
      for entry in entries(text.prefix { $0 != UInt8(ascii: "#") }) { list.take(entry, line: index + 1) }
    }
    return list
  }

  private mutating func take(_ entry: ArraySlice<UInt8>, line: Int) {
    let isTrusted = entry.first != UInt8(ascii: "!")
    do throws(TrustedAddressesFaultReason) {
      list.append(Entry(pattern: try AddressPattern(isTrusted ? entry : entry.dropFirst()), isTrusted: isTrusted))
    } catch {
      faults.append(
        TrustedAddressesFault(
          line: line, entry: TrustedAddresses.shown(entry),
          reason: TrustedAddresses.isWild(entry) ? .perhapsEverybody : error))
    }
  }

  /// Whether the address is on the list.
  public func contains(_ address: IPAddress) -> Bool {
    list.first { $0.pattern.contains(address) }?.isTrusted ?? false
  }

  /// What stands behind `mynetworks =`, if the line begins so.
  private static func networks(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = line.first, !TextLines.isBlank(first) else { return nil }
    let name = TextLines.trimmed(line.prefix { $0 != UInt8(ascii: "=") })
    guard name.elementsEqual("mynetworks".utf8) else { return nil }
    return line.drop { $0 != UInt8(ascii: "=") }.dropFirst()
  }

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
