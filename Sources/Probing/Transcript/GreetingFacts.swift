public import MailModel

/// What a greeting says beside the code: `mail.example.com ESMTP Exim 4.96 Fri, 27 Nov 2026 10:00:00 +0000`.
public struct GreetingFacts: Sendable, Equatable {
  /// The name by which the server calls itself.
  public var name: String?
  /// A version of its software.
  public var version: String?
  /// What its clock shows.
  public var time: Timestamp?

  /// Reads the text of a greeting without its code.
  public init(_ text: String) {
    let words = text.split { $0 == " " || $0 == "\n" }.map { String($0) }
    name = words.first
    version = words.dropFirst().lazy.map { $0.trimming("();,") }.first(where: GreetingFacts.isVersion)
    time = GreetingFacts.time(words.map { $0.trimming("();,") })
  }

  /// `4.96`, `13.0.3.9`, `v2.1-rc1`; a date is none, and an address in brackets neither.
  private static func isVersion(_ word: String) -> Bool {
    let bare = word.hasPrefix("v") ? word.dropFirst() : word[...]
    guard let first = bare.first, first.isNumber, bare.contains("."), !bare.contains(":") else { return false }
    let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
    return parts[0].allSatisfy(\.isNumber) && parts.dropFirst().allSatisfy { $0.first?.isNumber ?? false }
  }

  /// A date of RFC 5322: `27 Nov 2026 10:00:00 +0000`, whatever stands before and behind it.
  private static func time(_ words: [String]) -> Timestamp? {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    for index in words.indices.dropLast(4) {
      let part = words[index..<(index + 5)].map { $0 }
      let clock = part[3].split(separator: ":", omittingEmptySubsequences: false)
      guard let day = number(part[0], digits: 1...2), let month = months.firstIndex(of: part[1].lowercased()),
        let year = number(part[2], digits: 4...4), let date = CivilDate(year: year, month: month + 1, day: day),
        clock.count == 3, let hour = number(clock[0], digits: 1...2), hour < 24,
        let minute = number(clock[1], digits: 2...2), minute < 60,
        let second = number(clock[2], digits: 2...2), second <= 60, let offset = offset(part[4])
      else { continue }
      let seconds = hour * 3600 + minute * 60 + second - offset
      return Timestamp(seconds: Int64(date.daysSinceEpoch) * 86_400 + Int64(seconds))
    }
    return nil
  }

  /// `-0300` in seconds.
  private static func offset(_ zone: String) -> Int? {
    guard let sign = zone.first, sign == "+" || sign == "-",
      let hours = number(zone.dropFirst().prefix(2), digits: 2...2),
      let minutes = number(zone.dropFirst(3), digits: 2...2), hours < 24, minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (sign == "-" ? -60 : 60)
  }

  /// A number of that many decimal digits; a server may say anything where one is due.
  private static func number(_ word: some StringProtocol, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(word.utf8.count), word.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(word)
  }
}

extension String {
  /// Without these characters at both ends.
  fileprivate func trimming(_ characters: String) -> String {
    String(drop { characters.contains($0) }.reversed().drop { characters.contains($0) }.reversed())
  }
}
